#include "check/rules/residue/phrases.h"

#include <algorithm>
#include <cstddef>
#include <fstream>
#include <string>

#include "check/rules/characters.h"
#include "text/error.h"
#include "text/letter_case.h"
#include "text/utf.h"

namespace soat::check {

void PhraseKey::add(char16_t unit) {
  if (!is_latin_letter(unit)) {
    in_word_ = false;
    return;
  }
  const auto mix = [this](char16_t u) { value_ = (value_ ^ u) * 0x100000001B3U; };
  if (!in_word_) {
    if (words_ > 0) mix(u' ');
    ++words_;
    in_word_ = true;
  }
  mix(text::to_lower(unit));
}

PhraseKey key_of(std::u16string_view text) {
  PhraseKey key;
  for (const char16_t unit : text) key.add(unit);
  return key;
}

ResiduePhrases ResiduePhrases::load(const std::filesystem::path& file) {
  const std::string name = file.filename().string();
  std::ifstream in(file);
  if (!in) throw Error(name + ": cannot be read; install the data again");
  ResiduePhrases phrases;
  std::string line;
  bool versioned = false;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    const auto fail = [&](const char* why) {
      throw Error(name + ", line " + std::to_string(number) + ": " + why + "; install the data again");
    };
    if (line.empty() || line.front() == '#') continue;
    if (line == "version 1") {
      versioned = true;
      continue;
    }
    if (!versioned) fail("not a list of residue, or one of another version");
    const std::size_t blank = std::min(line.find(' '), line.size());
    const std::string kind_name = line.substr(0, blank);
    const std::u16string phrase = text::to_utf16(std::string_view(line).substr(blank));
    const PhraseKey key = key_of(phrase);
    if (key.empty()) fail("a phrase is missing");
    ResidueKind kind = ResidueKind::none;
    if (kind_name == "line") kind = ResidueKind::line;
    if (kind_name == "weak") kind = ResidueKind::weak;
    if (kind_name == "start") kind = ResidueKind::start;
    if (kind_name == "any") kind = ResidueKind::any;
    if (kind == ResidueKind::none) fail("not understood");
    phrases.kinds_[key.value()] |= static_cast<std::uint8_t>(kind);
    if (kind == ResidueKind::any) {
      const std::u16string_view words = std::u16string_view(phrase).substr(1);
      const PhraseKey first = key_of(words.substr(0, words.find(u' ')));
      phrases.first_words_.set(first.value() % phrases.first_words_.size());
      phrases.longest_ = std::max(phrases.longest_, key.words());
    }
  }
  if (!versioned) throw Error(name + ": not a list of residue; install the data again");
  return phrases;
}

}  // namespace soat::check
