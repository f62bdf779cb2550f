#include "text/legacy_detection.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <utility>

#include "text/ascii.h"
#include "text/char_class.h"
#include "text/legacy_marks.h"
#include "text/letter_case.h"
#include "text/letters.h"
#include "text/syllable.h"

namespace soat::text {
namespace {

constexpr std::size_t encoding_count = 4;
constexpr double least_share = 0.6;        // of the words that decoding changes, those that it makes syllables
constexpr std::uint32_t enough_words = 4;  // that must be known of a document before less tells of a paragraph
constexpr unsigned few_words = 2;

// What Windows-1252 has beside Latin-1, letters and marks.
constexpr bool is_windows_letter(char16_t unit) {
  return std::u16string_view(u"ŒœŠšŽžŸƒˆ˜").find(unit) != std::u16string_view::npos;
}

// A letter that no byte of an old encoding shows as: the word it stands in is Unicode.
bool is_unicode_letter(char16_t unit) {
  if (unit <= 0xFF || is_windows_letter(unit)) return false;
  const CharClass kind = CharTable::get().class_of(unit);
  return kind == CharClass::letter || kind == CharClass::mark || kind == CharClass::surrogate;
}

constexpr bool is_high(char16_t unit) {
  return unit >= 0xA1 && unit <= 0xFF;
}

// Latin-1 characters that Unicode text in Vietnamese does not have inside words.
bool is_telltale(char16_t unit) {
  return is_high(unit) && letter_info(unit).letter == Letter::none;
}

// Characters that are no letters in Latin-1 but are in TCVN3.
constexpr bool is_symbol(char16_t unit) {
  return (unit >= 0xA1 && unit <= 0xBF) || unit == u'×' || unit == u'÷';
}

// Those of them that stand beside a letter in formulas and units.
constexpr bool is_mathematical(char16_t unit) {
  return std::u16string_view(u"×÷±µ·°¹²³¼½¾").find(unit) != std::u16string_view::npos;
}

// A sign of a calculation behind a letter. Formulas go on behind it, so that a word that ends there (tr÷) is none.
bool is_letter_before_operator(char16_t unit, char16_t next) {
  return (next == u'÷' || next == u'×') && letter_info(unit).letter != Letter::none;
}

// Whether anything in the text suggests an encoding: cheap, and false for nearly all text.
struct Signs {
  bool latin1 = false;
  bool ascii_marks = false;
};

Signs signs_of(std::u16string_view text) {
  std::size_t telltales = 0;
  std::size_t marks = 0;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    const char16_t unit = text[i];
    const char16_t next = text[i + 1];
    if (unit < 0x80) {
      if (next == u'^' || next == u'~' || next == u'`' || next == u'+' || next == u'(') {
        if (with_viqr(unit, next) != 0) ++marks;
      } else if ((unit == u'd' || unit == u'D') && (next | 0x20) == u'd') {
        ++marks;
      }
    }
    if (is_telltale(next) && (letter_info(unit).letter != Letter::none || is_telltale(unit))) ++telltales;
    // A blank or mark behind the sign of a word that ends in one says as much as a letter.
    if (is_letter_before_operator(unit, next) && (i + 2 == text.size() || text[i + 2] < u'0')) ++telltales;
    if (is_telltale(unit) && letter_info(next).letter != Letter::none) ++telltales;
    // VNI needs none: a plain vowel before a letter with a mark.
    if (next >= 0xC0 && next <= 0xFF && with_vni_mark(unit, next) != 0) ++telltales;
    // Windows-1258: ì and ò after a vowel were combining marks.
    if ((next == u'ì' || next == u'ò' || next == u'Ì' || next == u'Ò') && is_vowel(letter_info(unit).letter))
      ++telltales;
  }
  return {telltales >= 2, marks >= 2};
}

struct Word {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
};

// Words between spaces. U+00AD (ư of TCVN3) and symbols belong to them.
std::vector<Word> split_words(std::u16string_view text) {
  std::vector<Word> words;
  const CharTable& table = CharTable::get();
  const auto is_space = [&](char16_t unit) {
    return unit <= u' ' || unit == 0x3000 || unit == 0xFFFC || table.class_of(unit) == CharClass::space;
  };
  for (std::size_t start = 0; start < text.size();) {
    if (is_space(text[start])) {
      ++start;
      continue;
    }
    std::size_t end = start;
    while (end < text.size() && !is_space(text[end])) ++end;
    words.push_back({static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)});
    start = end;
  }
  return words;
}

