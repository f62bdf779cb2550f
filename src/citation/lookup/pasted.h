#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace soat::citation {

// What names a source to a service that knows its data.
struct Identifier {
  enum class Kind : unsigned char { doi, isbn, pmid, arxiv };
  Kind kind = Kind::doi;
  std::string value;  // bare: "10.5/a", 13 or 10 digits, "31234567", "1706.03762"

  bool operator==(const Identifier&) const = default;
};

// The identifiers in a text that a user pastes, one or several, in their order, each once: DOIs as they are or in
// addresses, arXiv's numbers of both kinds, ISBNs whose check digit is right, PubMed's numbers behind "PMID" or in
// addresses. Digits alone are a PMID only where the text holds nothing else. Linear in the text.
std::vector<Identifier> identifiers_in(std::string_view text);

// Whether the check digit of 10 or 13 digits (X as 10) is right.
bool is_isbn(std::string_view digits);

}  // namespace soat::citation
