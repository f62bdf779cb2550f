#pragma once

#include <span>

#include "reference/reference_list.h"
#include "reference/source_list/list.h"

namespace soat::reference::source_list {

// Compares a numbered list with the numbers in brackets that the text has, and adds to the review. False, and nothing
// added, when the text does not cite by number.
bool review_numbers(std::span<const Line> paragraphs, const List& list, ReferenceListReview& review);

}  // namespace soat::reference::source_list
