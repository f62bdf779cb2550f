#pragma once

#include <vector>

#include "check/finding.h"

namespace soat::check {

// Orders findings by paragraph, start, end, and leaves one for each place: of findings that overlap the one with the
// highest confidence stays, except that a garbled phrase that covers a spelling finding wins over it. What concerns the
// form alone (punctuation, capitals, style) loses against what concerns the words, and decomposed letters (encoding,
// info) are told beside whatever else stands there. A tie is won by the one that begins first, then by the shorter,
// then by the one whose rule stands first in the table, whatever the order of the findings given. What the house list
// says wins against everything else.
void merge(std::vector<Finding>& findings);

}  // namespace soat::check
