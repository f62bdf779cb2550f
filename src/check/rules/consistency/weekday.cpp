#include "texts/weekday.h"

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/rule_words.h"
#include "check/rules/characters.h"
#include "check/rules/report_finding.h"
#include "check/rules/table.h"
#include "text/letter_case.h"
#include "text/utf.h"
#include "texts/rules/consistency.h"

namespace soat::check {
namespace {

using text::Analysis;

// By std::chrono's numbers, Sunday first.
constexpr auto weekdays = std::to_array<std::u16string_view>(
    {u"chủ nhật", u"thứ hai", u"thứ ba", u"thứ tư", u"thứ năm", u"thứ sáu", u"thứ bảy"});
constexpr auto numbered =
    std::to_array<std::u16string_view>({u"chủ nhật", u"thứ 2", u"thứ 3", u"thứ 4", u"thứ 5", u"thứ 6", u"thứ 7"});
constexpr auto told = std::to_array<text::MessageId<0>>(
    {texts::weekday_sunday, texts::weekday_monday, texts::weekday_tuesday, texts::weekday_wednesday,
     texts::weekday_thursday, texts::weekday_friday, texts::weekday_saturday});
constexpr std::array<int, 12> longest_months = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

// A date as it is written, [start, end) of the text.
struct Date {
  std::size_t start = 0;
  std::size_t end = 0;
  int day = 0;
  int month = 0;
  int year = 0;        // 0: none
  bool spelt = false;  // "25 tháng 6", where day and month cannot be exchanged

  std::chrono::year_month_day value() const {
    return std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month)) /
           std::chrono::day(static_cast<unsigned>(day));
  }
};

bool equals(std::u16string_view text, std::u16string_view lower) {
  return text.size() == lower.size() && text::to_lower(text) == lower;
}

// Reads a text from a place on.
class Cursor {
 public:
  Cursor(std::u16string_view text, std::size_t at) : text_(text), at_(at) {}

  std::size_t at() const { return at_; }
  char16_t next() const { return at_ < text_.size() ? text_[at_] : u'\0'; }

  // A number of so many digits, and no more; -1 when none stands there.
  int number(std::size_t least, std::size_t most) {
    std::size_t end = at_;
    int value = 0;
    while (end < text_.size() && end - at_ <= most && is_digit(text_[end])) value = 10 * value + (text_[end++] - u'0');
    if (end - at_ < least || end - at_ > most) return -1;
    at_ = end;
    return value;
  }

  bool take(char16_t unit) {
    if (next() != unit) return false;
    ++at_;
    return true;
  }

  bool take_blanks() {
    const std::size_t before = at_;
    while (is_blank(next())) ++at_;
    return at_ > before;
  }

  // A whole word in small letters.
  bool take_word(std::u16string_view word) {
    if (text_.size() - at_ < word.size() || !equals(text_.substr(at_, word.size()), word)) return false;
    const std::size_t end = at_ + word.size();
    if (end < text_.size() && is_latin_letter(text_[end])) return false;
    at_ = end;
    return true;
  }

 private:
  std::u16string_view text_;
  std::size_t at_;
};

// The date whose day begins at a place, where no letter, digit or sign of a number stands.
std::optional<Date> date_at(std::u16string_view text, std::size_t start) {
  Cursor cursor(text, start);
  Date date;
  date.start = start;
  date.day = cursor.number(1, 2);
  if (date.day < 0) return std::nullopt;
  const char16_t sign = cursor.next();
  if (sign == u'/' || sign == u'-' || sign == u'.') {
    cursor.take(sign);
    date.month = cursor.number(1, 2);
    if (date.month < 0) return std::nullopt;
    if (cursor.take(sign)) {
      date.year = cursor.number(4, 4);
      if (date.year < 0) return std::nullopt;
    }
  } else {
    if (!cursor.take_blanks() || !cursor.take_word(u"tháng") || !cursor.take_blanks()) return std::nullopt;
    date.spelt = true;
    date.month = cursor.number(1, 2);
    if (date.month < 0) return std::nullopt;
    Cursor year = cursor;
    bool follows = year.take(u'/') || year.take(u'-');
    if (!follows) {
      year.take(u',');
      follows = year.take_blanks() && year.take_word(u"năm") && year.take_blanks();
    }
    if (follows) {
      date.year = year.number(4, 4);
      if (date.year < 0) return std::nullopt;
      cursor = year;
    }
  }
  date.end = cursor.at();
  // 31/02/2020/NĐ-CP is a symbol, 31/02% or 31/02.5 none of a day.
  const char16_t next = cursor.next();
  if (is_digit(next) || is_latin_letter(next) || next == u'/' || next == u'-' || next == u'%') return std::nullopt;
  if (next == u'.' || next == u',') {
    cursor.take(next);
    if (is_digit(cursor.next())) return std::nullopt;
  }
  return date;
}

