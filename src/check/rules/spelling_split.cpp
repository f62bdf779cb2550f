#include "check/rules/spelling_split.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "check/word_letters.h"
#include "lexicon/lexicon.h"
#include "text/letter_case.h"
#include "text/syllable.h"

namespace soat::check {
namespace {

using text::LetterCase;
using text::Token;
using text::TokenKind;

constexpr std::size_t longest_fragment = 6;
constexpr std::size_t longest_syllable = 7;
// Below this class a whole is too rare to prefer it to the fragments.
constexpr int least_frequency = 9;
// Syllables below this class (ên, ình, ăm) hardly ever stand as words of their own.
constexpr int least_of_a_word = 9;

bool has_vowel(std::u16string_view word) {
  return std::any_of(word.begin(), word.end(), is_vowel);
}

class Split final : public Rule {
 public:
  explicit Split(const RuleData& data) : lexicon_(data.lexicon) {}

  std::string_view id() const override { return "spelling.split"; }
  Category category() const override { return Category::spelling; }

  void check_paragraph(const DocumentView& view, std::uint32_t paragraph, FindingSink& sink) const override {
    const text::Analysis& analysis = view.paragraphs[paragraph];
    for (std::uint32_t i = 0; i + 1 < analysis.tokens.size(); ++i) {
      const Token& first = analysis.tokens[i];
      const Token& second = analysis.tokens[i + 1];
      // Nearly every word ends here: a fragment is no syllable in use.
      if (is_whole(first) && is_whole(second)) continue;
      if (!is_fragment(first) || !is_fragment(second) || second.start != first.end + 1 || second.sentence_start)
        continue;
      if (second.letter_case != LetterCase::lower || first.letter_case == LetterCase::upper) continue;
      judge(analysis, paragraph, i, sink);
    }
  }

 private:
  bool is_whole(const Token& token) const {
    return token.syllable.valid() && lexicon_.frequency(token.syllable) >= least_of_a_word;
  }

  static bool is_fragment(const Token& token) {
    return (token.kind == TokenKind::word || token.kind == TokenKind::abbreviation) &&
           token.length() <= longest_fragment;
  }

  void judge(const text::Analysis& analysis, std::uint32_t paragraph, std::uint32_t index, FindingSink& sink) const {
    const Token& first = analysis.tokens[index];
    const Token& second = analysis.tokens[index + 1];
    const std::u16string_view head = analysis.view(first);
    const std::u16string_view tail = analysis.view(second);
    if (head.size() + tail.size() > longest_syllable) return;
    std::u16string joined(head);
    joined += tail;
    const text::Syllable whole = text::parse(joined);
    if (!whole || lexicon_.frequency(whole) < least_frequency) return;
    const bool marked = std::any_of(joined.begin(), joined.end(), [](char16_t c) { return c > 0x7F; });
    float confidence = 0;
    if (!has_vowel(head)) {
      // đ ược, th ực: consonants alone are no word. A single letter may be a variable, a unit or the đ of đồng after a
      // number.
      const bool after_number = index > 0 && analysis.tokens[index - 1].kind == TokenKind::number;
      confidence = !marked || tail.size() < 2 || after_number ? 0.4F : is_whole(second) ? 0.55F : 0.97F;
    } else if (!has_vowel(tail)) {
      // hoà ng: single letters stand for points of law and variables.
      confidence = tail.size() >= 2 && marked ? 0.9F : 0.35F;
    } else if (has_vowel(tail) && is_vowel(tail.front()) && !is_whole(second)) {
      // nghi ên: what follows begins with a vowel and is no word by itself.
      confidence = marked ? 0.95F : 0.4F;
    } else {
      return;
    }
    if (lexicon_.find(tail) || (has_vowel(head) && lexicon_.find(head))) confidence -= 0.3F;
    Finding finding;
    finding.paragraph = paragraph;
    finding.start = first.start;
    finding.end = second.end;
    finding.rule = id();
    finding.category = category();
    finding.confidence = confidence;
    finding.message = {u"Một tiếng bị tách làm hai: viết liền “" + joined + u"”.",
                       u"One syllable written as two words: write “" + joined + u"”."};
    finding.suggestions.push_back(std::move(joined));
    sink.add(std::move(finding));
  }

  const lexicon::Lexicon& lexicon_;
};

}  // namespace

std::unique_ptr<Rule> make_spelling_split(const RuleData& data) {
  return std::make_unique<Split>(data);
}

}  // namespace soat::check
