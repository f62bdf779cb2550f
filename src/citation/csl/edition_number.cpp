#include "citation/csl/edition_number.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>

#include "text/letter_case.h"
#include "text/utf.h"

namespace soat::citation {

namespace {

// Words round the number that only say that it is an edition's.
constexpr std::array<std::string_view, 9> kRound = {"ed", "edn", "edition", "tái", "bản", "xuất", "ấn", "lần", "thứ"};

constexpr std::array<std::pair<std::string_view, int>, 20> kNumbers = {
    {{"first", 1},  {"second", 2}, {"third", 3},  {"fourth", 4}, {"fifth", 5}, {"sixth", 6}, {"seventh", 7},
     {"eighth", 8}, {"ninth", 9},  {"tenth", 10}, {"nhất", 1},   {"hai", 2},   {"ba", 3},    {"tư", 4},
     {"năm", 5},    {"sáu", 6},    {"bảy", 7},    {"tám", 8},    {"chín", 9},  {"mười", 10}}};

std::optional<int> number_of(std::string_view word) {
  const auto named = std::ranges::find(kNumbers, word, &std::pair<std::string_view, int>::first);
  if (named != kNumbers.end()) return named->second;
  int number = 0;
  const char* const end = word.data() + word.size();
  const auto [behind, failed] = std::from_chars(word.data(), end, number);
  if (failed != std::errc() || number < 1 || number > 999) return std::nullopt;
  const std::string_view suffix(behind, static_cast<std::size_t>(end - behind));
  constexpr std::array<std::string_view, 5> suffixes = {"", "st", "nd", "rd", "th"};
  return std::ranges::find(suffixes, suffix) != suffixes.end() ? std::optional(number) : std::nullopt;
}

}  // namespace

std::optional<int> edition_number(std::string_view edition) {
  const std::string small = text::to_utf8(text::to_lower(text::to_utf16(edition)));
  constexpr std::string_view between = " .\t()";
  std::optional<int> number;
  for (std::size_t at = small.find_first_not_of(between); at != std::string::npos;
       at = small.find_first_not_of(between, at)) {
    const std::size_t end = std::min(small.find_first_of(between, at), small.size());
    const std::string_view word = std::string_view(small).substr(at, end - at);
    at = end;
    if (std::ranges::find(kRound, word) != kRound.end()) continue;
    if (number) return std::nullopt;
    number = number_of(word);
    if (!number) return std::nullopt;
  }
  const bool mere = number && small == std::to_string(*number);
  return mere ? std::nullopt : number;
}

}  // namespace soat::citation
