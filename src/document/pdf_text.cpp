#include "document/pdf_text.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "text/char_class.h"

namespace soat::document {
namespace {

using Lines = std::vector<std::u16string_view>;

std::vector<std::u16string_view> split(std::u16string_view text, char16_t at) {
  std::vector<std::u16string_view> pieces;
  while (true) {
    const std::size_t end = text.find(at);
    pieces.push_back(text.substr(0, end));
    if (end == std::u16string_view::npos) return pieces;
    text.remove_prefix(end + 1);
  }
}

std::u16string_view trimmed(std::u16string_view line) {
  const auto is_white = [](char16_t unit) { return unit == u' ' || unit == u'\t' || unit == u'\r'; };
  while (!line.empty() && is_white(line.front())) line.remove_prefix(1);
  while (!line.empty() && is_white(line.back())) line.remove_suffix(1);
  return line;
}

bool is_lower(char16_t unit) {
  return text::CharTable::get().is_lower(unit);
}

bool is_letter(char16_t unit) {
  return text::CharTable::get().class_of(unit) == text::CharClass::letter;
}

bool is_digit(char16_t unit) {
  return unit >= u'0' && unit <= u'9';
}

// "12", "- 12 -", "Trang 12", "12/40".
bool is_page_number(std::u16string_view line) {
  for (const std::u16string_view word : {u"Trang ", u"trang ", u"Page "}) {
    if (line.starts_with(word)) line.remove_prefix(word.size());
  }
  constexpr std::u16string_view others = u" -–—/";
  const auto is_part = [&](char16_t unit) { return is_digit(unit) || others.find(unit) != others.npos; };
  return line.size() <= 12 && std::ranges::any_of(line, is_digit) && std::ranges::all_of(line, is_part);
}

// The lines of a page without those at its ends that hold its number.
Lines lines_of(std::u16string_view page) {
  Lines lines;
  for (const std::u16string_view line : split(page, u'\n')) lines.push_back(trimmed(line));
  const auto is_blank = [](std::u16string_view line) { return line.empty(); };
  const auto drop_at_ends = [&](auto is_dropped) {
    const auto last = std::find_if_not(lines.rbegin(), lines.rend(), is_dropped).base();
    lines.erase(last, lines.end());
    lines.erase(lines.begin(), std::find_if_not(lines.begin(), lines.end(), is_dropped));
  };
  drop_at_ends(is_blank);
  if (!lines.empty() && is_page_number(lines.back())) lines.pop_back();
  if (!lines.empty() && is_page_number(lines.front())) lines.erase(lines.begin());
  drop_at_ends(is_blank);
  return lines;
}

// Whether a line begins something of its own: a point of a list, an article.
bool begins_item(std::u16string_view line) {
  constexpr std::u16string_view bullets = u"-–—•·▪●○*+";
  if (line.size() < 2) return false;
  if (bullets.find(line.front()) != bullets.npos && line[1] == u' ') return true;
  for (const std::u16string_view word : {u"Điều ", u"Chương ", u"Mục ", u"Khoản "}) {
    if (line.starts_with(word) && line.size() > word.size() &&
        (is_digit(line[word.size()]) || line[word.size()] == u'I'))
      return true;
  }
  std::size_t at = 0;
  while (at < line.size() && is_digit(line[at])) ++at;
  if (at == 0 && is_lower(line.front())) at = 1;  // "a) "
  if (at == 0 || at > 3 || at + 1 >= line.size()) return false;
  return (line[at] == u'.' || line[at] == u')') && line[at + 1] == u' ';
}

bool ends_sentence(std::u16string_view line) {
  constexpr std::u16string_view signs = u".!?:;…";
  while (!line.empty() && (line.back() == u'"' || line.back() == u'”' || line.back() == u')')) line.remove_suffix(1);
  return !line.empty() && signs.find(line.back()) != signs.npos;
}

// Whether a paragraph ends with a line: what comes next begins something, or the line has ended a sentence well before
// the others do.
bool is_last(std::u16string_view line, std::u16string_view next, std::size_t widest) {
  constexpr std::size_t tenths = 8;  // of the widest line, from which on the next word may not have fitted
  return begins_item(next) || (ends_sentence(line) && line.size() * 10 < widest * tenths);
}

// Adds a line to the paragraph that it goes on with.
void join(std::u16string& paragraph, std::u16string_view line) {
  if (paragraph.empty()) {
    paragraph = line;
    return;
  }
  const bool is_soft = paragraph.back() == u'\u00AD';
  const bool is_hyphen = is_soft || (paragraph.back() == u'-' && paragraph.size() > 1 &&
                                     is_letter(paragraph[paragraph.size() - 2]) && is_letter(line.front()));
  if (!is_hyphen) {
    paragraph += u' ';
  } else {
    // "ra-đi-/ô" has its hyphens anyway; a name goes on with a capital.
    const std::size_t word = paragraph.find_last_of(u' ') + 1;
    const bool has_others = paragraph.find(u'-', word) < paragraph.size() - 1;
    if (is_soft || (!has_others && is_lower(line.front()))) paragraph.pop_back();
  }
  paragraph += line;
}

struct Block {
  std::u16string text;
  std::uint32_t page = 0;
};

void add_blocks(const Lines& lines, std::uint32_t page, std::vector<Block>& blocks) {
  std::size_t widest = 0;
  for (const std::u16string_view line : lines) widest = std::max(widest, line.size());
  bool begins = true;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].empty()) {
      begins = true;
      continue;
    }
    const bool goes_on_from_page = i == 0 && !blocks.empty() && !ends_sentence(blocks.back().text) &&
                                   is_lower(lines[i].front()) && !begins_item(lines[i]);
    if (begins && !goes_on_from_page) blocks.push_back({{}, page});
    join(blocks.back().text, lines[i]);
    begins = i + 1 < lines.size() && !lines[i + 1].empty() && is_last(lines[i], lines[i + 1], widest);
  }
}

}  // namespace

Document document_of_pages(std::u16string_view text) {
  std::vector<Block> blocks;
  std::uint32_t page = 0;
  for (const std::u16string_view one : split(text, u'\f')) add_blocks(lines_of(one), ++page, blocks);
  Document document;
  std::vector<text::DocumentPlace> places;
  for (const Block& block : blocks) {
    text::DocumentPlace place;
    place.paragraph = static_cast<std::uint32_t>(document.size());
    place.page = block.page;
    places.push_back(place);
    document.append(block.text);
  }
  document.set_places(std::move(places));
  return document;
}

}  // namespace soat::document
