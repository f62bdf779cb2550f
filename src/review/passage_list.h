#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "check/assessment.h"

namespace soat::review {

// Paragraphs [first, end) that a machine probably rewrote, and why that is thought.
struct ReviewedPassage {
  check::Passage passage;
  std::vector<check::Message> evidence;  // of its paragraph that shows most
};

// The passages of a document that are worth telling, the likeliest first.
std::vector<ReviewedPassage> worst_first(const check::Assessment& assessment);

// Has passages follow when paragraphs from first on went, so many of them, and what stands behind has other numbers,
// each by shift. Passages in those that went go too.
void renumber(std::vector<ReviewedPassage>& passages, std::uint32_t first, std::size_t went, std::int64_t shift);

}  // namespace soat::review
