#include "check/house_list.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "text/char_class.h"
#include "text/composition.h"
#include "text/letter_case.h"
#include "text/read_file.h"
#include "text/table_reader.h"
#include "text/utf.h"
#include "texts/texts.h"

namespace soat::check {

namespace {

constexpr std::uintmax_t largest_file = 8U << 20;
constexpr std::size_t most_cells = 4;
constexpr char alternatives = '|';

bool is_word_unit(char16_t unit) {
  return text::CharTable::get().is_word_unit(unit);
}

bool is_space(char16_t unit) {
  return text::CharTable::get().class_of(unit) == text::CharClass::space;
}

// Composed, with single blanks and none at the ends.
std::u16string tidy(std::string_view bytes) {
  std::u16string composed;
  std::vector<std::uint32_t> offsets;
  text::compose_marks(text::to_utf16(bytes), composed, offsets);
  std::u16string out;
  for (const char16_t unit : composed) {
    if (!is_space(unit)) {
      out += unit;
    } else if (!out.empty() && out.back() != u' ') {
      out += u' ';
    }
  }
  if (out.ends_with(u' ')) out.pop_back();
  return out;
}

std::vector<std::u16string> tidy_all(std::string_view cell) {
  std::vector<std::u16string> out;
  for (const std::string_view part : text::split(cell, alternatives)) {
    if (std::u16string phrase = tidy(part); !phrase.empty()) out.push_back(std::move(phrase));
  }
  return out;
}

std::optional<HouseList::Kind> kind_of(std::string_view cell) {
  using Kind = HouseList::Kind;
  const std::u16string word = text::to_lower(tidy(cell));
  if (word == u"prefer" || word == u"nên viết") return Kind::prefer;
  if (word == u"avoid" || word == u"tránh") return Kind::avoid;
  if (word == u"never" || word == u"không báo") return Kind::never;
  return std::nullopt;
}

// Where the word that starts here ends.
std::size_t word_end(std::u16string_view text, std::size_t at) {
  while (at < text.size() && is_word_unit(text[at])) ++at;
  return at;
}

// Where a phrase that begins here ends; nothing when it does not stand here as whole words.
std::optional<std::size_t> end_of(std::u16string_view phrase, bool any_case, std::u16string_view text, std::size_t at) {
  for (const char16_t unit : phrase) {
    if (at >= text.size()) return std::nullopt;
    if (unit == u' ') {
      if (!is_space(text[at])) return std::nullopt;
      while (at < text.size() && is_space(text[at])) ++at;
      continue;
    }
    if ((any_case ? text::to_lower(text[at]) : text[at]) != unit) return std::nullopt;
    ++at;
  }
  const bool cut = at < text.size() && is_word_unit(text[at]) && is_word_unit(phrase.back());
  return cut ? std::nullopt : std::optional(at);
}

bool is_address(std::string_view path) {
  return path.starts_with("http://") || path.starts_with("https://");
}

}  // namespace

HouseList HouseList::read(const std::filesystem::path& path, std::vector<Error>& problems) {
  if (const std::string name = path.string(); is_address(name)) throw Error(texts::error_house_address, name);
  const std::string bytes = text::read_file(path, largest_file);
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
    throw Error(texts::error_house_utf16, path.string());
  return parse(bytes, path, problems);
}

HouseList HouseList::parse(std::string_view bytes, const std::filesystem::path& name, std::vector<Error>& problems) {
  HouseList out;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  std::size_t number = 0;
  for (std::string_view line : text::split(bytes, '\n')) {
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.starts_with('#') || line.find_first_not_of(" \t") == std::string_view::npos) continue;
    const auto refuse = [&](const text::Message& reason) {
      problems.emplace_back(texts::error_house_row, name.string() + ":" + std::to_string(number), reason);
    };
    if (text::find_invalid_utf8(line)) {
      refuse(texts::error_house_utf8);
      continue;
    }
    const std::vector<std::string_view> cells = text::split(line, '\t');
    const auto cell = [&](std::size_t i) { return i < cells.size() ? cells[i] : std::string_view(); };
    const std::optional<Kind> kind = kind_of(cell(0));
    if (!kind) {
      refuse({texts::error_house_kind, cell(0)});
      continue;
    }
    Entry entry{*kind, tidy(cell(1)), tidy_all(cell(2)), tidy(cell(3)), number};
    std::vector<std::u16string> instead;
    if (entry.kind == Kind::prefer) {
      instead = std::exchange(entry.suggestions, {entry.phrase});
    } else {
      instead = {entry.phrase};
    }
    const bool starts_with_words = std::ranges::all_of(
        instead, [](const std::u16string& phrase) { return !phrase.empty() && is_word_unit(phrase.front()); });
    const bool wants_what_it_refuses =
        entry.kind != Kind::never && std::ranges::find_first_of(instead, entry.suggestions) != instead.end();
    if (cells.size() > most_cells) {
      refuse({texts::error_house_cells, most_cells});
    } else if (entry.phrase.empty() || instead.empty()) {
      refuse(entry.kind == Kind::prefer ? texts::error_house_prefer : texts::error_house_phrase);
    } else if (!starts_with_words) {
      refuse(texts::error_house_start);
    } else if (wants_what_it_refuses) {
      refuse(texts::error_house_same);
    } else {
      for (std::u16string& phrase : instead) {
        entry.phrase = std::move(phrase);
        out.add(entry);
      }
    }
  }
  return out;
}

