#pragma once

#include "reference/legal/line.h"

namespace soat::reference::legal {

// The word behind a law's name that begins at i; i when there is none. `sure` tells that the name ends where a number,
// a date or a body begins.
std::size_t name_end(const Line& line, std::size_t i, bool& sure);

}  // namespace soat::reference::legal
