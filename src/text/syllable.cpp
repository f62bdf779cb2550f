#include "text/syllable.h"

#include <algorithm>
#include <cassert>
#include <vector>

#include "text/letters.h"

namespace soat::text {
namespace {

struct Rime {
  Medial medial;
  Nucleus nucleus;
  Coda coda;
};

constexpr Medial flat = Medial::none;
constexpr Medial round = Medial::w;
using N = Nucleus;
using C = Coda;

struct RimeGroup {
  Medial medial;
  Nucleus nucleus;
  std::array<Coda, 14> codas;
  unsigned count;
};

template <typename... Codas>
constexpr RimeGroup group(Medial medial, Nucleus nucleus, Codas... codas) {
  return {medial, nucleus, {codas...}, sizeof...(codas)};
}

// The rimes of the language: those of the dictionaries, and those of loans and dialect words in use (xoong, bôông,
// xoẻng, tuýp).
constexpr RimeGroup rime_groups[] = {
    group(flat, N::a, C::none, C::c, C::ch, C::m, C::n, C::ng, C::nh, C::p, C::t, C::i, C::y, C::o, C::u),
    group(flat, N::a_breve, C::c, C::m, C::n, C::ng, C::p, C::t),
    group(flat, N::a_circumflex, C::c, C::m, C::n, C::ng, C::p, C::t, C::y, C::u),
    group(flat, N::e, C::none, C::c, C::m, C::n, C::ng, C::p, C::t, C::o),
    group(flat, N::e_circumflex, C::none, C::ch, C::m, C::n, C::nh, C::p, C::t, C::u),
    group(flat, N::i, C::none, C::ch, C::m, C::n, C::nh, C::p, C::t, C::u),
    group(flat, N::y, C::none),
    group(flat, N::o, C::none, C::c, C::m, C::n, C::ng, C::p, C::t, C::i),
    group(flat, N::oo, C::c, C::ng),
    group(flat, N::o_circumflex, C::none, C::c, C::m, C::n, C::ng, C::p, C::t, C::i),
    group(flat, N::oo_circumflex, C::c, C::ng),
    group(flat, N::o_horn, C::none, C::m, C::n, C::p, C::t, C::i),
    group(flat, N::u, C::none, C::c, C::m, C::n, C::ng, C::p, C::t, C::i),
    group(flat, N::u_horn, C::none, C::c, C::m, C::n, C::ng, C::t, C::i, C::u),
    group(flat, N::ie, C::none, C::c, C::m, C::n, C::ng, C::p, C::t, C::u),
    group(flat, N::uo, C::none, C::c, C::m, C::n, C::ng, C::t, C::i),
    group(flat, N::uo_horn, C::none, C::c, C::m, C::n, C::ng, C::p, C::t, C::i, C::u),
    group(round, N::a, C::none, C::c, C::ch, C::m, C::n, C::ng, C::nh, C::p, C::t, C::i, C::y, C::o, C::u),
    group(round, N::a_breve, C::c, C::m, C::n, C::ng, C::p, C::t),
    group(round, N::a_circumflex, C::c, C::n, C::ng, C::p, C::t, C::y),
    group(round, N::e, C::none, C::c, C::m, C::n, C::ng, C::p, C::t, C::o),
    group(round, N::e_circumflex, C::none, C::ch, C::n, C::nh, C::t, C::u),
    group(round, N::i, C::none, C::ch, C::n, C::nh, C::p, C::t, C::u),
    group(round, N::y, C::none, C::ch, C::nh, C::t, C::u),
    group(round, N::o_circumflex, C::c),
    group(round, N::o_horn, C::none, C::n, C::t, C::i),
    group(round, N::ie, C::none, C::n, C::t),
};

consteval std::size_t count_rimes() {
  std::size_t count = 0;
  for (const RimeGroup& each : rime_groups) count += each.count;
  return count;
}
constexpr std::size_t rime_count = count_rimes();
static_assert(rime_count < 256);

consteval std::array<Rime, rime_count> list_rimes() {
  std::array<Rime, rime_count> rimes{};
  std::size_t next = 0;
  for (const RimeGroup& each : rime_groups) {
    for (unsigned i = 0; i < each.count; ++i) rimes[next++] = {each.medial, each.nucleus, each.codas[i]};
  }
  return rimes;
}
constexpr std::array<Rime, rime_count> rimes = list_rimes();

constexpr std::u16string_view onset_names[onset_count] = {u"",   u"b",  u"c", u"ch", u"d",  u"đ",  u"g",  u"gi",
                                                          u"h",  u"kh", u"l", u"m",  u"n",  u"ng", u"nh", u"p",
                                                          u"ph", u"r",  u"s", u"t",  u"th", u"tr", u"v",  u"x"};
constexpr std::u16string_view tone_names[tone_count] = {u"ngang", u"huyền", u"hỏi", u"ngã", u"sắc", u"nặng"};

bool is_stop(Coda coda) {
  return coda == C::c || coda == C::ch || coda == C::p || coda == C::t;
}

bool is_one_of(Onset onset, std::initializer_list<Onset> onsets) {
  return std::find(onsets.begin(), onsets.end(), onset) != onsets.end();
}

// Which onsets take which rimes, tones aside.
bool combines(Onset onset, const Rime& rime) {
  const Nucleus nucleus = rime.nucleus;
  if (rime.medial == flat) {
    if (nucleus == N::y) {
      return is_one_of(onset, {Onset::none, Onset::c, Onset::d, Onset::h, Onset::l, Onset::m, Onset::s, Onset::t,
                               Onset::th, Onset::v});
    }
    if (onset == Onset::gi) {
      // One spelling, one reading: gia is gi + a, giu is gi + u, and giên, giêt are gi + iên, iêt.
      if (nucleus == N::ie) return rime.coda != C::none;
      if (nucleus == N::i) return rime.coda != C::u;
      if (nucleus == N::e_circumflex) return rime.coda == C::none || rime.coda == C::ch || rime.coda == C::nh;
    }
    return true;
  }
  const bool written_o = nucleus == N::a || nucleus == N::a_breve || nucleus == N::e;
  // Rimes that occur after q only.
  if (onset != Onset::c) {
    if (nucleus == N::y || nucleus == N::o_circumflex) return false;
    if (nucleus == N::a && rime.coda == C::u) return false;
    if (nucleus == N::a_circumflex && (rime.coda == C::c || rime.coda == C::p)) return false;
    if (nucleus == N::e_circumflex && (rime.coda == C::n || rime.coda == C::t)) return false;
    if (nucleus == N::o_horn && rime.coda != C::none) return false;
  }
  switch (onset) {
    case Onset::g:
    case Onset::gi:
      return written_o;  // goá, gioăng
    case Onset::b:
    case Onset::m:
    case Onset::p:
    case Onset::ph:
    case Onset::v:
      // A lip sound and the rounding meet in loans only: boa, voan, moay-ơ, phuy, buýt.
      if (nucleus == N::a) return rime.coda == C::none || rime.coda == C::n || rime.coda == C::y;
      if (nucleus == N::i) return rime.coda == C::none || rime.coda == C::n || rime.coda == C::p || rime.coda == C::t;
      return false;
    default:
      return true;
  }
}

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

std::u16string_view nucleus_letters(Onset onset, const Rime& rime) {
  const bool open = rime.coda == C::none;
  switch (rime.nucleus) {
    case N::a:
      return u"a";
    case N::a_breve:
      return u"ă";
    case N::a_circumflex:
      return u"â";
    case N::e:
      return u"e";
    case N::e_circumflex:
      return u"ê";
    case N::i:
      return rime.medial == round ? u"y" : u"i";
    case N::y:
      return rime.medial == round ? u"i" : u"y";
    case N::o:
      return u"o";
    case N::o_circumflex:
      return u"ô";
    case N::o_horn:
      return u"ơ";
    case N::u:
      return u"u";
    case N::u_horn:
      return u"ư";
    case N::ie:
      if (rime.medial == round) return open ? u"ya" : u"yê";
      if (open) return u"ia";
      return onset == Onset::none ? u"yê" : u"iê";
    case N::uo:
      return open ? u"ua" : u"uô";
    case N::uo_horn:
      return open ? u"ưa" : u"ươ";
    case N::oo:
      return u"oo";
    case N::oo_circumflex:
      return u"ôô";
  }
  return {};
}

std::u16string_view coda_letters(Coda coda) {
  static constexpr std::u16string_view names[] = {u"",  u"c", u"ch", u"m", u"n", u"ng", u"nh",
                                                  u"p", u"t", u"i",  u"y", u"o", u"u"};
  return names[static_cast<std::size_t>(coda)];
}

PackedSpelling make_spelling(Onset onset, const Rime& rime) {
  PackedSpelling spelling;
  std::u16string_view nucleus = nucleus_letters(onset, rime);
  const bool front =
      rime.medial == flat && (nucleus[0] == u'e' || nucleus[0] == u'ê' || nucleus[0] == u'i' || nucleus[0] == u'y');
  if (onset == Onset::c) {
    spelling.add(rime.medial == round ? u"q" : front ? u"k" : u"c");
  } else {
    spelling.add(onset_names[static_cast<std::size_t>(onset)]);
    if (front && (onset == Onset::g || onset == Onset::ng)) spelling.add(u"h");
  }
  if (rime.medial == round) {
    const bool written_o = nucleus[0] == u'a' || nucleus[0] == u'ă' || nucleus[0] == u'e';
    spelling.add(onset != Onset::c && written_o ? u"o" : u"u");
  }
  unsigned mark = spelling.size();
  if (onset == Onset::gi && nucleus[0] == u'i') {
    // The i of gi does duty for that of the rime: gì, gìn, giếng.
    nucleus.remove_prefix(1);
    if (nucleus.empty()) --mark;
  } else if (nucleus.size() == 2 && rime.coda != C::none) {
    ++mark;
  }
  spelling.add(nucleus);
  spelling.add(coda_letters(rime.coda));
  const bool styles_differ = rime.medial == round && rime.coda == C::none && onset != Onset::c &&
                             (rime.nucleus == N::a || rime.nucleus == N::e || rime.nucleus == N::i);
  spelling.set_marks(styles_differ ? mark - 1 : mark, mark);
  return spelling;
}

constexpr std::uint64_t hash(std::uint64_t key) {
  return key * 0x9E3779B97F4A7C15u;
}

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
    for (std::uint64_t slot = hash(letters) >> slot_shift;; slot = (slot + 1) & (slot_count - 1)) {
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
  static constexpr unsigned slot_shift = 64 - 13;
  static constexpr std::size_t slot_count = std::size_t{1} << 13;

  Inventory();

  std::array<std::uint64_t, onset_count << 8> spellings_{};
  std::array<Slot, slot_count> slots_{};
  std::vector<Syllable> possible_;
  std::vector<Member> families_;   // ascending by key
  std::vector<Syllable> members_;  // family after family
};

std::uint64_t bare_letters(PackedSpelling spelling) {
  std::uint64_t key = 0;
  for (unsigned i = 0; i < PackedSpelling::max_letters; ++i) {
    key |= static_cast<std::uint64_t>(base_letter(spelling.letter(i))) << (PackedSpelling::letter_bits * i);
  }
  return key;
}

Inventory::Inventory() {
  std::vector<std::pair<std::uint64_t, Syllable>> by_family;
  for (std::size_t onset_index = 0; onset_index < onset_count; ++onset_index) {
    const auto onset = static_cast<Onset>(onset_index);
    for (std::size_t rime_index = 0; rime_index < rime_count; ++rime_index) {
      if (!combines(onset, rimes[rime_index])) continue;
      const auto rime = static_cast<RimeId>(rime_index);
      const PackedSpelling spelling = make_spelling(onset, rimes[rime_index]);
      spellings_[onset_index << 8 | rime_index] = spelling.bits();
      std::uint64_t slot = hash(spelling.letters()) >> slot_shift;
      while (slots_[slot].letters != 0) {
        assert(slots_[slot].letters != spelling.letters());  // each spelling has one reading
        slot = (slot + 1) & (slot_count - 1);
      }
      slots_[slot] = {spelling.letters(), Syllable(onset, rime, Tone::ngang).code()};
      for (std::size_t tone_index = 0; tone_index < tone_count; ++tone_index) {
        const auto tone = static_cast<Tone>(tone_index);
        if (is_stop(rimes[rime_index].coda) && tone != Tone::sac && tone != Tone::nang) continue;
        possible_.emplace_back(onset, rime, tone);
        by_family.emplace_back(bare_letters(spelling), possible_.back());
      }
    }
  }
  std::sort(by_family.begin(), by_family.end());
  members_.reserve(by_family.size());
  for (const auto& [key, syllable] : by_family) {
    if (families_.empty() || families_.back().key != key) {
      families_.push_back({key, static_cast<std::uint32_t>(members_.size())});
    }
    members_.push_back(syllable);
  }
}

Syllable checked(Onset onset, RimeId rime, Tone tone) {
  return is_possible(onset, rime, tone) ? Syllable(onset, rime, tone) : Syllable();
}

std::optional<Nucleus> other_nucleus(Syllable syllable) {
  const Nucleus nucleus = syllable.nucleus();
  if (nucleus == N::i) return N::y;
  if (nucleus == N::y) return N::i;
  return std::nullopt;
}

}  // namespace

Syllable Syllable::from_code(std::uint16_t code) {
  if (code >= code_limit) return {};
  return checked(static_cast<Onset>(code >> 11), static_cast<RimeId>(code >> 3 & 0xFF), static_cast<Tone>(code & 7));
}

Medial Syllable::medial() const {
  return rimes[rime()].medial;
}
Nucleus Syllable::nucleus() const {
  return rimes[rime()].nucleus;
}
Coda Syllable::coda() const {
  return rimes[rime()].coda;
}

Syllable Syllable::with_tone(Tone tone) const {
  return checked(onset(), rime(), tone);
}
Syllable Syllable::with_onset(Onset onset) const {
  return checked(onset, rime(), tone());
}
Syllable Syllable::with_rime(RimeId rime) const {
  return checked(onset(), rime, tone());
}

bool is_possible(Onset onset, RimeId rime, Tone tone) {
  if (rime >= rime_count || static_cast<std::size_t>(tone) >= tone_count) return false;
  if (Inventory::get().spelling(onset, rime).bits() == 0) return false;
  return !is_stop(rimes[rime].coda) || tone == Tone::sac || tone == Tone::nang;
}

ParsedSyllable parse_with_placement(std::u16string_view word) {
  if (word.empty() || word.size() > PackedSpelling::max_letters) return {};
  std::uint64_t letters = 0;
  unsigned tone = 0;
  unsigned mark = 0;
  for (unsigned i = 0; i < word.size(); ++i) {
    const std::uint16_t info = detail::packed_letter_info(word[i]);
    if (info == 0) return {};
    letters |= static_cast<std::uint64_t>(info & 0x3F) << (PackedSpelling::letter_bits * i);
    if (const unsigned here = info >> 6 & 7; here != 0) {
      if (tone != 0) return {};
      tone = here;
      mark = i;
    }
  }
  const Inventory& inventory = Inventory::get();
  const int code = inventory.find(letters);
  if (code < 0) return {};
  const auto level = static_cast<unsigned>(code);
  const auto rime = static_cast<RimeId>(level >> 3 & 0xFF);
  const auto onset = static_cast<Onset>(level >> 11);
  if (is_stop(rimes[rime].coda) && static_cast<Tone>(tone) != Tone::sac && static_cast<Tone>(tone) != Tone::nang)
    return {};
  ParsedSyllable parsed{Syllable(onset, rime, static_cast<Tone>(tone)), TonePlacement::none};
  if (tone != 0) {
    const PackedSpelling spelling = inventory.spelling(onset, rime);
    const bool as_old = mark == spelling.mark(ToneStyle::old_style);
    const bool as_new = mark == spelling.mark(ToneStyle::new_style);
    parsed.placement = as_old && as_new ? TonePlacement::both
                       : as_old         ? TonePlacement::old_style
                       : as_new         ? TonePlacement::new_style
                                        : TonePlacement::misplaced;
  }
  return parsed;
}

Syllable parse(std::u16string_view word) {
  return parse_with_placement(word).syllable;
}

std::optional<RimeId> find_rime(Medial medial, Nucleus nucleus, Coda coda) {
  for (std::size_t i = 0; i < rime_count; ++i) {
    if (rimes[i].medial == medial && rimes[i].nucleus == nucleus && rimes[i].coda == coda)
      return static_cast<RimeId>(i);
  }
  return std::nullopt;
}

std::span<const Syllable> possible_syllables() {
  return Inventory::get().possible();
}

Spelling spell(Syllable syllable, ToneStyle style) {
  const PackedSpelling packed = Inventory::get().spelling(syllable.onset(), syllable.rime());
  const unsigned mark = packed.mark(style);
  Spelling spelling;
  for (unsigned i = 0; i < PackedSpelling::max_letters; ++i) {
    const Letter letter = packed.letter(i);
    if (letter == Letter::none) break;
    spelling.push_back(letter_unit(letter, i == mark ? syllable.tone() : Tone::ngang));
  }
  return spelling;
}

std::u16string compose(Syllable syllable, ToneStyle style) {
  return spell(syllable, style).str();
}

Syllable other_i_y(Syllable syllable) {
  if (!syllable.valid()) return {};
  const std::optional<Nucleus> nucleus = other_nucleus(syllable);
  if (!nucleus) return {};
  const std::optional<RimeId> rime = find_rime(syllable.medial(), *nucleus, syllable.coda());
  return rime ? syllable.with_rime(*rime) : Syllable();
}

Syllable fold_i_y(Syllable syllable) {
  if (!syllable.valid() || syllable.nucleus() != N::y) return syllable;
  const Syllable other = other_i_y(syllable);
  return other.valid() ? other : syllable;
}

Spelling bare(Syllable syllable) {
  const PackedSpelling packed = Inventory::get().spelling(syllable.onset(), syllable.rime());
  Spelling spelling;
  for (unsigned i = 0; i < PackedSpelling::max_letters && packed.letter(i) != Letter::none; ++i) {
    spelling.push_back(letter_unit(base_letter(packed.letter(i))));
  }
  return spelling;
}

std::uint64_t family_key(Syllable syllable) {
  return bare_letters(Inventory::get().spelling(syllable.onset(), syllable.rime()));
}

std::uint64_t family_key(std::u16string_view word) {
  if (word.size() > PackedSpelling::max_letters) return 0;
  PackedSpelling packed;
  for (const char16_t unit : word) {
    const Letter letter = letter_info(unit).letter;
    if (letter == Letter::none) return 0;
    packed.add(base_letter(letter));
  }
  return packed.letters();
}

std::span<const Syllable> family_members(std::uint64_t key) {
  return Inventory::get().family(key);
}

std::u16string_view onset_name(Onset onset) {
  return onset_names[static_cast<std::size_t>(onset)];
}
std::u16string_view tone_name(Tone tone) {
  return tone_names[static_cast<std::size_t>(tone)];
}

}  // namespace soat::text
