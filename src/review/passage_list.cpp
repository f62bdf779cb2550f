#include "review/passage_list.h"

#include <algorithm>
#include <functional>
#include <span>
#include <utility>

namespace soat::review {

std::vector<ReviewedPassage> worst_first(const check::Assessment& assessment) {
  std::vector<ReviewedPassage> out;
  for (const check::Passage& passage : check::passages(assessment)) {
    const auto paragraphs =
        std::span(assessment.paragraphs).subspan(passage.first, std::size_t{passage.end} - passage.first);
    const auto most = std::ranges::max_element(paragraphs, [](const auto& a, const auto& b) {
      return std::pair(a.evidence.size(), a.probability) < std::pair(b.evidence.size(), b.probability);
    });
    out.push_back({passage, most->evidence});
  }
  std::ranges::stable_sort(out, std::greater<>(),
                           [](const ReviewedPassage& passage) { return passage.passage.probability; });
  return out;
}

void renumber(std::vector<ReviewedPassage>& passages, std::uint32_t first, std::size_t went, std::int64_t shift) {
  const std::size_t behind = first + went;
  const auto moved = [shift](std::size_t paragraph) {
    return static_cast<std::uint32_t>(static_cast<std::int64_t>(paragraph) + shift);
  };
  std::erase_if(passages, [&](ReviewedPassage& one) {
    check::Passage& passage = one.passage;
    if (passage.first >= first) passage.first = moved(std::max<std::size_t>(passage.first, behind));
    if (passage.end >= behind) {
      passage.end = moved(passage.end);
    } else {
      passage.end = std::min(passage.end, first);
    }
    return passage.first >= passage.end;
  });
}

}  // namespace soat::review
