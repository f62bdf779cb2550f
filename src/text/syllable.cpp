#include "text/syllable.h"

#include "text/letters.h"
#include "text/syllable_inventory.h"

namespace soat::text {
namespace {

using N = Nucleus;

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
