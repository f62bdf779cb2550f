#include "citation/csl/full_names.h"

#include <array>
#include <cstddef>

namespace soat::citation {

namespace {
constexpr std::array<const char*, 3> words = {"usual", "always", "never"};
}

const char* word_of(FullNames names) {
  return words[static_cast<std::size_t>(names)];
}

std::optional<FullNames> full_names_of(std::string_view word) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (word == words[i]) return static_cast<FullNames>(i);
  }
  return std::nullopt;
}

}  // namespace soat::citation
