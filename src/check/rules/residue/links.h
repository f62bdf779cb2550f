#pragma once

#include <cstdint>

#include "check/rule.h"

namespace soat::check {

// The paragraph behind the last line of the list of links that a heading at `heading` has below it at the foot of a
// page: titles and prices, one a line, up to the end of the document or a paragraph that is text. `heading` itself when
// there is no such list.
std::uint32_t end_of_links(const DocumentView& view, std::uint32_t heading);

}  // namespace soat::check
