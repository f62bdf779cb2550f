#pragma once

#include <optional>

#include "reference/legal/line.h"
#include "reference/legal/other_forms.h"

namespace soat::reference::legal {

// The reference whose kind stands at word i; from: the word behind the last reference.
std::optional<Found> reference_at(const Line& line, std::size_t i, std::size_t from);

}  // namespace soat::reference::legal
