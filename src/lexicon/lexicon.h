#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/foreign_dictionaries.h"
#include "lexicon/word_table.h"
#include "text/syllable.h"

namespace soat::lexicon {

// Where the words come from.
struct LexiconSources {
  std::filesystem::path data;                  // the folder with vi_VN.dic
  std::vector<std::filesystem::path> foreign;  // folders with installed Hunspell dictionaries
  std::vector<std::u16string> personal;        // the user's own words
};

// What is known of words: which syllables are in use and how frequent they are, loanwords, names, foreign words.
// Immutable once loaded; usable from several threads at once.
class Lexicon {
 public:
  // Reads vi_VN.dic. Throws soat::Error when it is missing or damaged.
  static std::shared_ptr<const Lexicon> load(const LexiconSources& sources);

  // Frequency class of a syllable, 1..31, each twice as frequent as the one before; 0 for one that is possible by rule
  // but not in use. Precondition: valid().
  std::uint8_t frequency(text::Syllable syllable) const { return frequency_[syllable.code()]; }
  bool attested(text::Syllable syllable) const { return frequency_[syllable.code()] != 0; }

  // What the word list (and the user's own words) say about a word as written: one word, or parts joined by hyphens.
  // Kind none when it is not listed. Syllables are not listed here, unless the user did.
  WordInfo find(std::u16string_view word) const { return words_.find(word); }

  // Whether a dictionary installed on the machine has the word; the first call may read that dictionary.
  bool is_foreign(std::u16string_view word) const { return foreign_.contains(word); }

  // "vi_VN.dic, 25,000 words", for "About".
  const std::string& version() const { return version_; }

 private:
  explicit Lexicon(const LexiconSources& sources);

  std::array<std::uint8_t, text::code_limit> frequency_{};
  WordTable words_;
  ForeignDictionaries foreign_;
  std::string version_;
};

}  // namespace soat::lexicon
