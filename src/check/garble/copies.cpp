#include "check/garble/copies.h"

#include <string_view>
#include <unordered_map>

namespace soat::check::garble {

std::vector<std::uint32_t> first_copies(std::span<const text::Analysis> paragraphs) {
  std::vector<std::uint32_t> firsts(paragraphs.size());
  std::unordered_map<std::u16string_view, std::uint32_t> by_text;
  for (std::uint32_t i = 0; i < paragraphs.size(); ++i)
    firsts[i] = by_text.try_emplace(paragraphs[i].text, i).first->second;
  return firsts;
}

}  // namespace soat::check::garble
