#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "check/rules/characters.h"
#include "check/variants/parts.h"
#include "text/letter_case.h"
#include "text/utf.h"

namespace soat::check::variants {

namespace {

using text::Analysis;
using text::Token;
using text::TokenKind;

// How days and months below ten are written. Decree 30/2020/NĐ-CP has a nought before days below ten and months below
// three, where a figure could be put before them.
enum class Noughts : std::uint8_t { none, all, decree };
constexpr std::array<Noughts, 3> all_noughts = {Noughts::none, Noughts::all, Noughts::decree};
constexpr char16_t in_words = u' ';

struct Date {
  Spot spot;
  std::u16string day;  // as written; empty: a month
  std::u16string month;
  std::u16string year;
  char16_t separator = in_words;
};

int value(std::u16string_view digits) {
  int number = 0;
  for (const char16_t digit : digits) number = 10 * number + (digit - u'0');
  return number;
}

std::u16string padded(int number, bool nought) {
  const std::u16string digits = text::to_utf16(std::to_string(number));
  return nought && number < 10 ? u"0" + digits : digits;
}

std::u16string day_in(int day, Noughts noughts) {
  return padded(day, noughts != Noughts::none);
}

std::u16string month_in(int month, Noughts noughts) {
  return padded(month, noughts == Noughts::all || (noughts == Noughts::decree && month < 3));
}

bool fits(const Date& date, Noughts noughts) {
  return (date.day.empty() || day_in(value(date.day), noughts) == date.day) &&
         month_in(value(date.month), noughts) == date.month;
}

bool is_year(std::u16string_view digits) {
  return digits.size() == 4 && std::ranges::all_of(digits, is_digit);
}

bool is_part(std::u16string_view digits, int most) {
  return !digits.empty() && digits.size() <= 2 && std::ranges::all_of(digits, is_digit) && value(digits) >= 1 &&
         value(digits) <= most;
}

// 2/9/2024, 2-9-2024, 2.9.2024; 9/2024 behind “tháng”.
std::optional<Date> in_figures(const Analysis& analysis, std::uint32_t paragraph, std::size_t t) {
  const Token& token = analysis.tokens[t];
  const std::u16string_view text = analysis.view(token);
  const std::size_t first = text.find_first_of(u"/-.");
  if (token.kind != TokenKind::date || first == std::u16string_view::npos) return std::nullopt;
  const std::size_t second = text.find(text[first], first + 1);
  Date date{{paragraph, token.start, token.end}, {}, {}, {}, text[first]};
  if (second == std::u16string_view::npos) {
    if (t == 0 || text[first] != u'/' || !text::equals_in_lower(analysis.view(analysis.tokens[t - 1]), u"tháng"))
      return std::nullopt;
    date.month = text.substr(0, first);
    date.year = text.substr(first + 1);
  } else {
    date.day = text.substr(0, first);
    date.month = text.substr(first + 1, second - first - 1);
    date.year = text.substr(second + 1);
    if (!is_part(date.day, 31)) return std::nullopt;
  }
  if (!is_part(date.month, 12) || !is_year(date.year)) return std::nullopt;
  return date;
}

// “tháng 9 năm 2024” from the first of these words on, the day before it.
std::optional<Date> in_words_at(const Analysis& analysis, std::uint32_t paragraph, std::size_t t) {
  const std::vector<Token>& tokens = analysis.tokens;
  if (t + 3 >= tokens.size() || !text::equals_in_lower(analysis.view(tokens[t]), u"tháng") ||
      analysis.view(tokens[t + 2]) != u"năm")
    return std::nullopt;
  Date date{{paragraph, tokens[t + 1].start, tokens[t + 3].end},
            {},
            std::u16string(analysis.view(tokens[t + 1])),
            std::u16string(analysis.view(tokens[t + 3]))};
  if (!is_part(date.month, 12) || !is_year(date.year)) return std::nullopt;
  if (t > 0 && is_part(analysis.view(tokens[t - 1]), 31)) {
    date.day = analysis.view(tokens[t - 1]);
    date.spot.start = tokens[t - 1].start;
  }
  return date;
}

bool stands_behind_day(const Analysis& analysis, std::uint32_t start) {
  static constexpr std::array<std::u16string_view, 3> words = {u"ngày", u"mùng", u"mồng"};
  const std::u16string_view before = std::u16string_view(analysis.text).substr(0, start);
  if (before.empty() || before.back() != u' ') return false;
  const std::u16string lower = text::to_lower(before.substr(before.size() > 5 ? before.size() - 5 : 0));
  return std::ranges::any_of(words,
                             [&](std::u16string_view word) { return lower.ends_with(std::u16string(word) + u" "); });
}

struct Format {
  char16_t separator = in_words;
  Noughts noughts = Noughts::none;
  auto operator<=>(const Format&) const = default;
};

std::u16string written_as(const Analysis& analysis, const Date& date, Format format) {
  const std::u16string month = month_in(value(date.month), format.noughts);
  if (date.day.empty())
    return format.separator == in_words ? month + u" năm " + date.year : month + format.separator + date.year;
  const std::u16string day = day_in(value(date.day), format.noughts);
  if (format.separator != in_words) return day + format.separator + month + format.separator + date.year;
  const bool needs_day = date.separator != in_words && !stands_behind_day(analysis, date.spot.start);
  return (needs_day ? u"ngày " : u"") + day + u" tháng " + month + u" năm " + date.year;
}

// The dates of each format; where a date is written alike in several, it goes to the one that most dates have.
void add_by_format(VariantKind kind, std::span<const Analysis> paragraphs, const std::vector<Date>& dates,
                   std::vector<VariantGroup>& out) {
  std::map<Format, std::size_t> fitting;
  for (const Date& date : dates) {
    for (const Noughts noughts : all_noughts) {
      if (fits(date, noughts)) ++fitting[{date.separator, noughts}];
    }
  }
  std::map<Format, std::vector<Spot>> by_format;
  std::map<Spot, const Date*> by_spot;
  for (const Date& date : dates) {
    std::optional<Format> best;
    for (const Noughts noughts : all_noughts) {
      const Format format{date.separator, noughts};
      if (fits(date, noughts) && (!best || fitting[format] > fitting[*best])) best = format;
    }
    if (!best) continue;  // 02/9 in a format of its own
    by_format[*best].push_back(date.spot);
    by_spot[date.spot] = &date;
  }
  if (by_format.size() < 2) return;
  std::vector<Format> formats;
  std::vector<std::vector<Spot>> spots;
  for (const auto& [format, of_format] : by_format) {
    formats.push_back(format);
    spots.push_back(of_format);
  }
  out.push_back(make_group(kind, paragraphs, spots, [&](std::size_t way, const Spot& spot, std::size_t other) {
    const Analysis& analysis = paragraphs[spot.paragraph];
    return way == other ? analysis.text.substr(spot.start, spot.end - spot.start)
                        : written_as(analysis, *by_spot.at(spot), formats[other]);
  }));
}

}  // namespace

void add_dates(std::span<const Analysis> paragraphs, std::vector<VariantGroup>& out) {
  std::vector<Date> days;
  std::vector<Date> months;
  for (std::uint32_t p = 0; p < paragraphs.size(); ++p) {
    for (std::size_t t = 0; t < paragraphs[p].tokens.size(); ++t) {
      std::optional<Date> date = in_figures(paragraphs[p], p, t);
      if (!date) date = in_words_at(paragraphs[p], p, t);
      if (date) (date->day.empty() ? months : days).push_back(std::move(*date));
    }
  }
  add_by_format(VariantKind::date, paragraphs, days, out);
  add_by_format(VariantKind::month, paragraphs, months, out);
}

}  // namespace soat::check::variants
