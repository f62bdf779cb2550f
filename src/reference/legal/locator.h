#pragma once

#include <optional>

#include "reference/legal/line.h"

namespace soat::reference::legal {

// "khoản 2 Điều 5", "các điều 5, 6 và 7"; the word behind it, or i when there is none at i.
std::size_t locator_end(const Line& line, std::size_t i);

// The locator that ends right before the reference at `place`, not before word `from`.
std::optional<Span> locator_before(const Line& line, std::size_t place, std::size_t from);

}  // namespace soat::reference::legal
