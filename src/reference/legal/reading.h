#pragma once

#include <optional>

#include "reference/legal/line.h"
#include "reference/legal/other_forms.h"

namespace soat::reference::legal {

// The reference whose kind stands at word i; from: the word behind the last reference.
std::optional<Found> reference_at(const Line& line, std::size_t i, std::size_t from);

// The next number of a list, "Các Nghị định số 11/2020/NĐ-CP, số 12/2020/NĐ-CP …": `before` ends at word `from`, and
// the numbers have the same letters for their kind.
std::optional<Found> same_kind_at(const Line& line, std::size_t from, const LegalReference& before);

}  // namespace soat::reference::legal
