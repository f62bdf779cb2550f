#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "text/syllable.h"

// What the keys of the Vietnamese input methods leave in a text when the method was off or lost a key: "tieesng",
// "dduwowngf", "Vie65t", "Vie^.t".
namespace soat::text {

enum class InputMethod : std::uint8_t {
  telex,  // aa ee oo dd aw ow uw, w; s f r x j
  vni,    // 1..5 tones, 6 circumflex, 7 horn, 8 breve, 9 đ
  viqr    // RFC 1456: ^ ( + dd; ' ` ? ~ .
};

// One reading of a word as keys.
struct Residue {
  Syllable syllable;
  InputMethod method = InputMethod::telex;
  std::uint8_t marks = 0;  // keys that were marks rather than letters: the more, the less likely a chance
};

// Up to eight readings, the likeliest first.
class Residues {
 public:
  const Residue* begin() const { return readings_.data(); }
  const Residue* end() const { return readings_.data() + size_; }
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  const Residue& operator[](std::size_t index) const { return readings_[index]; }
  // Leaves out a syllable that is there, and what goes beyond eight.
  void add(const Residue& reading);

 private:
  std::array<Residue, 8> readings_{};
  std::size_t size_ = 0;
};

// What a typist would have meant by these keys (one word without spaces, any case, letters already composed allowed
// among them): the possible syllables that they make, with at least one mark key. Mark keys may stand right after the
// letter or anywhere later in the word. Many English words have a reading too ("test" is tét): whether the word is one
// is the caller's question. At most 14 units; no allocation.
Residues decode_residue(std::u16string_view word, InputMethod method);
// All methods that the word's characters allow.
Residues decode_residue(std::u16string_view word);

enum class ToneKey : std::uint8_t {
  at_end,      // dduowngf
  after_vowel  // dduowfng
};

// The keys that write a syllable in lower case. Precondition: valid(). Long oo in Telex is typed ooo (xooong).
std::u16string encode_telex(Syllable syllable, ToneKey tone_key = ToneKey::at_end);
std::u16string encode_vni(Syllable syllable, ToneKey tone_key = ToneKey::at_end);

}  // namespace soat::text
