#include "check/joined_syllables.h"

#include <algorithm>
#include <limits>

#include "check/word_letters.h"
#include "text/letter_case.h"
#include "text/syllable.h"

namespace soat::check {
namespace {

constexpr std::size_t longest_word = 21;
constexpr std::size_t longest_syllable = 7;
constexpr int toll = 22;  // above the highest class, so that fewer parts win

class Cutter {
 public:
  Cutter(std::u16string_view word, bool mixed_case, const lexicon::Lexicon& lexicon)
      : word_(word), mixed_case_(mixed_case), lexicon_(lexicon) {
    best_.sum = std::numeric_limits<int>::min();
  }

  SyllableCut best() {
    extend(0, {});
    return best_.count >= 2 ? best_ : SyllableCut{};
  }

 private:
  // Extends a cut that covers word[0, start) by every syllable in use that starts there.
  void extend(std::size_t start, const SyllableCut& so_far) {
    if (start == word_.size()) {
      if (so_far.count >= 2 && so_far.sum > best_.sum) best_ = so_far;
      return;
    }
    if (so_far.count == SyllableCut::most_parts) return;
    const std::size_t furthest = std::min(word_.size(), start + longest_syllable);
    for (std::size_t end = start + 1; end <= furthest; ++end) {
      if (mixed_case_ && end < word_.size() && !starts_capital(end)) continue;
      const std::u16string_view part = word_.substr(start, end - start);
      // One letter is too little to tell from a stray one, but for these words.
      if (part.size() < 2 && part != u"ở" && part != u"ý") continue;
      const text::Syllable syllable = text::parse(part);
      if (!syllable || !lexicon_.attested(syllable)) continue;
      SyllableCut next = so_far;
      const int frequency = lexicon_.frequency(syllable);
      next.parts[next.count++] = part;
      next.rarest = std::min(next.rarest, frequency);
      next.sum += frequency - toll;
      next.marked = next.marked || has_marks(part);
      const text::Tone tone = syllable.tone();
      next.other_tone = next.other_tone || (tone != text::Tone::ngang && tone != text::Tone::sac);
      extend(end, next);
    }
  }

  bool starts_capital(std::size_t i) const {
    return text::to_lower(word_[i]) != word_[i] && text::to_lower(word_[i - 1]) == word_[i - 1];
  }

  std::u16string_view word_;
  bool mixed_case_;
  const lexicon::Lexicon& lexicon_;
  SyllableCut best_;
};

}  // namespace

std::u16string SyllableCut::apart() const {
  std::u16string out;
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) out += u' ';
    out += parts[i];
  }
  return out;
}

SyllableCut cut_into_syllables(std::u16string_view word, bool mixed_case, const lexicon::Lexicon& lexicon) {
  if (word.size() > longest_word) return {};
  return Cutter(word, mixed_case, lexicon).best();
}

}  // namespace soat::check
