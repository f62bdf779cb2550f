#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "text/syllable.h"

namespace soat::check {

// The mark that makes another letter of a base letter, tone left out.
enum class Hat : std::uint8_t { none, circumflex, breve, horn, stroke };

// A letter taken apart: base letter (a..z in lower case, or the code unit itself when it has no such base), hat and
// tone.
struct Letter {
  char16_t base = 0;
  Hat hat = Hat::none;
  text::Tone tone = text::Tone::ngang;

  friend bool operator==(const Letter&, const Letter&) = default;
};

// Takes apart one composed UTF-16 unit of any case.
Letter take_apart(char16_t unit);

// Whether the unit is a letter that Vietnamese uses: a..z without f j w z, or one with a Vietnamese hat or tone.
bool is_vietnamese_letter(char16_t unit);

// Whether the unit is a letter that, of the languages written with Latin letters and met in Vietnamese text, only
// Vietnamese has: ơ ư and their tones, and hats or plain vowels with tones that no neighbour writes (ạ ả ấ ề …). Not đ,
// ă, or what French, Portuguese or Romanian have too (à á â ã è é ê ì í ò ó ô õ ù ú ý ă).
bool is_only_vietnamese(char16_t unit);

// A short word taken apart.
class Letters {
 public:
  static constexpr std::size_t capacity = 16;

  Letters() = default;
  // Takes the first `capacity` units of a composed word.
  explicit Letters(std::u16string_view word);

  std::size_t size() const { return size_; }
  const Letter& operator[](std::size_t i) const { return letters_[i]; }
  std::span<const Letter> span() const { return {letters_.data(), size_}; }
  // A bit for each base letter that occurs.
  std::uint32_t bases() const { return bases_; }

 private:
  std::array<Letter, capacity> letters_{};
  std::uint32_t bases_ = 0;
  std::uint8_t size_ = 0;
};

}  // namespace soat::check
