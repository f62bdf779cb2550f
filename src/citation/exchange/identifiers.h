#pragma once

#include <string>
#include <string_view>

namespace soat::citation {

// A DOI without what is written before it: "https://doi.org/10.5/a", "doi:10.5/a", "DOI 10.5/a" are "10.5/a". Text
// without a DOI comes back as it is.
std::string bare_doi(std::string_view text);

// The DOI in a word, a part of that: "10.", four to nine digits, "/" and what follows (ANSI/NISO Z39.84), up to the
// query or fragment of an address and without the punctuation of a sentence. Empty where there is none.
std::string_view doi_in(std::string_view word);

// Where a bare DOI leads: "https://doi.org/10.5/a" (DOI Handbook, 3.8), what an address does not bear percent-encoded.
std::string doi_address(std::string_view doi);

// An identifier as a part of an address (RFC 3986, 2.1); the punctuation that identifiers have stays.
std::string percent_encoded(std::string_view text);

// Without the punctuation of a sentence behind it; a closing bracket goes unless its partner is inside.
std::string_view without_punctuation(std::string_view text);

// What a number of a book or periodical is by its digits, whatever field it stands in.
enum class BookNumber : unsigned char {
  none,  // neither
  isbn,  // 10 or 13 digits
  issn,  // 8 digits, four and four
};
BookNumber book_number(std::string_view text);

}  // namespace soat::citation
