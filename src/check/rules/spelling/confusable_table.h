#pragma once

#include <bitset>
#include <cstdint>
#include <filesystem>
#include <string>
#include <unordered_map>
#include <vector>

#include "text/analysis.h"
#include "text/syllable.h"

namespace soat::check {

// Phrases that are written wrong again and again, with what is right and where the wrong one is right after all
// (dictionaries/vi/confusables.txt, whose head explains its lines). Immutable.
class ConfusableTable {
 public:
  enum class Kind : std::uint8_t {
    spelling,  // a confusion of words that sound alike: xâm chiến for xâm chiếm
    common,    // one that the press itself writes, so that frequency says nothing: sát nhập for sáp nhập
    garble,    // what a rewriting machine makes of a fixed phrase: làng mạc hội for xã hội
    calque,   // what a translating program makes of an idiom of English: chơi một vai trò for đóng một vai trò
    opening,  // a confusion only where a paragraph begins with it and a comma follows: Ngày này, for Ngày nay,
    right     // nothing wrong, whatever it looks like: giêng hai
  };

  struct Entry {
    Kind kind = Kind::spelling;
    std::vector<text::Syllable> wrong;  // or right, for the kind right; y folded to i
    std::vector<std::u16string> right;  // in small letters, likeliest first; at least one unless the kind is right
    std::u16string reason;              // what the syllable means, in Vietnamese; may be empty
    // Longer phrases in which it is right, each with the place of the wrong one in it.
    struct Exception {
      std::vector<text::Syllable> phrase;
      std::uint32_t at = 0;
    };
    std::vector<Exception> exceptions;
  };

  // Throws soat::Error, which names the line, when the file cannot be read or understood.
  static ConfusableTable load(const std::filesystem::path& file);

  // The entry whose wrong phrase begins at a token (the longest of several); null where there is none, or where the
  // neighbours make it right. Its words stand with one blank between them; i and y are one where usage allows both.
  const Entry* find(const text::Analysis& analysis, std::uint32_t token) const;

 private:
  std::vector<Entry> entries_;
  // Bits of the first two syllables of each phrase, some of which share one: the cheap test, which hardly any text
  // passes that has no phrase.
  std::bitset<1U << 16> starts_;
  std::unordered_map<std::uint16_t, std::vector<std::uint32_t>> by_first_;  // code of the first syllable
};

}  // namespace soat::check
