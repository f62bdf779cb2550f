#pragma once

#include <string_view>

namespace soat::cli {

// Whether a name is as a pattern says (POSIX.1, "Pattern Matching Notation", in the C locale): "*" stands for any
// bytes,
// "?" for one, "[a-z]" and "[!a-z]" for one of a set and of all others, with classes as "[[:digit:]]"; a backslash
// takes its meaning from the next byte, and a pattern that ends in one fits nothing. A "[" without its end stands for
// itself.
bool matches_glob(std::string_view pattern, std::string_view name);

}  // namespace soat::cli
