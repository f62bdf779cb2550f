#pragma once

#include <cstddef>
#include <string_view>

#include "report/report.h"

namespace soat::report {

// Whether a reader sees anything of a paragraph: more than spaces and U+FFFC, which stands in the place of fields and
// anchors.
bool has_text(std::u16string_view paragraph);

// How many paragraphs of a document a reader would count.
std::size_t paragraphs_with_text(const CheckedDocument& checked);

}  // namespace soat::report
