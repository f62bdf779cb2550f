#pragma once

#include <bitset>
#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

#include "text/syllable.h"

namespace soat::check {

// What may stand doubled in Vietnamese and what may not, as counted in running text (dictionaries/vi/doubling.txt, made
// by tools/count_doubling.py). Immutable.
class DoublingTable {
 public:
  // Throws soat::Error when the file cannot be read or is no such table.
  static DoublingTable load(const std::filesystem::path& file);

  // Whether the syllable is common and yet never doubled on purpose.
  bool never_doubles(text::Syllable syllable) const { return once_.test(syllable.code()); }

  // Whether a phrase said twice carries emphasis with this syllable (rất, từng).
  bool is_emphatic(text::Syllable syllable) const { return emphatic_.test(syllable.code()); }

  // Whether the phrase may stand doubled after (before) this syllable: hành | vi vi | phạm.
  bool open_after(text::Syllable before, std::span<const text::Syllable> phrase) const;
  bool open_before(std::span<const text::Syllable> phrase, text::Syllable after) const;

  // Whether the two syllables are a compound that may meet another one which begins as it ends (bắt đầu | đầu tư).
  bool is_compound(text::Syllable first, text::Syllable second) const;

 private:
  bool has(std::uint64_t key) const;

  std::bitset<text::code_limit> once_;
  std::bitset<text::code_limit> emphatic_;
  std::vector<std::uint64_t> contexts_;  // keys of the open contexts and compounds, ascending
};

}  // namespace soat::check
