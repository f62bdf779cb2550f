#include "check/best_suggestions.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace soat::check {

std::vector<std::u16string> best_suggestions(std::vector<std::u16string> suggestions) {
  constexpr std::size_t most_suggestions = 10;
  std::vector<std::u16string> kept;
  kept.reserve(std::min(suggestions.size(), most_suggestions));
  for (std::u16string& suggestion : suggestions) {
    if (kept.size() == most_suggestions) break;
    if (std::find(kept.begin(), kept.end(), suggestion) == kept.end()) kept.push_back(std::move(suggestion));
  }
  return kept;
}

}  // namespace soat::check