std::size_t skip_blanks_back(std::u16string_view text, std::size_t end) {
  while (end > 0 && is_blank(text[end - 1])) --end;
  return end;
}

// Where a word or phrase in small letters begins that ends at a place; nothing when another stands there.
std::optional<std::size_t> word_before(std::u16string_view text, std::size_t end, std::u16string_view word) {
  if (end < word.size() || !equals(text.substr(end - word.size(), word.size()), word)) return std::nullopt;
  const std::size_t start = end - word.size();
  if (start > 0 && (is_latin_letter(text[start - 1]) || is_digit(text[start - 1]))) return std::nullopt;
  return start;
}

// A day of the week as it is written.
struct Weekday {
  std::size_t start = 0;
  std::size_t end = 0;
  unsigned number = 0;
};

// Whether “thứ hai” at a place is a day and not the second of something.
bool is_day(const WordList& before_weekday, std::u16string_view text, const Weekday& weekday) {
  // What is counted has no capital within: the second session, but Thứ Hai.
  const char16_t second = text[text.find(u' ', weekday.start) + 1];
  if (weekday.number == 0 || text::to_lower(second) != second) return true;
  const std::size_t before = skip_blanks_back(text, weekday.start);
  if (before == 0 || !(is_latin_letter(text[before - 1]) || is_digit(text[before - 1]))) return true;
  for (const std::u16string& word : before_weekday) {
    if (word_before(text, before, word)) return true;
  }
  return false;
}

// The day of the week that stands before a date: Thứ Hai, ngày 25/6/2021; thứ hai (25/6/2021).
std::optional<Weekday> weekday_before(const WordList& before_weekday, std::u16string_view text, std::size_t date) {
  std::size_t end = skip_blanks_back(text, date);
  if (const auto start = word_before(text, end, u"ngày")) end = skip_blanks_back(text, *start);
  if (end > 0 && (text[end - 1] == u',' || text[end - 1] == u'(')) end = skip_blanks_back(text, end - 1);
  for (unsigned i = 0; i < weekdays.size(); ++i) {
    auto start = word_before(text, end, weekdays[i]);
    if (!start) start = word_before(text, end, numbered[i]);
    if (!start) continue;
    const Weekday found{*start, end, i};
    return is_day(before_weekday, text, found) ? std::optional(found) : std::nullopt;
  }
  return std::nullopt;
}

// Whether a date cannot be: the month has no such day.
bool is_impossible(const Date& date) {
  if (date.month < 1 || date.month > 12 || date.day < 1 || date.day > 31) return false;
  return date.day > longest_months[static_cast<std::size_t>(date.month - 1)] || (date.year > 0 && !date.value().ok());
}

// A day of the week that is not that of its date, and dates that no calendar has. Read as day, month, year; what would
// be right as month, day, year is left alone, as are days counted by the moon.
class WeekdayRule final : public Rule {
 public:
  explicit WeekdayRule(const RuleWords& words)
      : before_weekday_(words[RuleWords::List::before_weekday]), lunar_(words[RuleWords::List::lunar]) {}

  const RuleInfo& info() const override { return rule_info<"consistency.weekday">(); }

