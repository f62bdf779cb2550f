#include "check/rules/residue/phrases.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "check/rules/characters.h"
#include "text/letter_case.h"
#include "text/table_reader.h"
#include "text/utf.h"

namespace soat::check {

void PhraseKey::add(char16_t unit) {
  if (!is_latin_letter(unit)) {
    in_word_ = false;
    return;
  }
  if (!in_word_) {
    if (words_ > 0) hash_.add(u' ');
    ++words_;
    in_word_ = true;
  }
  hash_.add(text::to_lower(unit));
}

PhraseKey key_of(std::u16string_view text) {
  PhraseKey key;
  for (const char16_t unit : text) key.add(unit);
  return key;
}

ResiduePhrases ResiduePhrases::load(const std::filesystem::path& file) {
  ResiduePhrases phrases;
  text::TableReader rows(file, "residue");
  while (rows.next(2, 2)) {
    const std::u16string phrase = text::to_utf16(rows[1]);
    const PhraseKey key = key_of(phrase);
    if (key.empty()) rows.fail("has no phrase");
    ResidueKind kind = ResidueKind::none;
    if (rows[0] == "line") kind = ResidueKind::line;
    if (rows[0] == "weak") kind = ResidueKind::weak;
    if (rows[0] == "start") kind = ResidueKind::start;
    if (rows[0] == "any") kind = ResidueKind::any;
    if (rows[0] == "head") kind = ResidueKind::head;
    if (rows[0] == "foot") kind = ResidueKind::foot;
    if (kind == ResidueKind::none) rows.fail("begins with no kind of residue");
    phrases.kinds_[key.value()] |= static_cast<std::uint8_t>(kind);
    if (kind == ResidueKind::any || kind == ResidueKind::head || kind == ResidueKind::foot) {
      const PhraseKey first = key_of(std::u16string_view(phrase).substr(0, phrase.find(u' ')));
      phrases.first_words_.set(first.value() % phrases.first_words_.size());
      phrases.longest_ = std::max(phrases.longest_, key.words());
    }
  }
  return phrases;
}

}  // namespace soat::check
