#include "writer/windows/suggestion_line.h"

#include <algorithm>
#include <string>

#include "text/char_class.h"
#include "writer/border/strings.h"
#include "writer/border/texts.h"

namespace soat::writer {

OUString suggestion_line(const Context& context, std::u16string_view suggestion) {
  if (suggestion.empty()) return text(context, texts::review_delete);
  if (suggestion == u" ") return text(context, texts::review_space);
  const auto is_word_unit = [](char16_t unit) { return text::CharTable::get().is_word_unit(unit); };
  if (std::ranges::none_of(suggestion, is_word_unit)) return to_office(u"“" + std::u16string(suggestion) + u"”");
  return to_office(suggestion);
}

}  // namespace soat::writer
