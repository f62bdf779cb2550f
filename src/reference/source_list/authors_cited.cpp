#include "reference/source_list/authors_cited.h"

#include <algorithm>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

#include "reference/phrases.h"
#include "reference/word_lists.h"

namespace soat::reference::source_list {
namespace {

using Kind = LineWord::Kind;

constexpr std::size_t longest_parenthesis = 240;  // UTF-16 units
constexpr std::size_t near_year = 90;             // units before a year in which its author is named

struct AuthorsCited {
  TextPlace place;  // from the first author to the year
  TextPlace year_place;
  std::u16string year;
  std::vector<std::vector<std::u16string>>
      authors;  // readings of who comes first: "Bộ Giáo dục và Đào tạo" or "Bộ Giáo dục"
  bool acronym = false;
};

bool joins(const LineWord& word) {
  static const std::set<std::u16string> known = WordLists::source_list().keys("joint");
  return known.contains(word.key);
}

// One part of "(…; …)" as authors and year.
std::optional<AuthorsCited> read_part(const std::vector<LineWord>& words, std::size_t from, std::size_t to) {
  static const Phrases& openings = WordLists::source_list()["opening"];
  static const Phrases& no_authors = WordLists::source_list()["no-author"];
  from += openings.at(words, from, false).length;
  while (from < to && words[from].kind == Kind::mark) ++from;
  std::size_t year = from;
  while (year < to && !is_year(words[year])) ++year;
  if (year >= to || year == from || !words[from].capital || year - from > 24) return std::nullopt;
  if (no_authors.at(words, from, false).length > 0) return std::nullopt;
  const bool body = first_words_of_bodies(BodyUse::author).at(words, from, false).length > 0;
  AuthorsCited cited;
  cited.authors.resize(1);
  for (std::size_t i = from; i < year; ++i) {
    const LineWord& word = words[i];
    if (word.kind == Kind::digits) return std::nullopt;
    if (word.kind == Kind::mark) {
      if (word.key != u"," && word.key != u"&" && word.key != u"." && word.key != u"-" && word.key != u"'")
        return std::nullopt;
      if (word.key == u"&" || (word.key == u"," && !cited.authors.back().empty())) {
        // What comes behind is another author or the year.
        for (std::size_t k = i; k < year; ++k) {
          if (words[k].kind == Kind::letters && !words[k].capital && !joins(words[k]) && !body) return std::nullopt;
          if (words[k].kind == Kind::digits) return std::nullopt;
        }
        break;
      }
      continue;
    }
    if (joins(word)) {
      if (cited.authors.size() == 1 && word.key == word_key(u"và")) {
        cited.authors.push_back(cited.authors.front());  // read on as one name, and without what follows
        std::swap(cited.authors.front(), cited.authors.back());
        auto& longer = cited.authors.back();
        for (std::size_t k = i; k < year && words[k].key != u","; ++k) {
          if (words[k].kind == Kind::letters) longer.push_back(words[k].key);
        }
      }
      if (word.key == word_key(u"và") || word.key == u"et" || word.key == u"and" || word.key == word_key(u"cộng") ||
          word.key == u"cs") {
        for (std::size_t k = i + 1; k < year; ++k) {
          if (words[k].kind == Kind::letters && !words[k].capital && !joins(words[k]) && !body) return std::nullopt;
        }
        break;
      }
      continue;
    }
    if (!word.capital && !body) return std::nullopt;
    // Initials are written in more ways than one.
    if (word.key.size() > 1) cited.authors.front().push_back(word.key);
  }
  if (cited.authors.front().empty() || cited.authors.front().size() > 14) return std::nullopt;
  cited.acronym =
      cited.authors.front().size() == 1 && words[from].all_capitals && words[from].end - words[from].start > 1;
  cited.year = words[year].key;
  std::size_t end = words[year].end;
  if (year + 1 < to && !words[year + 1].space_before && words[year + 1].kind == Kind::letters &&
      words[year + 1].key.size() == 1) {
    cited.year += words[year + 1].key;
    end = words[year + 1].end;
    ++year;
  }
  // Behind the year only a place in the work: ", tr. 5", ": 5".
  if (year + 1 < to && words[year + 1].key != u"," && words[year + 1].key != u":") return std::nullopt;
  cited.place = {0, static_cast<std::uint32_t>(words[from].start), static_cast<std::uint32_t>(end)};
  cited.year_place = {0, static_cast<std::uint32_t>(end - cited.year.size()), static_cast<std::uint32_t>(end)};
  return cited;
}

std::vector<AuthorsCited> authors_cited(std::span<const Line> paragraphs, const List& list) {
  std::vector<AuthorsCited> all;
  for (std::uint32_t p = 0; p < paragraphs.size(); ++p) {
    if (p >= list.heading && p < list.end) continue;
    const Line line = paragraphs[p];
    for (std::size_t at = line.find(u'('); at != Line::npos; at = line.find(u'(', at + 1)) {
      const std::size_t close = line.find_first_of(u"()", at + 1);
      if (close == Line::npos) break;
      if (line[close] == u'(' || close - at > longest_parenthesis) continue;
      const std::vector<LineWord> words = words_of(line.substr(at + 1, close - at - 1));
      for (std::size_t from = 0; from < words.size();) {
        std::size_t to = from;
        while (to < words.size() && words[to].key != u";") ++to;
        if (auto cited = read_part(words, from, to)) {
          const auto move = [&](TextPlace& place) {
            place = {p, place.start + static_cast<std::uint32_t>(at + 1),
                     place.end + static_cast<std::uint32_t>(at + 1)};
          };
          move(cited->place);
          move(cited->year_place);
          all.push_back(std::move(*cited));
        }
        from = to + 1;
      }
    }
  }
  return all;
}

bool names_fit(const Entry& entry, const AuthorsCited& cited) {
  const bool words = std::ranges::any_of(cited.authors, [&](const auto& author) {
    return !author.empty() &&
           std::ranges::all_of(author, [&](const auto& word) { return entry.before_year.contains(word); });
  });
  if (words || !cited.acronym) return words;
  // "WHO" for "World Health Organization"; and acronyms of Vietnamese bodies, which follow no rule.
  return entry.initials.find(cited.authors.front().front()) != std::u16string::npos ||
         entry.words.find(cited.authors.front().front()) != std::u16string::npos || entry.author.size() > 2;
}

bool year_fits(const Entry& entry, const std::u16string& year) {
  return std::ranges::any_of(entry.years, [&](const std::u16string& own) {
    return own == year || own.substr(0, 4) == year || own == year.substr(0, 4);
  });
}

// Entries that a year in the text, with a word of their author before it, refers to.
std::set<std::uint32_t> entries_named(std::span<const Line> paragraphs, const List& list) {
  std::unordered_map<std::u16string, std::vector<const Entry*>> by_year;
  for (const Entry& entry : list.entries) {
    if (!entry.years.empty()) by_year[entry.years.front().substr(0, 4)].push_back(&entry);
  }
  std::set<std::uint32_t> named;
  for (std::uint32_t p = 0; p < paragraphs.size(); ++p) {
    if (p >= list.heading && p < list.end) continue;
    const Line line = paragraphs[p];
    if (line.find(u"19") == Line::npos && line.find(u"20") == Line::npos) continue;
    const std::vector<LineWord> words = words_of(line);
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (!is_year(words[i])) continue;
      const auto same = by_year.find(words[i].key);
      if (same == by_year.end()) continue;
      for (std::size_t k = i; k-- > 0 && words[i].start - words[k].start <= near_year;) {
        if (words[k].kind != Kind::letters) continue;
        for (const Entry* entry : same->second) {
          if (std::ranges::find(entry->author, words[k].key) != entry->author.end()) named.insert(entry->paragraph);
          if (words[k].all_capitals && words[k].key.size() > 1 && entry->author.size() > 2)
            named.insert(entry->paragraph);
        }
      }
    }
  }
  return named;
}

}  // namespace

void review_authors(std::span<const Line> paragraphs, const List& list, ReferenceListReview& review) {
  std::vector<MissingEntry> missing;
  std::size_t found = 0;
  for (const AuthorsCited& cited : authors_cited(paragraphs, list)) {
    bool there = false;
    std::vector<std::u16string> years;
    for (const Entry& entry : list.entries) {
      if (!names_fit(entry, cited)) continue;
      there = there || year_fits(entry, cited.year);
      // Only what the entry is of, not a year in its title.
      if (!entry.years.empty() && std::ranges::find(years, entry.years.front()) == years.end())
        years.push_back(entry.years.front());
    }
    found += there;
    if (there || cited.acronym) continue;
    if (years.empty() || years.size() > 3) {
      missing.push_back({cited.place, false, {}});
    } else {
      missing.push_back({cited.year_place, true, std::move(years)});
    }
  }
  if (found < fewest_known || found < missing.size()) return;
  review.missing = std::move(missing);
  const std::set<std::uint32_t> named = entries_named(paragraphs, list);
  for (const Entry& entry : list.entries) {
    if (!entry.years.empty() && !named.contains(entry.paragraph)) review.uncited.push_back(entry.paragraph);
  }
}

}  // namespace soat::reference::source_list
