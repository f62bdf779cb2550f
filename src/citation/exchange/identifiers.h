#pragma once

#include <string>
#include <string_view>

namespace soat::citation {

// A DOI without what is written before it: "https://doi.org/10.5/a", "doi:10.5/a", "DOI 10.5/a" are "10.5/a". Text
// without a DOI comes back as it is.
std::string bare_doi(std::string_view text);

// What a number of a book or periodical is by its digits, whatever field it stands in.
enum class BookNumber : unsigned char {
  none,  // neither
  isbn,  // 10 or 13 digits
  issn,  // 8 digits, four and four
};
BookNumber book_number(std::string_view text);

}  // namespace soat::citation
