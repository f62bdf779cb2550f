#include "citation/exchange/identifiers.h"

#include "citation/exchange/exchange.h"

namespace soat::citation {

std::string bare_doi(std::string_view text) {
  std::string doi = squeezed(text);
  const auto at = doi.find("10.");
  if (at == std::string::npos || at == 0) return doi;
  const std::string before = lower_ascii(doi.substr(0, at));
  // Only what is known to stand before a DOI; "figure 10.2" is none.
  return before.find("doi") != std::string::npos ? doi.substr(at) : doi;
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
