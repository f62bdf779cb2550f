#pragma once

#include <cstdint>

#include "check/rule.h"
#include "text/analysis.h"

// Where in a copied page a line stands.
namespace soat::check {

// The first paragraph behind the last that is prose; the number of paragraphs when there are not two of prose, or prose
// ends the document.
std::uint32_t foot_of(const DocumentView& view);

// A sentence or more of running text.
bool is_prose(const text::Analysis& analysis);

// Whether a line ends in a mark that ends sentences.
bool ends_as_sentence(const text::Analysis& analysis);

// “Bảng 3 …”, “Hình 2.1 …”
bool is_caption(const text::Analysis& analysis);

}  // namespace soat::check
