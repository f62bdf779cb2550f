#include "report/paragraphs.h"

#include <algorithm>

namespace soat::report {

bool has_text(std::u16string_view paragraph) {
  return paragraph.find_first_not_of(u" \t\n\r\u00A0\uFFFC") != std::u16string_view::npos;
}

std::size_t paragraphs_with_text(const CheckedDocument& checked) {
  return static_cast<std::size_t>(std::ranges::count_if(checked.paragraphs, has_text));
}

}  // namespace soat::report
