#pragma once

#include <optional>

#include "reference/legal/line.h"
#include "reference/legal_reference.h"

namespace soat::reference::legal {

// The subject that begins at word i, without "về" and quotation marks. has_date, reference: what of the reference has
// been read before it.
std::optional<Span> subject(const Line& line, std::size_t i, bool has_date, const LegalReference& reference);

// Whether the line ends with the place of publication at i, as entries of lists do.
bool ends_with_place(const Line& line, std::size_t i);

}  // namespace soat::reference::legal
