#include "text/char_class.h"

#include <unicode/uchar.h>

namespace soat::text {
namespace {

CharClass class_of_type(int type) {
  switch (type) {
    case U_UPPERCASE_LETTER:
    case U_LOWERCASE_LETTER:
    case U_TITLECASE_LETTER:
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
      return CharClass::letter;
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK:
      return CharClass::mark;
    case U_DECIMAL_DIGIT_NUMBER:
      return CharClass::digit;
    case U_SPACE_SEPARATOR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
      return CharClass::space;
    case U_CONTROL_CHAR:
    case U_FORMAT_CHAR:
      return CharClass::control;
    case U_DASH_PUNCTUATION:
    case U_START_PUNCTUATION:
    case U_END_PUNCTUATION:
    case U_CONNECTOR_PUNCTUATION:
    case U_OTHER_PUNCTUATION:
    case U_INITIAL_PUNCTUATION:
    case U_FINAL_PUNCTUATION:
      return CharClass::punctuation;
    default:
      return CharClass::symbol;
  }
}

}  // namespace

CharClass CharTable::class_of_code_point(char32_t code_point) {
  if ((code_point >= 0x09 && code_point <= 0x0D) || code_point == 0x85) return CharClass::space;
  if (code_point == 0xFFFC) return CharClass::control;
  return class_of_type(u_charType(static_cast<UChar32>(code_point)));
}

CharTable::CharTable() {
  for (std::uint32_t unit = 0; unit < entries_.size(); ++unit) {
    if ((unit & 0xF800) == 0xD800) {
      entries_[unit] = static_cast<std::uint8_t>(CharClass::surrogate);
      continue;
    }
    const CharClass char_class = class_of_code_point(unit);
    unsigned entry = static_cast<unsigned>(char_class);
    const int type = u_charType(static_cast<UChar32>(unit));
    if (type == U_UPPERCASE_LETTER || type == U_TITLECASE_LETTER) entry |= upper_flag;
    if (type == U_LOWERCASE_LETTER) entry |= lower_flag;
    if (char_class == CharClass::letter || char_class == CharClass::mark || char_class == CharClass::digit) {
      entry |= word_flag;
    }
    entries_[unit] = static_cast<std::uint8_t>(entry);
  }
}

const CharTable& CharTable::get() {
  static const CharTable table;
  return table;
}

}  // namespace soat::text
