#pragma once

#include <span>

#include "reference/reference_list.h"
#include "reference/source_list/list.h"

namespace soat::reference::source_list {

// Compares a list with the authors and years in parentheses that the text has, and adds to the review; nothing when few
// of them are in the list.
void review_authors(std::span<const Line> paragraphs, const List& list, ReferenceListReview& review);

}  // namespace soat::reference::source_list
