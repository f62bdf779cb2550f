#pragma once

#include <span>
#include <vector>

#include "check/finding.h"
#include "text/analysis.h"

namespace soat::check {

// Whether a finding tells how letters are stored and not that anything is wrong with them (decomposed Unicode): it is
// information about the encoding.
bool is_about_storage(const Finding& finding);

// Findings about storage come word by word. Leaves out those that share a place with another finding, whose correction
// stores the letters well in any case, and makes one of neighbours with no other finding between them; what stands
// between them is kept in the suggestion. So no two findings overlap, and all suggestions can be applied together.
// findings: ordered by paragraph, start, end, in offsets of the paragraphs as they were handed in.
void join_runs(std::vector<Finding>& findings, std::span<const text::Analysis> paragraphs);

}  // namespace soat::check
