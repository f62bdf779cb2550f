#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "text/letters.h"

namespace soat::check {

// Whether the unit is a letter of the Vietnamese alphabet: a..z without f j w z, or one with a Vietnamese mark.
bool is_vietnamese_letter(char16_t unit);

// Whether the unit is a letter that, of the languages written with Latin letters and met in Vietnamese text, only
// Vietnamese has (ơ ư ạ ả ấ ề …). Not what French, Portuguese, Romanian or Croatian have too: à á â ã è é ê ì í ò ó ô õ
// ù ú ý ă đ.
bool is_only_vietnamese(char16_t unit);

bool is_vowel(char16_t unit);
bool has_vowel(std::u16string_view word);
bool has_marks(std::u16string_view word);

// A short word taken apart into letters and tones.
class WordLetters {
 public:
  static constexpr std::size_t capacity = 16;

  WordLetters() = default;
  // Takes the first `capacity` units of a composed word.
  explicit WordLetters(std::u16string_view word);

  std::size_t size() const { return size_; }
  const text::LetterInfo& operator[](std::size_t i) const { return letters_[i]; }
  std::span<const text::LetterInfo> span() const { return {letters_.data(), size_}; }
  // A bit for each letter that occurs, marks left out.
  std::uint32_t bases() const { return bases_; }
  // A bit for each tone that is marked, the level tone left out.
  std::uint32_t tones() const { return tones_; }
  // Whether no letter bears a mark.
  bool is_unmarked() const { return !marked_; }

 private:
  std::array<text::LetterInfo, capacity> letters_{};
  std::uint32_t bases_ = 0;
  std::uint32_t tones_ = 0;
  std::uint8_t size_ = 0;
  bool marked_ = false;
};

}  // namespace soat::check