// Without the punctuation at its ends, but for what an encoding uses as letters.
std::u16string_view trimmed(std::u16string_view word) {
  const auto is_punctuation = [](char16_t unit) {
    if (unit >= 0x80) return unit >= 0x2010 && unit <= 0x2027;  // dashes, quotation marks, the ellipsis
    const CharClass kind = CharTable::get().class_of(unit);
    return kind != CharClass::letter && kind != CharClass::digit;
  };
  while (!word.empty() && is_punctuation(word.front())) word.remove_prefix(1);
  while (!word.empty() && is_punctuation(word.back())) word.remove_suffix(1);
  return word;
}

// Whether U+00AD can only be TCVN3's ư here (n|íc, §|êng): beside other characters of the encoding, in a word that is
// none when the mark is a soft hyphen.
bool has_certain_u_horn(std::u16string_view word) {
  std::u16string without(word);
  std::erase(without, u'\u00AD');
  return without.size() + 1 == word.size() && std::any_of(without.begin(), without.end(), is_high) &&
         !parse(without).valid();
}

// What decoding a text from one encoding does to its words.
struct Evidence {
  unsigned changed = 0;                   // words, but for those that are syllables both before and after
  unsigned gained = 0;                    // became syllables
  unsigned lost = 0;                      // were syllables
  std::set<std::u16string_view> telling;  // different gained words that are no formula or unit
  std::set<char16_t> kinds;               // different characters in them
  bool symbols = false;                   // some gained word has a character that is no letter in Latin-1
  bool certain = false;                   // some gained word is a word in no other way

  void add(std::u16string_view word, LegacyEncoding encoding) {
    const std::u16string_view before = trimmed(word);
    if (before.empty()) return;
    // A closing mark of VIQR may be punctuation as well: take the reading that is a syllable.
    const bool viqr = encoding == LegacyEncoding::viqr;
    const bool whole = viqr && parse(trimmed(decode_misread(word, encoding))).valid();
    const std::u16string after = decode_misread(whole ? word : before, encoding);
    if (after == before) return;
    const bool was = parse(before).valid();
    const bool is = parse(whole ? trimmed(after) : std::u16string_view(after)).valid();
    if (was && is) return;  // says nothing
    ++changed;
    if (was) ++lost;
    // A sign that stands alone is a sign.
    if (!is || (before.size() == 1 && is_symbol(before[0]))) return;
    ++gained;
    if (encoding == LegacyEncoding::tcvn3 && has_certain_u_horn(before)) certain = true;
    note(before, viqr);
  }

  // Windows-1258 and VIQR differ from Unicode by whole series of characters that nothing else has.
  bool is_enough(LegacyEncoding encoding) const {
    if (certain && lost == 0 && share() >= least_share) return true;
    if (gained < 2 || gained <= 2 * lost) return false;
    if (encoding == LegacyEncoding::viqr || encoding == LegacyEncoding::windows_1258) return true;
    // Most letters with marks are signs in TCVN3.
    if (encoding == LegacyEncoding::tcvn3 && !symbols) return false;
    return telling.size() >= 2 && kinds.size() >= 2 && share() >= least_share;
  }

  double share() const { return changed == 0 ? 0 : (static_cast<double>(gained) - lost) / changed; }
  // Few words prove little: two that fit may be chance, ten are not.
  double confidence() const {
    const double words = gained + (certain ? 1.0 : 0.0);
    return share() * words / (words + 1.0);
  }

 private:
  void note(std::u16string_view word, bool viqr) {
    unsigned ascii = 0;
    unsigned high = 0;
    bool formula = word.size() < 2 || !is_letter_before_operator(word[word.size() - 2], word.back());
    for (const char16_t unit : word) {
      ascii += is_ascii_letter(unit) ? 1 : 0;
      high += is_high(unit) ? 1 : 0;
      formula = formula && (!is_high(unit) || is_mathematical(unit));
    }
    symbols = symbols || std::any_of(word.begin(), word.end(), is_symbol);
    if (!viqr && high < 2 && ascii < 3 && (ascii < 2 || formula)) return;
    telling.insert(word);
    for (const char16_t unit : word) {
      if (is_high(unit)) kinds.insert(unit);
    }
  }
};

Evidence weigh(std::u16string_view text, LegacyEncoding encoding) {
  Evidence evidence;
  for (const Word& word : split_words(text)) evidence.add(text.substr(word.start, word.end - word.start), encoding);
  return evidence;
}

bool has_unicode_letter(std::u16string_view text) {
  return std::any_of(text.begin(), text.end(), is_unicode_letter);
}

// The parts of a paragraph between words in Unicode, with at least one Latin-1 character; the whole paragraph when it
// has none.
struct Part {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  bool whole = false;
};

