#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "text/hash.h"
#include "text/letters.h"
#include "text/syllable.h"

// What syllable.cpp knows of the syllables of the language; for it alone.
namespace soat::text {

struct Rime {
  Medial medial;
  Nucleus nucleus;
  Coda coda;
};

inline constexpr std::size_t rime_count = 177;
// By their numbers.
extern const std::array<Rime, rime_count> rimes;

// The codas that allow two tones only.
inline bool is_stop(Coda coda) {
  return coda == Coda::c || coda == Coda::ch || coda == Coda::p || coda == Coda::t;
}

// As letters write them, gh, ngh, k and q aside.
inline constexpr std::u16string_view onset_names[onset_count] = {u"",   u"b",  u"c", u"ch", u"d",  u"đ",  u"g",  u"gi",
                                                                 u"h",  u"kh", u"l", u"m",  u"n",  u"ng", u"nh", u"p",
                                                                 u"ph", u"r",  u"s", u"t",  u"th", u"tr", u"v",  u"x"};
inline constexpr std::u16string_view tone_names[tone_count] = {u"ngang", u"huyền", u"hỏi", u"ngã", u"sắc", u"nặng"};

// A written syllable without its tone, packed: seven letters of 6 bits, then the place of the tone mark in either
// style.
class PackedSpelling {
 public:
  constexpr PackedSpelling() = default;
  explicit constexpr PackedSpelling(std::uint64_t bits) : bits_(bits) {}

  static constexpr unsigned letter_bits = 6;
  static constexpr unsigned max_letters = 7;
  static constexpr std::uint64_t letters_mask = (std::uint64_t{1} << (letter_bits * max_letters)) - 1;

  std::uint64_t bits() const { return bits_; }
  std::uint64_t letters() const { return bits_ & letters_mask; }
  Letter letter(unsigned index) const { return static_cast<Letter>(bits_ >> (index * letter_bits) & 0x3F); }
  unsigned mark(ToneStyle style) const { return bits_ >> (style == ToneStyle::old_style ? 42 : 45) & 7; }

  void add(Letter letter) { bits_ |= static_cast<std::uint64_t>(letter) << (letter_bits * size_++); }
  void add(std::u16string_view letters) {
    for (const char16_t unit : letters) add(letter_info(unit).letter);
  }
  void set_marks(unsigned old_style, unsigned new_style) {
    bits_ |= static_cast<std::uint64_t>(old_style) << 42 | static_cast<std::uint64_t>(new_style) << 45;
  }
  unsigned size() const { return size_; }

 private:
  std::uint64_t bits_ = 0;
  unsigned size_ = 0;  // while it is being made
};

// Of the letters, marks and all without their hats and horns.
std::uint64_t bare_letters(PackedSpelling spelling);

// Everything that is derived from the rules, made once.
class Inventory {
 public:
  static const Inventory& get() {
    static const Inventory inventory;
    return inventory;
  }

  // 0 bits when onset and rime do not go together.
  PackedSpelling spelling(Onset onset, RimeId rime) const {
    return PackedSpelling(spellings_[static_cast<std::size_t>(onset) << 8 | rime]);
  }

  // The code of the level-tone syllable with these packed letters, or -1.
  int find(std::uint64_t letters) const {
    for (std::uint64_t slot = slot_of(letters);; slot = (slot + 1) & (slot_count - 1)) {
      const Slot& candidate = slots_[slot];
      if (candidate.letters == letters) return candidate.code;
      if (candidate.letters == 0) return -1;
    }
  }

  std::span<const Syllable> possible() const { return possible_; }

  std::span<const Syllable> family(std::uint64_t key) const {
    const auto compare = [](const Member& member, std::uint64_t wanted) { return member.key < wanted; };
    const auto found = std::lower_bound(families_.begin(), families_.end(), key, compare);
    if (found == families_.end() || found->key != key) return {};
    const std::uint32_t end =
        found + 1 == families_.end() ? static_cast<std::uint32_t>(members_.size()) : found[1].first;
    return std::span(members_).subspan(found->first, end - found->first);
  }

 private:
  struct Slot {
    std::uint64_t letters = 0;
    std::int32_t code = -1;
  };
  struct Member {
    std::uint64_t key;
    std::uint32_t first;  // into members_
  };
  static constexpr unsigned slot_bits = 13;
  static constexpr std::size_t slot_count = std::size_t{1} << slot_bits;
  static std::uint64_t slot_of(std::uint64_t letters) { return spread(letters) >> (64 - slot_bits); }

  Inventory();

  std::array<std::uint64_t, onset_count << 8> spellings_{};
  std::array<Slot, slot_count> slots_{};
  std::vector<Syllable> possible_;
  std::vector<Member> families_;   // ascending by key
  std::vector<Syllable> members_;  // family after family
};

}  // namespace soat::text
