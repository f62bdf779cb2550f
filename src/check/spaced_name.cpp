#include "check/spaced_name.h"

#include <string_view>

namespace soat::check {

bool may_continue_spaced_name(const text::Analysis& analysis, std::uint32_t token) {
  const auto& tokens = analysis.tokens;
  for (std::uint32_t i = token; i > 1 && tokens[i].letter_case == text::LetterCase::lower; i -= 2) {
    const std::u16string_view dash = analysis.view(tokens[i - 1]);
    const text::Token& before = tokens[i - 2];
    if ((dash != u"-" && dash != u"–") || before.kind != text::TokenKind::word) return false;
    if (before.letter_case == text::LetterCase::capitalised) return true;
  }
  return false;
}

}  // namespace soat::check
