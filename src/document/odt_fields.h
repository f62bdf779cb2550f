#pragma once

#include <array>
#include <string_view>

namespace soat::document {

// Elements of fields that show what somebody has written into them or into the document's properties, by their local
// names (ODF 1.3, part 3, 7.2 to 7.7). They hold text and no markup.
inline constexpr std::array<std::string_view, 9> odt_text_fields = {
    "text-input", "user-field-get", "user-field-input", "drop-down",  "conditional-text",
    "title",      "subject",        "keywords",         "description"};

}  // namespace soat::document
