#pragma once

#include <vector>

#include "check/finding.h"

namespace soat::check {

// The least confidence at which a finding is worth showing: as you type (normal) only what is very likely wrong; an
// editor's full pass (strict) also what deserves a look.
constexpr float least_confidence(Profile profile) {
  return profile == Profile::normal ? 0.6F : 0.3F;
}

// Orders findings by paragraph, start, end, and leaves one for each place: of findings that overlap the one with the
// highest confidence stays, except that a garbled phrase that covers a spelling finding wins over it. Findings given
// earlier win a tie. What concerns the form
// alone (punctuation, capitals, style) loses against what concerns the words, and decomposed letters (encoding, info)
// are told beside whatever else stands there. Suggestions are cut to ten, without repetitions.
void merge(std::vector<Finding>& findings);

}  // namespace soat::check
