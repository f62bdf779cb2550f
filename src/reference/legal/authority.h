#pragma once

#include "reference/legal/line.h"
#include "reference/legal_reference.h"

namespace soat::reference::legal {

// Whether the subject of a document begins at a word: "về …", "quy định …".
bool starts_subject(const Line& line, std::size_t i);

// Whether a date begins at a word, a blank one too.
bool starts_date(const Line& line, std::size_t i);

// The word behind the name of the body that begins at word i.
std::size_t authority_end(const Line& line, std::size_t i);

// Puts the body that stands alone before word i, from word `from` on, and its year into a reference: "Chính phủ (2020),
// Nghị định số …".
void issuer_before(const Line& line, std::size_t i, std::size_t from, LegalReference& reference);

}  // namespace soat::reference::legal