std::vector<Part> parts_of(std::u16string_view text) {
  if (!has_unicode_letter(text)) return {{0, static_cast<std::uint32_t>(text.size()), true}};
  std::vector<Part> parts;
  bool open = false;
  for (const Word& word : split_words(text)) {
    const std::u16string_view letters = text.substr(word.start, word.end - word.start);
    if (has_unicode_letter(letters)) {
      open = false;
    } else if (open) {
      if (std::any_of(letters.begin(), letters.end(), is_high)) parts.back().end = word.end;
    } else if (std::any_of(letters.begin(), letters.end(), is_high)) {
      parts.push_back({word.start, word.end, false});
      open = true;
    }
  }
  return parts;
}

// The part without words at its ends that are Vietnamese as they stand and not when decoded.
Part narrowed(std::u16string_view paragraph, Part part, LegacyEncoding encoding) {
  const std::u16string_view text = paragraph.substr(part.start, part.end - part.start);
  const std::vector<Word> words = split_words(text);
  const auto is_lost = [&](const Word& word) {
    Evidence evidence;
    evidence.add(text.substr(word.start, word.end - word.start), encoding);
    return evidence.lost > 0;
  };
  const auto first = std::find_if_not(words.begin(), words.end(), is_lost);
  if (first == words.end()) return {part.start, part.start, false};
  const auto last = std::find_if_not(words.rbegin(), words.rend(), is_lost);
  return {part.start + first->start, part.start + last->end, false};
}

class Finder {
 public:
  Finder(std::span<const std::u16string_view> paragraphs, std::span<const LegacyStretch> fonts)
      : paragraphs_(paragraphs), fonts_(fonts), by_font_(paragraphs.size()) {}

  std::vector<LegacyStretch> find() {
    take_fonts();
    for (std::uint32_t i = 0; i < paragraphs_.size(); ++i) {
      if (!by_font_[i]) take_paragraph(i);
    }
    if (!is_known()) take_together();
    if (is_known()) take_short_ones();
    std::sort(found_.begin(), found_.end(), [](const LegacyStretch& a, const LegacyStretch& b) {
      return std::pair(a.paragraph, a.start) < std::pair(b.paragraph, b.start);
    });
    return std::move(found_);
  }

 private:
  bool is_known() const {
    return std::any_of(known_.begin(), known_.end(), [](std::uint32_t words) { return words >= enough_words; });
  }

  std::u16string_view text_of(const LegacyStretch& stretch) const {
    return paragraphs_[stretch.paragraph].substr(stretch.start, stretch.end - stretch.start);
  }

  // Characters of the encoding in a font of the encoding need no further proof; what else of the paragraph is in such a
  // font belongs to them.
  void take_fonts() {
    std::vector<LegacyStretch> possible;
    for (const LegacyStretch& font : fonts_) {
      if (font.paragraph >= paragraphs_.size() || font.end > paragraphs_[font.paragraph].size()) continue;
      const std::u16string_view text = text_of(font);
      if (has_unicode_letter(text)) continue;
      possible.push_back(font);
      if (std::none_of(text.begin(), text.end(), is_high)) continue;
      by_font_[font.paragraph] = true;
      known_[index(font.encoding)] += enough_words;
    }
    std::copy_if(possible.begin(), possible.end(), std::back_inserter(found_),
                 [&](const LegacyStretch& font) { return by_font_[font.paragraph]; });
  }

  void take_paragraph(std::uint32_t paragraph) {
    const std::u16string_view text = paragraphs_[paragraph];
    const Signs signs = signs_of(text);
    if (!signs.latin1 && !signs.ascii_marks) return;
    for (const Part& part : parts_of(text)) {
      const std::optional<LegacyStretch> stretch = part.whole ? whole(paragraph) : within(paragraph, part);
      if (stretch) found_.push_back(*stretch);
    }
    with_signs_.push_back(paragraph);
  }

  std::optional<LegacyStretch> whole(std::uint32_t paragraph) {
    const auto detected = detect_misread(paragraphs_[paragraph]);
    if (!detected) return std::nullopt;
    known_[index(detected->encoding)] += detected->words;
    const auto end = static_cast<std::uint32_t>(paragraphs_[paragraph].size());
    return LegacyStretch{paragraph, 0, end, detected->encoding, false, detected->confidence};
  }

  // Beside words in Unicode.
  std::optional<LegacyStretch> within(std::uint32_t paragraph, Part part) {
    std::optional<LegacyStretch> best;
    for (const LegacyEncoding encoding : {LegacyEncoding::tcvn3, LegacyEncoding::vni}) {
      const Part range = narrowed(paragraphs_[paragraph], part, encoding);
      const Evidence evidence = weigh(paragraphs_[paragraph].substr(range.start, range.end - range.start), encoding);
      if (!evidence.is_enough(encoding) || (best && best->confidence >= evidence.confidence())) continue;
      best = {paragraph, range.start, range.end, encoding, false, evidence.confidence()};
    }
    if (best) known_[index(best->encoding)] += few_words;
    return best;
  }

