#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

// Vietnamese orthography: a written syllable taken apart into onset, medial, nucleus, coda and tone, and put together
// again.
//
// The analysis is that of the grammars (Đoàn Thiện Thuật, "Ngữ âm tiếng Việt", 1977) kept as close to the spelling as
// it can be: one onset for each sound however it is written (c/k/q, g/gh, ng/ngh), glides told apart as they are spelt
// (ai/ay, ao/au), i and y kept as written where both are in use (mĩ/mỹ, quít/quýt). A syllable that breaks a spelling
// rule ("nghành", "kô", "cê") is none.
namespace soat::text {

enum class Onset : std::uint8_t { none, b, c, ch, d, dd, g, gi, h, kh, l, m, n, ng, nh, p, ph, r, s, t, th, tr, v, x };
inline constexpr std::size_t onset_count = 24;  // c: also k and q; g: also gh; ng: also ngh; dd is đ

enum class Medial : std::uint8_t { none, w };  // w: the rounding written o or u (hoa, huy, qua)

// a_breve ă, a_circumflex â, … ; ie: iê, ia, yê, ya; uo: uô, ua; uo_horn: ươ, ưa; oo and oo_circumflex: the long vowels
// of xoong, bôông; y: i where it is spelt y (mỹ); after a medial i is spelt y (huy), and y stands for the rarer
// spelling i (qui, quít).
enum class Nucleus : std::uint8_t {
  a,
  a_breve,
  a_circumflex,
  e,
  e_circumflex,
  i,
  o,
  o_circumflex,
  o_horn,
  u,
  u_horn,
  ie,
  uo,
  uo_horn,
  oo,
  oo_circumflex,
  y
};

enum class Coda : std::uint8_t { none, c, ch, m, n, ng, nh, p, t, i, y, o, u };

enum class Tone : std::uint8_t { ngang, huyen, hoi, nga, sac, nang };
inline constexpr std::size_t tone_count = 6;

enum class ToneStyle : std::uint8_t {
  old_style,  // hòa, khỏe, thủy
  new_style   // hoà, khoẻ, thuỷ
};

// Where the tone mark of a written syllable stands.
enum class TonePlacement : std::uint8_t {
  none,       // no mark: level tone
  both,       // where both styles put it: toán, mùa, quý
  old_style,  // hòa
  new_style,  // hoà
  misplaced   // tóan, nứơc, qúy
};

// A medial, nucleus and coda that occur together. Below rime_count; the numbers are not promised to stay from one
// version to another, so files store spellings.
using RimeId = std::uint8_t;

// A syllable of the spelling, 16 bits. Default-constructed it is none. Ordered by onset, rime, tone.
class Syllable {
 public:
  constexpr Syllable() = default;
  // Precondition: the three together are possible (see possible()); none is checked.
  constexpr Syllable(Onset onset, RimeId rime, Tone tone)
      : code_(static_cast<std::uint16_t>(static_cast<unsigned>(onset) << 11 | static_cast<unsigned>(rime) << 3 |
                                         static_cast<unsigned>(tone))) {}
  // The syllable of a code(); any other number gives none.
  static Syllable from_code(std::uint16_t code);

  constexpr bool valid() const { return code_ != none_code; }
  explicit constexpr operator bool() const { return valid(); }

  // Unique for each syllable and below code_limit, fit to index an array. Not promised to stay from one version to
  // another.
  constexpr std::uint16_t code() const { return code_; }

  // Preconditions of the accessors: valid().
  constexpr Onset onset() const { return static_cast<Onset>(code_ >> 11); }
  constexpr RimeId rime() const { return static_cast<RimeId>(code_ >> 3 & 0xFF); }
  constexpr Tone tone() const { return static_cast<Tone>(code_ & 7); }
  Medial medial() const;
  Nucleus nucleus() const;
  Coda coda() const;

  // The same onset and rime with another tone; none when the rime cannot bear it (a stop coda bears only sắc and nặng).
  Syllable with_tone(Tone tone) const;
  // The same rime and tone with another onset, and so on; none when impossible.
  Syllable with_onset(Onset onset) const;
  Syllable with_rime(RimeId rime) const;

  friend constexpr bool operator==(Syllable, Syllable) = default;
  friend constexpr std::strong_ordering operator<=>(Syllable, Syllable) = default;

 private:
  static constexpr std::uint16_t none_code = 0xFFFF;
  std::uint16_t code_ = none_code;
};

inline constexpr std::size_t code_limit = onset_count << 11;  // every Syllable::code() of a valid syllable is below it

// What a written word is as a syllable.
struct ParsedSyllable {
  Syllable syllable;  // none when the word is no possible syllable
  TonePlacement placement = TonePlacement::none;
};

// Reads one word (composed UTF-16, any letter case) as a syllable; words of other lengths, letters or order are none.
// No allocation.
ParsedSyllable parse_with_placement(std::u16string_view word);
Syllable parse(std::u16string_view word);

// The rime made of these parts, if there is one.
std::optional<RimeId> find_rime(Medial medial, Nucleus nucleus, Coda coda);
bool is_possible(Onset onset, RimeId rime, Tone tone);

// Every possible syllable by rule (some 17,000, most of them not in use), in ascending order of code.
std::span<const Syllable> possible_syllables();

// A spelt syllable in a buffer of its own: at most seven letters (nghiêng).
class Spelling {
 public:
  std::u16string_view view() const { return {units_.data(), size_}; }
  operator std::u16string_view() const { return view(); }
  std::u16string str() const { return std::u16string(view()); }
  void push_back(char16_t unit) { units_[size_++] = unit; }

 private:
  std::array<char16_t, 8> units_{};
  std::uint8_t size_ = 0;
};

// Writes a syllable in lower case, composed letters. Precondition of both: valid().
Spelling spell(Syllable syllable, ToneStyle style = ToneStyle::old_style);
std::u16string compose(Syllable syllable, ToneStyle style = ToneStyle::old_style);

// The syllable with y made i where usage allows both (mỹ → mĩ, ý → í, quít → quýt): equal for spellings that differ
// only in that.
Syllable fold_i_y(Syllable syllable);
// The other of the two spellings (mỹ ↔ mĩ, quý ↔ quí), or none when there is but one.
Syllable other_i_y(Syllable syllable);

// The letters without marks (đ is d): đường → duong. Precondition: valid().
Spelling bare(Syllable syllable);

// The syllables that differ only in marks (ma, mà, má, … ; dương, đường, …) form an accent family, named by its bare
// spelling. A packed form of that spelling, equal for exactly the members of a family; precondition: valid().
std::uint64_t family_key(Syllable syllable);
// The same for a written word, marks left out of account (any letter case); 0 when it has a letter that no Vietnamese
// syllable has or more than seven letters. A key need not have members.
std::uint64_t family_key(std::u16string_view word);
// The possible syllables of a family in ascending order of code; empty when there are none.
std::span<const Syllable> family_members(std::uint64_t key);

// For counting and for error models: the parts in the spelling of the field.
std::u16string_view onset_name(Onset onset);  // "" "b" "c" … "đ"
std::u16string_view tone_name(Tone tone);     // "ngang" "huyền" "hỏi" "ngã" "sắc" "nặng"

}  // namespace soat::text
