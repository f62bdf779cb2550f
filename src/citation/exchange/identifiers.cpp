#include "citation/exchange/identifiers.h"

#include <algorithm>

#include "citation/exchange/exchange.h"
#include "text/ascii.h"

namespace soat::citation {

std::string bare_doi(std::string_view text) {
  std::string doi = squeezed(text);
  const auto at = doi.find("10.");
  if (at == std::string::npos || at == 0) return doi;
  const std::string before = lower_ascii(doi.substr(0, at));
  // Only what is known to stand before a DOI; "figure 10.2" is none.
  return before.find("doi") != std::string::npos ? doi.substr(at) : doi;
}

std::string_view without_punctuation(std::string_view text) {
  constexpr std::string_view ends = ".,;:!?'\"”’»>]}*";
  while (!text.empty()) {
    const char last = text.back();
    const bool alone = last == ')' && std::ranges::count(text, ')') > std::ranges::count(text, '(');
    if (!alone && ends.find(last) == std::string_view::npos) break;
    text.remove_suffix(1);
  }
  return text;
}

std::string_view doi_in(std::string_view word) {
  for (std::size_t at = word.find("10."); at != std::string_view::npos; at = word.find("10.", at + 1)) {
    if (at > 0 && text::is_ascii_digit(word[at - 1])) continue;
    const auto slash = word.find('/', at);
    if (slash == std::string_view::npos) break;
    const std::string_view registrant = word.substr(at + 3, slash - at - 3);
    const std::string_view first = registrant.substr(0, registrant.find('.'));
    if (first.size() < 4 || first.size() > 9 || !std::ranges::all_of(first, text::is_ascii_digit<char>)) continue;
    const std::string_view found = word.substr(at);
    // In a SICI angle brackets are part of the identifier (ANSI/NISO Z39.56): "85:1<1::AID-CNCR1>3.0.CO;2-W".
    const bool is_sici = found.find("::") != std::string_view::npos;
    const std::string_view doi = without_punctuation(found.substr(0, found.find_first_of(is_sici ? "?#|" : "?#<|")));
    return doi.size() > slash + 1 - at ? doi : std::string_view();
  }
  return {};
}

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  std::string result;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (text::is_ascii_alphanumeric(c) || std::string_view("-._~/():;").find(c) != std::string_view::npos) {
      result += c;
    } else {
      result += '%';
      result += hex[byte >> 4];
      result += hex[byte & 0xF];
    }
  }
  return result;
}

std::string doi_address(std::string_view doi) {
  return "https://doi.org/" + percent_encoded(doi);
}

BookNumber book_number(std::string_view text) {
  std::size_t digits = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if ((c >= '0' && c <= '9') || ((c == 'X' || c == 'x') && (digits == 9 || digits == 7))) {
      ++digits;
    } else if (c == '-' || (static_cast<unsigned char>(c) & 0x80) != 0 || (c == ' ' && digits < 8)) {
      continue;
    } else if (digits > 0) {
      break;  // a second number, or "(pbk)"
    }
  }
  return digits == 10 || digits == 13 ? BookNumber::isbn : digits == 8 ? BookNumber::issn : BookNumber::none;
}

}  // namespace soat::citation
