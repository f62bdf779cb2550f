#pragma once

#include <string>
#include <string_view>

namespace soat::citation {

// LaTeX to text: accents and letters (those of vntex too) become characters, Greek letters and common signs of formulas
// as well; other commands vanish and leave their arguments, braces go. Exponents and indices become <sup> and <sub>,
// the tags that CSL has for them, where `markup`; otherwise they are written on the line. Linear in the text.
std::string from_latex(std::string_view text, bool markup);

// An address as LaTeX has it, which is verbatim but for a command round it and escaped signs:
// "\url{https://x.example/~an/a\_b}" is "https://x.example/~an/a_b".
std::string address_from_latex(std::string_view text);

// The first "\url{…}" of a text, else the first http address in it; empty when there is none.
std::string address_in_latex(std::string_view text);

// Text as it is written into a value of BibTeX: signs of LaTeX escaped, no unbalanced brace.
std::string to_latex(std::string_view text);
// An address, which is verbatim there.
std::string address_to_latex(std::string_view address);

}  // namespace soat::citation
