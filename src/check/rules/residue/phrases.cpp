#include "check/rules/residue/phrases.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "check/rules/characters.h"
#include "text/letter_case.h"
#include "text/table_reader.h"
#include "text/utf.h"
#include "texts/error.h"

namespace soat::check {
namespace {

struct Name {
  std::string_view name;
  ResidueKind kind;
  bool inside = false;  // looked for inside a line
};

constexpr auto names = std::to_array<Name>({{"line", ResidueKind::line},
                                            {"weak", ResidueKind::weak},
                                            {"start", ResidueKind::start},
                                            {"any", ResidueKind::any, true},
                                            {"head", ResidueKind::head, true},
                                            {"foot", ResidueKind::foot, true},
                                            {"count", ResidueKind::count},
                                            {"thing", ResidueKind::thing},
                                            {"which", ResidueKind::which},
                                            {"call", ResidueKind::call, true},
                                            {"site", ResidueKind::site, true}});

}  // namespace

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
    if (key.empty()) rows.fail(texts::error_row_no_phrase);
    const auto* const named = std::ranges::find(names, rows[0], &Name::name);
    if (named == names.end()) rows.fail(texts::error_row_residue_kind);
    phrases.kinds_[key.value()] |= static_cast<std::uint16_t>(named->kind);
    if (named->inside) {
      const PhraseKey first = key_of(std::u16string_view(phrase).substr(0, phrase.find(u' ')));
      phrases.first_words_.set(first.value() % phrases.first_words_.size());
      phrases.longest_ = std::max(phrases.longest_, key.words());
    }
  }
  return phrases;
}

}  // namespace soat::check