void HouseList::add(Entry entry) {
  const std::size_t number = entries_.size();
  const bool is_low = text::to_lower(entry.phrase) == entry.phrase;
  const bool only_case_is_wrong = std::ranges::any_of(entry.suggestions, [&](const std::u16string& right) {
    return text::to_lower(right) == text::to_lower(entry.phrase);
  });
  index(entry.phrase, number, is_low && !only_case_is_wrong, false);
  if (entry.kind == Kind::prefer) index(entry.suggestions.front(), number, false, true);
  entries_.push_back(std::move(entry));
}

void HouseList::index(std::u16string text, std::size_t entry, bool any_case, bool is_right) {
  const std::u16string_view phrase = text;
  if (!is_word_unit(phrase.front())) return;
  by_first_word_[text::to_lower(phrase.substr(0, word_end(phrase, 0)))].push_back(phrases_.size());
  phrases_.push_back({std::move(text), entry, any_case, is_right});
}

std::vector<HouseList::Match> HouseList::find(std::u16string_view text, std::vector<Range>* wanted) const {
  std::vector<Match> matches;
  std::vector<Range> right;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_word_unit(text[at])) {
      ++at;
      continue;
    }
    const std::size_t next = word_end(text, at);
    const auto known = by_first_word_.find(text::to_lower(text.substr(at, next - at)));
    if (known != by_first_word_.end()) {
      for (const std::size_t number : known->second) {
        const Phrase& phrase = phrases_[number];
        const auto end = end_of(phrase.text, phrase.any_case, text, at);
        if (!end) continue;
        const Range range(static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(*end));
        if (phrase.is_right) {
          right.push_back(range);
        } else {
          matches.push_back({range.first, range.second, &entries_[phrase.entry]});
        }
      }
    }
    at = next;
  }
  // Both are in order of their starts: a match is part of one of those before it if that reaches as far.
  auto range = right.begin();
  std::uint32_t reach = 0;
  std::erase_if(matches, [&](const Match& match) {
    for (; range != right.end() && range->first <= match.start; ++range) reach = std::max(reach, range->second);
    return match.entry->kind != Kind::never && reach >= match.end;
  });
  if (wanted != nullptr) *wanted = std::move(right);
  return matches;
}

bool HouseList::is_never_flagged(std::u16string_view word) const {
  return std::ranges::any_of(find(word), [&](const Match& match) {
    return match.entry->kind == Kind::never && match.start == 0 && match.end == word.size();
  });
}

}  // namespace soat::check
