#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace soat::lexicon {

// What a word of the list is. The order is that of growing claim: a word listed twice keeps the greater kind.
enum class WordKind : std::uint8_t {
  none,
  foreign,       // written as in its own language: video, website, Napoléon
  name,          // a name written with Vietnamese letters that is no syllable: Đắk, Krông, Matxcơva
  abbreviation,  // UBND, TNHH
  loan,          // a loanword in one piece with Vietnamese letters: axít, ôtô
  syllable,      // a Vietnamese syllable that is in use
  personal,      // the user's own
};

// One line of a word list.
struct DictionaryEntry {
  std::string_view word;  // UTF-8, composed
  WordKind kind = WordKind::none;
  std::size_t line = 0;        // of the file, from 1
  std::uint8_t frequency = 0;  // class 1..31, each twice as frequent as the one before; 0: not told
};

// Reads the text of a Hunspell word list (.dic, UTF-8): a line with the number of entries, then one entry a line,
// "word", optionally followed by "/flags" and by a tab with data fields separated by spaces; of these po: (syllable,
// loan, name, abbreviation, foreign) and fr: (frequency class) are read, others passed over. The entries point into
// text. Throws soat::Error with file_name, the line and what is wrong when the text is not such a list.
std::vector<DictionaryEntry> parse_dictionary(std::string_view text, std::string_view file_name);

// Whether the text is as it was when the checksum in its first line was written ("COUNT<tab>soat:words-1
// checksum:DIGITS"; Hunspell reads the number alone). tools/seal-table writes it.
bool is_sealed(std::string_view text);

}  // namespace soat::lexicon
