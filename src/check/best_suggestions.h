#pragma once

#include <string>
#include <vector>

namespace soat::check {

// The first ten different ones of what a rule suggests, in no more memory than they need: a document may have very many
// findings.
std::vector<std::u16string> best_suggestions(std::vector<std::u16string> suggestions);

}  // namespace soat::check
