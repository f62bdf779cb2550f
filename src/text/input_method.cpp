#include "text/input_method.h"

#include <algorithm>

#include "text/ascii.h"
#include "text/letter_case.h"
#include "text/letters.h"

namespace soat::text {
namespace {

constexpr std::size_t max_keys = 14;
constexpr std::size_t max_letters = 7;

struct Meaning {
  char16_t key;
  char16_t mark;  // '^' circumflex, '(' breve, '+' horn, '-' stroke
};

constexpr Meaning vni_marks[] = {{u'6', u'^'}, {u'7', u'+'}, {u'8', u'('}, {u'9', u'-'}};
constexpr Meaning viqr_marks[] = {{u'^', u'^'}, {u'+', u'+'}, {u'*', u'+'}, {u'(', u'('}};

char16_t mark_of_key(InputMethod method, char16_t key) {
  if (method == InputMethod::vni) {
    for (const Meaning& each : vni_marks) {
      if (each.key == key) return each.mark;
    }
  } else if (method == InputMethod::viqr) {
    for (const Meaning& each : viqr_marks) {
      if (each.key == key) return each.mark;
    }
  }
  return 0;
}

Tone tone_of_key(InputMethod method, char16_t key) {
  // In the order of Tone: huyền, hỏi, ngã, sắc, nặng.
  static constexpr std::u16string_view keys[] = {u"frxsj", u"23415", u"`?~'."};
  const std::size_t found = keys[static_cast<std::size_t>(method)].find(key);
  return found == std::u16string_view::npos ? Tone::ngang : static_cast<Tone>(found + 1);
}

// Tries every way to take the keys: each as a letter or as a mark on a letter before it.
class Decoder {
 public:
  Decoder(std::u16string_view keys, InputMethod method, Residues& out) : keys_(keys), method_(method), out_(out) {}

  void run() { step(0, State{}); }

 private:
  struct State {
    std::array<Letter, max_letters> letters{};
    std::uint8_t size = 0;
    std::uint8_t vowels = 0;
    std::uint8_t quality_marks = 0;
    std::uint8_t marks = 0;
    Tone tone = Tone::ngang;
  };

  void step(std::size_t at, const State& state) {
    if (at == keys_.size()) {
      finish(state);
      return;
    }
    const char16_t key = keys_[at];
    if (const Tone tone = tone_of_key(method_, key); tone != Tone::ngang && state.vowels > 0) {
      if (state.tone == Tone::ngang) {
        State next = state;
        next.tone = tone;
        ++next.marks;
        step(at + 1, next);
      }
      return;  // after a vowel these letters are never consonants
    }
    if (const char16_t mark = mark_of_key(method_, key); mark != 0) {
      apply(at, state, mark);
      return;
    }
    const LetterInfo info = letter_info(key);
    if (info.letter == Letter::none) return;
    if (method_ == InputMethod::telex) {
      if (info.letter == Letter::w) {
        apply(at, state, u'+');
        apply(at, state, u'(');
        add_letter(at, state, Letter::u_horn, Tone::ngang, true);
        return;
      }
      // A letter that bears a tone was typed as such (saáu) and is no mark on the one before.
      if (info.tone == Tone::ngang &&
          (info.letter == Letter::a || info.letter == Letter::e || info.letter == Letter::o)) {
        circumflex(at, state, info.letter);
        if (info.letter == Letter::o) undo_circumflex(at, state);
      }
    }
    if (method_ != InputMethod::vni && info.letter == Letter::d && state.size > 0) apply(at, state, u'-');
    add_letter(at, state, info.letter, info.tone, false);
  }

  void add_letter(std::size_t at, const State& state, Letter letter, Tone tone, bool by_mark) {
    if (state.size == max_letters || (tone != Tone::ngang && state.tone != Tone::ngang)) return;
    State next = state;
    next.letters[next.size++] = letter;
    if (is_vowel(letter)) ++next.vowels;
    if (next.vowels > 4) return;
    if (tone != Tone::ngang) next.tone = tone;
    if (by_mark && !spend(next)) return;
    step(at + 1, next);
  }

  // No syllable has more than two letters with a quality mark and a đ.
  static bool spend(State& state) {
    ++state.marks;
    return ++state.quality_marks <= 3;
  }

  // Makes the last `from` a `to`: marks go to the nearest letter that takes them.
  bool replace_last(State& state, Letter from, Letter to) const {
    for (std::size_t i = state.size; i-- > 0;) {
      if (state.letters[i] != from) continue;
      state.letters[i] = to;
      return spend(state);
    }
    return false;
  }

  void try_replace(std::size_t at, const State& state, Letter from, Letter to) {
    State next = state;
    if (replace_last(next, from, to)) step(at + 1, next);
  }

  void circumflex(std::size_t at, const State& state, Letter letter) {
    if (letter == Letter::a) try_replace(at, state, Letter::a, Letter::a_circumflex);
    if (letter == Letter::e) try_replace(at, state, Letter::e, Letter::e_circumflex);
    if (letter == Letter::o) try_replace(at, state, Letter::o, Letter::o_circumflex);
  }

  // ooo is the long o of xoong: the third key takes the circumflex back.
  void undo_circumflex(std::size_t at, const State& state) {
    if (state.size == 0 || state.size == max_letters || state.letters[state.size - 1] != Letter::o_circumflex) return;
    State next = state;
    next.letters[next.size - 1] = Letter::o;
    next.letters[next.size++] = Letter::o;
    ++next.vowels;
    step(at + 1, next);
  }

