#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/letters.h"
#include "text/syllable.h"

// How what stands in a text may have come out of what was meant: the noisy channel (Kernighan, Church and Gale 1990) of
// Vietnamese typing. A slip is one operation on the bare letters (none, a confusion of onsets, codas or rimes that
// sound alike, a letter more, less, other, or two swapped), a change of vowel marks, and a change of tone.
namespace soat::check::context {

// A change of the bare letters at one place.
struct Operation {
  enum class Kind : std::uint8_t { none, onset, coda, rime, swapped, extra, missing, near_key, other_key };
  Kind kind = Kind::none;
  std::string_view written;   // for onset, coda and rime: what stands there
  std::string_view intended;  // and what was meant
  std::string_view place;     // for the others: "start", "middle", "end", "doubled"
};

// All operations that are told apart, the empty one first. A slip refers to them by number.
std::vector<Operation> all_operations();

// "onset ch>tr", "extra doubled", …: the name in the table of costs; empty for the operation that changes nothing.
std::string name(const Operation& operation);

// Changes of marks that are told apart: none, the 18 changes of one letter by name, and several letters at once.
using MarkChange = std::uint8_t;
inline constexpr MarkChange no_mark_change = 0;
inline constexpr std::size_t mark_change_count = 22;
std::string mark_change_name(MarkChange change);  // "o>ơ", "several missing", …

// Tones: 6 * written + intended; equal tones give no change.
using ToneChange = std::uint8_t;
inline constexpr ToneChange no_tone_change = 0;
inline constexpr std::size_t tone_change_count = 36;
std::string tone_change_name(ToneChange change);  // "hỏi>ngã"

struct Slip {
  std::uint8_t operation = 0;
  MarkChange marks = no_mark_change;
  ToneChange tone = no_tone_change;
  std::uint8_t changed_marks = 0;  // number of letters whose mark changed

  friend bool operator==(const Slip&, const Slip&) = default;
};

// A word as the channel sees it: bare letters with their marks, and the one tone of the word.
struct Form {
  static constexpr std::size_t capacity = 12;
  std::array<text::Letter, capacity> letters{};
  std::array<char, capacity> bare{};
  std::uint8_t size = 0;
  text::Tone tone = text::Tone::ngang;

  std::string_view view() const { return {bare.data(), size}; }
};

// Takes a word (composed, any letter case) apart; false when it has other letters than a..z and đ with Vietnamese
// marks or is too long. Of several tones the last one counts.
bool take_apart(std::u16string_view word, Form& out);

// Compares marks and tones of two forms whose bare letters agree in the first `prefix` and the last `suffix` letters.
Slip compare(const Form& written, const Form& intended, std::uint8_t operation, std::size_t prefix, std::size_t suffix);

}  // namespace soat::check::context
