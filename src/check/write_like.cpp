#include "check/write_like.h"

#include "lexicon/letter_case.h"

namespace soat::check {

std::u16string write_like(std::u16string_view suggestion, text::LetterCase letter_case) {
  switch (letter_case) {
    case text::LetterCase::capitalised:
      return lexicon::capitalise(suggestion);
    case text::LetterCase::upper:
      return lexicon::to_upper(suggestion);
    case text::LetterCase::none:
    case text::LetterCase::lower:
    case text::LetterCase::mixed:
      break;
  }
  return std::u16string(suggestion);
}

}  // namespace soat::check
