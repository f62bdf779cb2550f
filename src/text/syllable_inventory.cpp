#include "text/syllable_inventory.h"

#include <cassert>
#include <initializer_list>
#include <utility>

namespace soat::text {
namespace {

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
static_assert(count_rimes() == rime_count);

consteval std::array<Rime, rime_count> list_rimes() {
  std::array<Rime, rime_count> rimes{};
  std::size_t next = 0;
  for (const RimeGroup& each : rime_groups) {
    for (unsigned i = 0; i < each.count; ++i) rimes[next++] = {each.medial, each.nucleus, each.codas[i]};
  }
  return rimes;
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

}  // namespace

constinit const std::array<Rime, rime_count> rimes = list_rimes();

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
      std::uint64_t slot = slot_of(spelling.letters());
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

}  // namespace soat::text
