#include "reference/source_list/list.h"

#include <algorithm>
#include <array>
#include <utility>

#include "reference/phrases.h"
#include "reference/word_lists.h"
#include "text/ascii.h"

namespace soat::reference::source_list {

using Kind = LineWord::Kind;

int number_of(std::u16string_view digits) {
  int value = 0;
  for (const char16_t unit : digits.substr(0, 6)) value = value * 10 + (unit - u'0');
  return value;
}

bool is_year(const LineWord& word) {
  return word.kind == Kind::digits && word.key.size() == 4 &&
         (word.key.starts_with(u"19") || word.key.starts_with(u"20"));
}

namespace {

bool may_be_heading(Line line) {
  if (line.size() < 9 || line.size() > 80) return false;
  constexpr auto parts =
      std::to_array<Line>({u"ham khảo", u"HAM KHẢO", u"Ham Khảo", u"ham Khảo", u"rích dẫn", u"RÍCH DẪN", u"eferenc",
                           u"EFERENC", u"ibliograph", u"IBLIOGRAPH", u"orks ", u"ORKS "});
  return std::ranges::any_of(parts, [&](Line part) { return line.find(part) != Line::npos; });
}

// Past "V.", "5)", "-" at the start.
std::size_t past_list_mark(const std::vector<LineWord>& words) {
  std::size_t at = 0;
  while (at < words.size() && words[at].kind == Kind::mark) ++at;
  const bool number = at + 1 < words.size() && words[at + 1].kind == Kind::mark &&
                      (words[at].kind == Kind::digits || (words[at].kind == Kind::letters && words[at].key.size() < 5));
  if (number) ++at;
  while (at < words.size() && words[at].kind == Kind::mark) ++at;
  return at;
}

}  // namespace

bool is_list_heading(Line line) {
  if (!may_be_heading(line)) return false;
  static const Phrases& headings = WordLists::source_list()["heading"];
  const std::vector<LineWord> words = words_of(line);
  const std::size_t start = past_list_mark(words);
  if (start == words.size()) return false;
  std::size_t end = start + headings.at(words, start, false).length;
  if (end == start) return false;
  while (end < words.size() && words[end].kind == Kind::mark) ++end;
  return end == words.size();
}

namespace {

// "[4] …", "4. …", "4) …": the number, and where the entry itself begins.
std::pair<int, std::size_t> entry_number(const std::vector<LineWord>& words) {
  const auto mark = [&](std::size_t i, Line what) { return i < words.size() && words[i].key == what; };
  if (mark(0, u"[") && words.size() > 3 && words[1].kind == Kind::digits && words[1].key.size() < 4 && mark(2, u"]"))
    return {number_of(words[1].key), 3};
  if (words.size() > 2 && words[0].kind == Kind::digits && words[0].key.size() < 4 &&
      (mark(1, u".") || mark(1, u")")) && words[2].kind != Kind::digits)
    return {number_of(words[0].key), 2};
  return {0, 0};
}

// Web addresses and DOIs of an entry, without what differs between two ways of writing the same.
std::vector<std::u16string> addresses_in(Line line) {
  std::vector<std::u16string> found;
  for (const Line start : {Line(u"://"), Line(u"10.")}) {
    for (std::size_t at = line.find(start); at != Line::npos; at = line.find(start, at + 1)) {
      const bool doi = start == u"10.";
      if (doi && at > 0 && (text::is_ascii_digit(line[at - 1]) || line[at - 1] == u'.')) continue;
      const std::size_t begin = doi ? at : at + 3;
      Line address = line.substr(begin, line.find_first_of(u" \t<>\"”’)]", begin) - begin);
      while (!address.empty() &&
             (address.back() == u'.' || address.back() == u',' || address.back() == u'/' || address.back() == u';'))
        address.remove_suffix(1);
      if (address.starts_with(u"www.")) address.remove_prefix(4);
      const std::size_t path = address.find(u'/');
      // A site alone is no page, and 10.5 is a number.
      if (path == Line::npos || path + 1 >= address.size() || (doi && path < 7)) continue;
      found.emplace_back(address);
    }
  }
  return found;
}

Entry read_entry(Line line, std::uint32_t paragraph) {
  const std::vector<LineWord> words = words_of(line);
  Entry entry;
  entry.paragraph = paragraph;
  const auto [number, start] = entry_number(words);
  entry.number = number;
  entry.addresses = addresses_in(line);
  bool first_author = true;
  for (std::size_t i = start; i < words.size(); ++i) {
    const LineWord& word = words[i];
    if (word.kind != Kind::mark) entry.words += word.key + u' ';
    if (is_year(word) && entry.years.size() < 8) {
      std::u16string year = word.key;
      if (i + 1 < words.size() && !words[i + 1].space_before && words[i + 1].kind == Kind::letters &&
          words[i + 1].key.size() == 1)
        year += words[i + 1].key;
      entry.years.push_back(std::move(year));
    }
    if (!entry.years.empty()) continue;
    if (word.kind == Kind::mark) {
      const bool initial = word.key == u"." && i > start && words[i - 1].end - words[i - 1].start == 1;
      if (word.key != u"-" && word.key != u"'" && !initial && !entry.author.empty()) first_author = false;
    } else if (word.kind == Kind::letters) {
      entry.before_year.insert(word.key);
      if (word.capital) entry.initials += word.key.front();
      if (first_author && word.end - word.start > 1 && entry.author.size() < 12) entry.author.push_back(word.key);
    }
  }
  return entry;
}

// Unless most entries have a number, numbers mean nothing.
List read_list(std::span<const Line> paragraphs, std::uint32_t heading) {
  static const Phrases& other_headings = WordLists::source_list()["other-heading"];
  List list;
  list.heading = heading;
  list.end = heading + 1;
  std::size_t with_number = 0;
  std::size_t long_lines = 0;
  for (std::uint32_t p = heading + 1; p < paragraphs.size(); ++p) {
    const Line line = paragraphs[p];
    if (is_list_heading(line)) break;
    long_lines += line.size() >= 25;
    if (line.size() <= 60) {
      const std::vector<LineWord> words = words_of(line);
      if (words.empty()) continue;
      const std::size_t start = past_list_mark(words);
      if (start < words.size() && other_headings.at(words, start, false).length > 0) break;
    }
    Entry entry = read_entry(line, p);
    if (entry.number == 0 && (line.size() < 25 || entry.years.empty())) continue;  // a heading by language
    with_number += entry.number > 0;
    list.entries.push_back(std::move(entry));
    list.end = p + 1;
  }
  list.numbered = with_number * 5 >= list.entries.size() * 4 && with_number >= 2;
  if (list.numbered) {
    std::erase_if(list.entries, [](const Entry& entry) { return entry.number == 0; });
    list.end = list.entries.back().paragraph + 1;
  } else if (list.entries.size() * 5 < long_lines * 3) {
    list.entries.clear();  // running text with a year here and there
  }
  return list;
}

}  // namespace

std::optional<List> find_list(std::span<const Line> paragraphs) {
  std::optional<List> found;
  for (std::uint32_t p = 0; p < paragraphs.size(); ++p) {
    if (!is_list_heading(paragraphs[p])) continue;
    List list = read_list(paragraphs, p);
    if (list.entries.size() < 2) continue;
    if (found && found->end <= list.heading) return std::nullopt;
    // A heading in a table of contents is followed by the whole text: the later heading is the true one.
    found = std::move(list);
  }
  return found;
}

}  // namespace soat::reference::source_list
