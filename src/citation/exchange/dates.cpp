#include "citation/exchange/dates.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "citation/exchange/exchange.h"
#include "text/ascii.h"

namespace soat::citation {

using nlohmann::json;

namespace {

json date(int year, int month, int day) {
  json parts = json::array({year});
  if (month >= 1 && month <= 12) {
    parts.push_back(month);
    if (day >= 1 && day <= 31) parts.push_back(day);
  }
  return {{"date-parts", json::array({parts})}};
}

// The first month written as an English word; 0 when there is none.
int month_word(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (!text::is_ascii_letter(text[i])) {
      ++i;
      continue;
    }
    const std::size_t start = i;
    while (i < text.size() && text::is_ascii_letter(text[i])) ++i;
    if (const int month = read_month(text.substr(start, i - start)); month > 0) return month;
  }
  return 0;
}

// Reads what stands at a place of a text, piece by piece; a piece that does not fit moves nothing.
class Scanner {
 public:
  Scanner(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  bool literal(std::string_view wanted) {
    if (!text_.substr(at_).starts_with(wanted)) return false;
    at_ += wanted.size();
    return true;
  }
  bool one_of(std::string_view set) {
    if (at_ >= text_.size() || set.find(text_[at_]) == std::string_view::npos) return false;
    ++at_;
    return true;
  }
  // Up to `most` of the characters.
  int some_of(std::string_view set, int most) {
    int count = 0;
    while (count < most && one_of(set)) ++count;
    return count;
  }
  // A number of at most `most` digits; nothing for none or more.
  std::optional<std::string> number(std::size_t most) {
    const std::size_t start = at_;
    while (at_ < text_.size() && text::is_ascii_digit(text_[at_]) && at_ - start <= most) ++at_;
    if (at_ == start || at_ - start > most) {
      at_ = start;
      return std::nullopt;
    }
    return std::string(text_.substr(start, at_ - start));
  }
  // A word of at most `most` letters, digits or bytes above ASCII.
  bool word(std::size_t most) {
    const std::size_t start = at_;
    std::size_t letters = 0;
    while (at_ < text_.size() &&
           (text::is_ascii_letter(text_[at_]) || text::is_ascii_digit(text_[at_]) || (text_[at_] & 0x80) != 0)) {
      if ((text_[at_] & 0xC0) != 0x80 && ++letters > most) {
        at_ = start;
        return false;
      }
      ++at_;
    }
    return at_ > start;
  }

 private:
  std::string_view text_;
  std::size_t at_;
};

// "25/06/2021", "5 tháng 3 năm 2020", "3 tháng 5, 2012".
std::optional<std::string> day_month_year(Scanner& scanner, bool words) {
  const auto day = scanner.number(2);
  if (!day || std::stoi(*day) < 1 || std::stoi(*day) > 31) return std::nullopt;
  if (!scanner.one_of("/.-") && !(words && scanner.literal(" tháng "))) return std::nullopt;
  const auto month = scanner.number(2);
  if (!month || std::stoi(*month) < 1 || std::stoi(*month) > 12) return std::nullopt;
  if (!scanner.one_of("/.-") && !(words && (scanner.literal(" năm ") || scanner.literal(", ")))) return std::nullopt;
  const auto year = scanner.number(4);
  if (!year || (!year->starts_with("19") && !year->starts_with("20")) || year->size() != 4) return std::nullopt;
  return *year + "-" + *month + "-" + *day;
}

// A date behind the name of a day, or behind "Ngày", "Ngày đăng:", "Cập nhật:", "Đăng lúc".
std::optional<std::string> named_day(std::string_view text, std::size_t at) {
  Scanner scanner(text, at);
  if (scanner.literal("Thứ ")) {
    if (!scanner.word(12)) return std::nullopt;
  } else if (!scanner.literal("Chủ nhật") && !scanner.literal("Chủ Nhật")) {
    if (!scanner.literal("Ngày") && !scanner.literal("ngày") && !scanner.literal("Cập nhật") &&
        !scanner.literal("Đăng lúc"))
      return std::nullopt;
    scanner.literal(" đăng");
    scanner.literal(":");
  }
  scanner.some_of(" ,", 3);
  scanner.literal("ngày ");
  return day_month_year(scanner, true);
}

// A date with a time of day behind it.
std::optional<std::string> timed_day(std::string_view text, std::size_t at) {
  Scanner scanner(text, at);
  auto found = day_month_year(scanner, false);
  if (!found || scanner.some_of(" ,|-", 4) == 0) return std::nullopt;
  const auto hour = scanner.number(2);
  if (!hour || std::stoi(*hour) > 29 || !scanner.one_of(":hg")) return std::nullopt;
  const auto minute = scanner.number(2);
  if (!minute || minute->size() != 2 || std::stoi(*minute) > 59) return std::nullopt;
  return found;
}

}  // namespace

int read_month(std::string_view text) {
  static constexpr std::array<std::string_view, 12> months = {"january",   "february", "march",    "april",
                                                              "may",       "june",     "july",     "august",
                                                              "september", "october",  "november", "december"};
  std::string word;
  for (const char c : text) {
    if (c != ' ' && c != '.' && c != '\t' && c != '\n' && c != '\r')
      word += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  if (!word.empty() && word.size() <= 2 && std::ranges::all_of(word, text::is_ascii_digit<char>)) {
    const int month = std::stoi(word);
    return month <= 12 ? month : 0;
  }
  if (word.size() < 3) return 0;
  for (std::size_t i = 0; i < months.size(); ++i) {
    if (months[i] == word || (months[i].starts_with(word) && word.size() <= 4)) return static_cast<int>(i) + 1;
  }
  return 0;
}

json read_date(std::string_view text) {
  // Runs of digits, in order; the year is the one of four.
  std::vector<std::string> runs;
  for (std::size_t i = 0; i < text.size() && runs.size() < 3;) {
    if (!text::is_ascii_digit(text[i])) {
      ++i;
      continue;
    }
    const std::size_t start = i;
    while (i < text.size() && text::is_ascii_digit(text[i])) ++i;
    runs.emplace_back(text.substr(start, i - start));
  }
  const auto number = [&](std::size_t i) { return runs[i].size() > 4 ? -1 : std::stoi(runs[i]); };
  if (runs.empty()) return nullptr;
  if (runs[0].size() == 4) {
    const int word = runs.size() > 1 && runs[1].size() > 2 ? 0 : month_word(text);  // "2020 Mar 5"
    if (word > 0) return date(number(0), word, runs.size() > 1 ? number(1) : 0);
    return date(number(0), runs.size() > 1 ? number(1) : 0, runs.size() > 2 ? number(2) : 0);
  }
  if (runs[0].size() == 8) {  // 20200305
    return date(std::stoi(runs[0].substr(0, 4)), std::stoi(runs[0].substr(4, 2)), std::stoi(runs[0].substr(6, 2)));
  }
  if (runs.size() == 3 && runs[2].size() == 4) return date(number(2), number(1), number(0));
  if (runs.size() >= 2 && runs[1].size() == 4) {
    if (const int word = month_word(text); word > 0) return date(number(1), word, number(0));  // "5 March 2020"
    const bool month = runs[0].size() <= 2 && (text.find_first_of("/-") != std::string_view::npos ||
                                               text.find("áng") != std::string_view::npos);
    return date(number(1), month ? number(0) : 0, 0);
  }
  return nullptr;
}

namespace {

// "-0044" is the year 45 before ours: EDTF counts a year 0. Nothing for other dates.
std::optional<json> read_early(std::string_view text) {
  if (text.size() < 5 || text.front() != '-') return std::nullopt;
  json early = read_date(text.substr(1));
  if (early.is_null() || !std::all_of(text.begin() + 1, text.begin() + 5, text::is_ascii_digit<char>))
    return std::nullopt;
  json& year = early["date-parts"][0][0];
  year = -(year.get<int>() + 1);
  return early;
}

// "2001-21" to "2001-24": spring to winter.
std::optional<json> read_season(std::string_view text) {
  constexpr std::string_view numbers = "1234";
  if (text.size() != 7 || text[4] != '-' || text[5] != '2' || numbers.find(text[6]) == std::string_view::npos)
    return std::nullopt;
  json year = read_date(text.substr(0, 4));
  if (!year.is_null()) year["season"] = text[6] - '0';
  return year;
}

json read_one_or_range(std::string_view text);

}  // namespace

json read_date_or_range(std::string_view said) {
  std::string text = squeezed(said);
  const bool circa = text.size() > 4 && std::string_view("?~%").find(text.back()) != std::string_view::npos;
  std::erase_if(text, [](char c) { return c == '?' || c == '~' || c == '%'; });
  json date = read_one_or_range(text);
  if (circa && !date.is_null()) date["circa"] = true;
  return date;
}

namespace {

json read_one_or_range(std::string_view text) {
  if (auto early = read_early(text)) return std::move(*early);
  if (auto season = read_season(text)) return std::move(*season);
  const auto slash = text.find('/');
  // "2020/03" is a month, "2020-03/2020-05" and "2019/2020" are ranges.
  if (slash != std::string_view::npos && text.find('/', slash + 1) == std::string_view::npos) {
    std::string_view second = text.substr(slash + 1);
    const auto years = [](std::string_view part) {
      return part.size() >= 4 && std::all_of(part.begin(), part.begin() + 4, text::is_ascii_digit<char>);
    };
    if (years(squeezed(text)) && years(squeezed(second))) {
      json from = read_date(text.substr(0, slash));
      const json to = read_date(second);
      if (!from.is_null() && !to.is_null()) from["date-parts"].push_back(to["date-parts"][0]);
      return from;
    }
  }
  return read_date(text);
}

}  // namespace

std::string visible_date(std::string_view text) {
  std::optional<std::string> timed;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto first = static_cast<unsigned char>(text[at]);
    const bool letter = first == 'T' || first == 'C' || first == 'N' || first == 'n';
    if (letter || text.substr(at).starts_with("Đăng")) {
      if (auto found = named_day(text, at)) return *found;
    } else if (!timed && text::is_ascii_digit(text[at]) && (at == 0 || !text::is_ascii_digit(text[at - 1]))) {
      timed = timed_day(text, at);
    }
  }
  return timed.value_or("");
}

}  // namespace soat::citation
