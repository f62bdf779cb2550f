#include "check/highland_names.h"

#include <string_view>

#include "check/lookup.h"
#include "text/letter_case.h"
#include "text/letters.h"

namespace soat::check {
namespace {

using List = RuleWords::List;

// K before a letter that wants c; kh is another sound.
bool begins_with_hard_k(std::u16string_view word) {
  if (word.size() < 2 || word[0] != u'K') return false;
  constexpr std::u16string_view soft = u"eiyh";
  const char16_t second = text::letter_unit(text::base_letter(text::letter_info(word[1]).letter));
  return soft.find(text::to_lower(second)) == std::u16string_view::npos;
}

bool is_name(const text::Token* token) {
  return token != nullptr && token->kind == text::TokenKind::word && !token->sentence_start &&
         token->letter_case != text::LetterCase::lower;
}

}  // namespace

bool HighlandNames::may_be(const text::Analysis& analysis, const text::Token& token) const {
  if (token.letter_case == text::LetterCase::lower || !begins_with_hard_k(analysis.view(token))) return false;
  const text::Token* before = word_before(analysis, token.start);
  if (is_name(before) || is_name(word_after(analysis, token.end))) return true;
  if (words_ == nullptr || before == nullptr || token.letter_case != text::LetterCase::capitalised) return false;
  for (const List list : {List::place, List::unit_of_place, List::bearer}) {
    if ((*words_)[list].has_in_lower(analysis.view(*before))) return true;
  }
  return false;
}

}  // namespace soat::check
