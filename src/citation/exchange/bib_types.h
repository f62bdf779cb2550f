#pragma once

#include <string>
#include <string_view>

namespace soat::citation {

// The CSL type of an entry of this BibTeX or BibLaTeX type; empty when it has none of its own (misc and unknown ones).
std::string csl_type_of_bib(std::string_view type);
// The BibLaTeX type for a CSL type.
std::string bib_type_of_csl(std::string_view type);

}  // namespace soat::citation