  void apply(std::size_t at, const State& state, char16_t mark) {
    switch (mark) {
      case u'^':
        for (const Letter letter : {Letter::a, Letter::e, Letter::o}) circumflex(at, state, letter);
        break;
      case u'(':
        try_replace(at, state, Letter::a, Letter::a_breve);
        break;
      case u'-':
        if (state.size > 0 && state.letters[0] == Letter::d) try_replace(at, state, Letter::d, Letter::d_stroke);
        break;
      case u'+': {
        // One key makes ươ of uo.
        State both = state;
        for (std::size_t i = 0; i + 1 < both.size; ++i) {
          if (both.letters[i] == Letter::u && both.letters[i + 1] == Letter::o) {
            both.letters[i] = Letter::u_horn;
            both.letters[i + 1] = Letter::o_horn;
            if (spend(both)) step(at + 1, both);
            break;
          }
        }
        try_replace(at, state, Letter::o, Letter::o_horn);
        try_replace(at, state, Letter::u, Letter::u_horn);
        break;
      }
      default:
        break;
    }
  }

  void finish(const State& state) {
    if (state.marks == 0 || state.vowels == 0) return;
    char16_t word[max_letters];
    bool tone_written = false;
    for (std::size_t i = 0; i < state.size; ++i) {
      Letter letter = state.letters[i];
      // Input methods complete ươ when only its first half was marked.
      if (letter == Letter::o && i > 0 && state.letters[i - 1] == Letter::u_horn) letter = Letter::o_horn;
      const bool here = !tone_written && is_vowel(letter);
      word[i] = letter_unit(letter, here ? state.tone : Tone::ngang);
      tone_written = tone_written || here;
    }
    const Syllable syllable = parse({word, state.size});
    if (syllable.valid()) out_.add({syllable, method_, state.marks});
  }

  std::u16string_view keys_;
  InputMethod method_;
  Residues& out_;
};

std::u16string encode(Syllable syllable, ToneKey tone_key, InputMethod method) {
  const Spelling spelling = spell(syllable, ToneStyle::new_style);
  const std::u16string_view word = spelling.view();
  static constexpr std::u16string_view tone_keys[] = {u"frxsj", u"23415"};
  const char16_t tone =
      syllable.tone() == Tone::ngang
          ? u'\0'
          : tone_keys[static_cast<std::size_t>(method)][static_cast<std::size_t>(syllable.tone()) - 1];
  const bool telex = method == InputMethod::telex;
  std::u16string keys;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const LetterInfo info = letter_info(word[i]);
    const char16_t base = letter_unit(base_letter(info.letter));
    keys.push_back(base);
    switch (info.letter) {
      case Letter::a_circumflex:
      case Letter::e_circumflex:
      case Letter::o_circumflex:
        keys.push_back(telex ? base : u'6');
        break;
      case Letter::a_breve:
        keys.push_back(telex ? u'w' : u'8');
        break;
      case Letter::o_horn:
        keys.push_back(telex ? u'w' : u'7');
        break;
      case Letter::u_horn:
        // The key after the o marks both letters of ươ.
        if (i + 1 == word.size() || letter_info(word[i + 1]).letter != Letter::o_horn)
          keys.push_back(telex ? u'w' : u'7');
        break;
      case Letter::d_stroke:
        keys.push_back(telex ? u'd' : u'9');
        break;
      case Letter::o:
        if (telex && i > 0 && letter_info(word[i - 1]).letter == Letter::o) keys.push_back(u'o');
        break;
      default:
        break;
    }
    if (tone != 0 && tone_key == ToneKey::after_vowel && info.tone != Tone::ngang) keys.push_back(tone);
  }
  if (tone != 0 && tone_key == ToneKey::at_end) keys.push_back(tone);
  return keys;
}

}  // namespace

void Residues::add(const Residue& reading) {
  if (size_ == readings_.size()) return;
  const auto same = [&](const Residue& each) { return each.syllable == reading.syllable; };
  if (std::none_of(begin(), end(), same)) readings_[size_++] = reading;
}

Residues decode_residue(std::u16string_view word, InputMethod method) {
  Residues out;
  if (word.size() < 2 || word.size() > max_keys) return out;
  std::array<char16_t, max_keys> lower{};
  std::transform(word.begin(), word.end(), lower.begin(), [](char16_t unit) { return to_lower(unit); });
  Decoder({lower.data(), word.size()}, method, out).run();
  return out;
}

Residues decode_residue(std::u16string_view word) {
  Residues out;
  const auto add = [&](InputMethod method) {
    for (const Residue& reading : decode_residue(word, method)) out.add(reading);
  };
  const bool digits = std::any_of(word.begin(), word.end(), is_ascii_digit<char16_t>);
  const bool signs = word.find_first_of(u"^(+*'`?~.") != std::u16string_view::npos;
  if (!digits && !signs) add(InputMethod::telex);
  if (digits && !signs) add(InputMethod::vni);
  if (signs && !digits) add(InputMethod::viqr);
  return out;
}

std::u16string encode_telex(Syllable syllable, ToneKey tone_key) {
  return encode(syllable, tone_key, InputMethod::telex);
}
std::u16string encode_vni(Syllable syllable, ToneKey tone_key) {
  return encode(syllable, tone_key, InputMethod::vni);
}

}  // namespace soat::text
