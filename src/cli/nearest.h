#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace soat::cli {

// The name most like one that does not exist, by the letters that would have to be changed (Levenshtein 1965); empty
// when none is like it: more than a third of the letters, and more than two, differ.
std::string nearest(std::string_view name, const std::vector<std::string>& names);

}  // namespace soat::cli