  void check_paragraph(const DocumentView& view, std::uint32_t paragraph, FindingSink& sink) const override {
    const std::u16string_view text = view.paragraphs[paragraph].text;
    std::optional<bool> moon;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (!is_digit(text[i])) continue;
      const std::size_t start = i;
      while (i + 1 < text.size() && is_digit(text[i + 1])) ++i;
      if (start > 0 && (is_latin_letter(text[start - 1]) || is_sign(text[start - 1]))) continue;
      const std::optional<Date> date = date_at(text, start);
      if (!date) continue;
      i = date->end - 1;
      if (!moon) moon = counts_by_the_moon(text);
      if (is_impossible(*date)) {
        tell_impossible(text, *date, *moon, paragraph, sink);
      } else if (!*moon) {
        compare(text, *date, paragraph, sink);
      }
    }
  }

 private:
  static bool is_sign(char16_t unit) { return unit == u'/' || unit == u'-' || unit == u'.' || unit == u','; }

  bool counts_by_the_moon(std::u16string_view text) const {
    const std::u16string lower = text::to_lower(text);
    for (const std::u16string& word : lunar_) {
      if (lower.find(word) != lower.npos) return true;
    }
    return false;
  }

  void tell_impossible(std::u16string_view text, const Date& date, bool moon, std::uint32_t paragraph,
                       FindingSink& sink) const {
    if (moon && date.day <= 30) return;
    const std::size_t before = skip_blanks_back(text, date.start);
    const std::optional<std::size_t> day = word_before(text, before, u"ngày");
    // Without a year it may be a fraction, a score, a number of months.
    if (date.year == 0 && !day) return;
    for (const std::u16string_view word : {u"số", u"không có", u"không có ngày"}) {
      if (word_before(text, before, word)) return;
    }
    const std::u16string written(text.substr(date.start, date.end - date.start));
    report(sink, rule_info<"consistency.date">(),
           {paragraph, static_cast<std::uint32_t>(date.start), static_cast<std::uint32_t>(date.end)}, 0.95F,
           {texts::finding_consistency_date, written});
  }

  void compare(std::u16string_view text, const Date& date, std::uint32_t paragraph, FindingSink& sink) const {
    constexpr int first_year = 1900;  // before it, calendars differ
    if (date.year < first_year || date.month < 1 || date.month > 12 || date.day < 1) return;
    const std::optional<Weekday> written = weekday_before(before_weekday_, text, date.start);
    if (!written) return;
    const unsigned right = std::chrono::weekday(std::chrono::sys_days(date.value())).c_encoding();
    if (right == written->number) return;
    Date exchanged = date;
    std::swap(exchanged.day, exchanged.month);
    if (!date.spelt && exchanged.month <= 12 &&
        std::chrono::weekday(std::chrono::sys_days(exchanged.value())).c_encoding() == written->number)
      return;
    const std::u16string_view weekday = text.substr(written->start, written->end - written->start);
    std::u16string name = like(weekday, (is_digit(weekday.back()) ? numbered : weekdays)[right]);
    const std::u16string day(text.substr(date.start, date.end - date.start));
    const text::Message message(texts::finding_consistency_weekday, day, told[right]);
    report(sink, info(),
           {paragraph, static_cast<std::uint32_t>(written->start), static_cast<std::uint32_t>(written->end)}, 0.85F,
           message, {std::move(name)});
  }

  // The name with the capitals of what is written: Thứ Hai, Thứ hai, thứ hai.
  static std::u16string like(std::u16string_view written, std::u16string_view name) {
    std::u16string out(name);
    const auto is_capital = [&](std::size_t at) { return text::to_lower(written[at]) != written[at]; };
    if (is_capital(0)) out.front() = text::to_upper(out.front());
    const std::size_t second = written.find(u' ') + 1;
    const std::size_t at = out.find(u' ') + 1;
    if (is_capital(second)) out[at] = text::to_upper(out[at]);
    return out;
  }

  WordList before_weekday_;
  WordList lunar_;
};

}  // namespace

std::unique_ptr<Rule> make_consistency_weekday(const RuleData& data) {
  return data.words == nullptr ? nullptr : std::make_unique<WeekdayRule>(*data.words);
}

}  // namespace soat::check
