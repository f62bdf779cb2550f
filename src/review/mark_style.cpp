#include "review/mark_style.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string_view>
#include <utility>

#include "text/utf.h"

namespace soat::review {
namespace {

using check::Category;

constexpr auto line_names = std::to_array<std::pair<MarkLine, std::u16string_view>>({
    {MarkLine::wave, u"wave"},
    {MarkLine::dotted, u"dotted"},
    {MarkLine::solid, u"solid"},
});

bool category_of(std::u16string_view entry, Category& category) {
  const std::size_t equals = entry.find(u'=');
  return equals != std::u16string_view::npos &&
         check::category_from_name(text::to_utf8(entry.substr(0, equals)), category);
}

bool read_entry(std::u16string_view entry, Category& category, MarkStyle& mark) {
  if (!category_of(entry, category)) return false;
  entry.remove_prefix(entry.find(u'=') + 1);
  const std::size_t blank = entry.find(u' ');
  if (blank == std::u16string_view::npos || !read_colour(entry.substr(0, blank), mark.colour)) return false;
  const auto line =
      std::ranges::find(line_names, entry.substr(blank + 1), [](const auto& named) { return named.second; });
  if (line == line_names.end()) return false;
  mark.line = line->first;
  return true;
}

}  // namespace

MarkStyle usual_mark(Category category) {
  return {check::info_of(category).colour, MarkLine::wave};
}

MarkStyles usual_marks() {
  MarkStyles marks;
  for (const check::CategoryInfo& info : check::categories) marks.of(info.category) = usual_mark(info.category);
  return marks;
}

MarkStyles read_marks(const std::vector<std::u16string>& entries) {
  MarkStyles marks = usual_marks();
  for (const std::u16string& entry : entries) {
    Category category{};
    MarkStyle mark;
    if (read_entry(entry, category, mark)) {
      marks.of(category) = mark;
    } else {
      marks.not_understood.push_back(entry);
    }
  }
  return marks;
}

std::vector<std::u16string> entries_of(const MarkStyles& marks) {
  std::vector<std::u16string> entries;
  for (const check::CategoryInfo& info : check::categories) {
    const MarkStyle& mark = marks.of(info.category);
    if (mark == usual_mark(info.category)) continue;
    const auto line = std::ranges::find(line_names, mark.line, [](const auto& named) { return named.first; });
    entries.push_back(std::u16string(info.name.begin(), info.name.end()) + u"=" + colour_digits(mark.colour) + u" " +
                      std::u16string(line->second));
  }
  entries.insert(entries.end(), marks.not_understood.begin(), marks.not_understood.end());
  return entries;
}

void forget_damaged(MarkStyles& marks) {
  std::erase_if(marks.not_understood, [](const std::u16string& entry) {
    Category category{};
    return category_of(entry, category);
  });
}

bool read_colour(std::u16string_view text, std::uint32_t& rgb) {
  constexpr std::size_t digits = 6;
  if (text.starts_with(u'#')) text.remove_prefix(1);
  if (text.size() != digits) return false;
  std::uint32_t value = 0;
  for (const char16_t c : text) {
    const char16_t low = c >= u'A' && c <= u'F' ? static_cast<char16_t>(c - u'A' + u'a') : c;
    if (low >= u'0' && low <= u'9') {
      value = value * 16 + (low - u'0');
    } else if (low >= u'a' && low <= u'f') {
      value = value * 16 + (low - u'a' + 10);
    } else {
      return false;
    }
  }
  rgb = value;
  return true;
}

std::u16string colour_digits(std::uint32_t rgb) {
  std::u16string text;
  for (int shift = 20; shift >= 0; shift -= 4) text += u"0123456789ABCDEF"[rgb >> shift & 0xFU];
  return text;
}

std::vector<std::uint32_t> mark_sample(const MarkStyle& mark, std::uint32_t width, std::uint32_t height) {
  constexpr std::uint32_t white = 0xFFFFFF;
  constexpr std::uint32_t wave_length = 8;
  constexpr std::uint32_t dot_to_dot = 4;
  std::vector<std::uint32_t> pixels(std::size_t{width} * height, white);
  const std::uint32_t thickness = mark.line == MarkLine::solid ? 3 : mark.line == MarkLine::dotted ? 1 : 2;
  const std::uint32_t middle = height / 2;
  for (std::uint32_t x = 0; x < width; ++x) {
    std::uint32_t y = middle;
    if (mark.line == MarkLine::wave) {
      y = static_cast<std::uint32_t>(
          std::lround(middle + 1.5 * std::sin(2 * std::numbers::pi * (x % wave_length) / wave_length)));
    } else if (mark.line == MarkLine::dotted && x % dot_to_dot != 0) {
      continue;
    }
    for (std::uint32_t at = y; at < std::min(y + thickness, height); ++at)
      pixels[std::size_t{at} * width + x] = mark.colour;
  }
  return pixels;
}

}  // namespace soat::review
