#include "citation/session/note_text.h"

#include <unicode/uchar.h>

#include "text/utf.h"

namespace soat::citation::session {

std::u16string words_beside(std::u16string_view note, const std::vector<std::u16string>& citations) {
  std::u16string rest(note);
  for (const std::u16string& citation : citations) {
    if (citation.empty()) continue;
    const auto at = rest.find(citation);
    if (at != std::u16string::npos) rest.erase(at, citation.size());
  }
  return rest;
}

bool says_something(std::u16string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (u_isalnum(static_cast<UChar32>(text::next_code_point(text, i)))) return true;
  }
  return false;
}

bool wants_blank_behind(char16_t before) {
  constexpr std::u16string_view none = u" \t\n\r\u00a0([{\u201c\u2018\u00ab";
  return before != 0 && none.find(before) == std::u16string_view::npos;
}

}  // namespace soat::citation::session