  // Many lines too short to tell by themselves.
  void take_together() {
    for (const LegacyEncoding encoding : {LegacyEncoding::tcvn3, LegacyEncoding::vni}) {
      Evidence all;
      for (const std::uint32_t paragraph : with_signs_) {
        const std::u16string_view text = paragraphs_[paragraph];
        if (has_unicode_letter(text)) continue;
        for (const Word& word : split_words(text)) all.add(text.substr(word.start, word.end - word.start), encoding);
      }
      if (all.is_enough(encoding) && all.telling.size() >= enough_words) known_[index(encoding)] += all.gained;
    }
  }

  void take_short_ones() {
    std::vector<bool> taken = by_font_;
    for (const LegacyStretch& stretch : found_) taken[stretch.paragraph] = true;
    for (std::uint32_t i = 0; i < paragraphs_.size(); ++i) {
      const std::u16string_view text = paragraphs_[i];
      if (taken[i] || !std::any_of(text.begin(), text.end(), is_high) || has_unicode_letter(text)) continue;
      std::optional<LegacyStretch> best;
      for (const LegacyEncoding encoding : {LegacyEncoding::tcvn3, LegacyEncoding::vni}) {
        if (known_[index(encoding)] < enough_words) continue;
        const Evidence evidence = weigh(text, encoding);
        const bool mostly = evidence.gained > 0 && evidence.share() >= least_share;
        const bool sign = evidence.lost == 0 && evidence.changed > 0 && evidence.changed <= few_words &&
                          std::any_of(text.begin(), text.end(), is_symbol);
        if (!mostly && !sign) continue;
        const double confidence = mostly ? evidence.share() : least_share;
        if (!best || confidence > best->confidence)
          best = {i, 0, static_cast<std::uint32_t>(text.size()), encoding, false, confidence};
      }
      if (best) found_.push_back(*best);
    }
  }

  static std::size_t index(LegacyEncoding encoding) { return static_cast<std::size_t>(encoding); }

  std::span<const std::u16string_view> paragraphs_;
  std::span<const LegacyStretch> fonts_;
  std::vector<bool> by_font_;  // paragraphs that a font has told of
  std::vector<std::uint32_t> with_signs_;
  std::array<std::uint32_t, encoding_count> known_ = {};  // words that speak for each encoding
  std::vector<LegacyStretch> found_;
};

}  // namespace

std::optional<DetectedEncoding> detect_misread(std::u16string_view text) {
  const Signs signs = signs_of(text);
  if (!signs.latin1 && !signs.ascii_marks) return std::nullopt;
  std::optional<DetectedEncoding> best;
  for (const LegacyEncoding encoding :
       {LegacyEncoding::tcvn3, LegacyEncoding::vni, LegacyEncoding::windows_1258, LegacyEncoding::viqr}) {
    if (encoding == LegacyEncoding::viqr ? !signs.ascii_marks : !signs.latin1) continue;
    const Evidence evidence = weigh(text, encoding);
    if (!evidence.is_enough(encoding)) continue;
    if (!best || evidence.confidence() > best->confidence) {
      best = DetectedEncoding{encoding, evidence.confidence(), evidence.gained};
    }
  }
  return best;
}

std::vector<LegacyStretch> find_legacy(std::span<const std::u16string_view> paragraphs,
                                       std::span<const LegacyStretch> fonts) {
  return Finder(paragraphs, fonts).find();
}

std::u16string to_unicode(std::u16string_view text, const LegacyStretch& stretch) {
  std::u16string out = decode_misread(text, stretch.encoding);
  return stretch.capitals ? to_upper(out) : out;
}

std::u16string convert_misread(std::u16string_view text, LegacyEncoding encoding) {
  std::u16string out;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find(u'\n', start), text.size() - 1) + 1;
    const std::u16string_view line = text.substr(start, end - start);
    start = end;
    if (!has_unicode_letter(line)) {
      out += decode_misread(line, encoding);
      continue;
    }
    std::size_t done = 0;
    for (const LegacyStretch& stretch : find_legacy({&line, 1})) {
      if (stretch.encoding != encoding) continue;
      out += line.substr(done, stretch.start - done);
      out += decode_misread(line.substr(stretch.start, stretch.end - stretch.start), encoding);
      done = stretch.end;
    }
    out += line.substr(done);
  }
  return out;
}

}  // namespace soat::text
