#include <cstddef>
#include <string>
#include <vector>

#include "check/rule_words.h"
#include "check/rules/report_finding.h"
#include "check/rules/table.h"
#include "text/letter_case.h"
#include "texts/rules/punctuation.h"

namespace soat::check {
namespace {

using text::Analysis;
using text::LetterCase;
using text::Token;
using text::TokenKind;

constexpr float sure = 0.75F;    // two words that hardly stand but at the beginning of a sentence
constexpr float likely = 0.65F;  // one such word

// A word that sentences begin with, with its capital, in the middle of a text in small letters (có tính thực tiễn cao
// Vì thế cần làm ngay): a full stop is missing, or the capital is wrong. Titles begin so too; what they stand behind is
// left alone, and lines in which more words have a capital.
class SentenceMark final : public Rule {
 public:
  SentenceMark(const WordList& openers, const WordList& titled) : openers_(openers), titled_(titled) {}

  const RuleInfo& info() const override { return rule_info<"punctuation.sentence">(); }

  void check_paragraph(const DocumentView& view, std::uint32_t paragraph, FindingSink& sink) const override {
    const Analysis& analysis = view.paragraphs[paragraph];
    const std::vector<Token>& tokens = analysis.tokens;
    for (std::size_t i = shortest_beside; i + shortest_beside <= tokens.size(); ++i) {
      if (tokens[i].letter_case != LetterCase::capitalised || tokens[i].sentence_start) continue;
      const float confidence = confidence_of(analysis, i);
      if (confidence <= 0) continue;
      const Token& before = tokens[i - 1];
      const std::u16string last(analysis.view(before));
      const std::u16string written(analysis.view(tokens[i]));
      report(sink, info(), {paragraph, before.start, tokens[i].end}, confidence,
             {texts::finding_punctuation_sentence, last + u". " + written},
             {last + u". " + written, last + u" " + text::to_lower(written)});
    }
  }

 private:
  static constexpr std::size_t shortest_beside = 3;  // words in small letters on either side, the word itself included

  static bool is_small(const Token& token) {
    return token.kind == TokenKind::word && token.letter_case == LetterCase::lower && token.syllable;
  }

  // How sure it is that word i begins a sentence; 0 when it does not.
  float confidence_of(const Analysis& analysis, std::size_t i) const {
    const std::vector<Token>& tokens = analysis.tokens;
    for (std::size_t k = i - shortest_beside; k < i + shortest_beside; ++k) {
      if (k != i && !is_small(tokens[k])) return 0;
      if (k + 1 < i + shortest_beside && tokens[k + 1].start != tokens[k].end + 1) return 0;
    }
    for (std::size_t k = i - shortest_beside; k < i; ++k) {
      if (titled_.has(analysis.view(tokens[k]))) return 0;
    }
    const std::u16string word = text::to_lower(analysis.view(tokens[i]));
    if (openers_.has(word + u" " + std::u16string(analysis.view(tokens[i + 1])))) return sure;
    return openers_.has(word) ? likely : 0;
  }

  WordList openers_;
  WordList titled_;
};

}  // namespace

std::unique_ptr<Rule> make_punctuation_sentence(const RuleData& data) {
  using List = RuleWords::List;
  return data.words == nullptr
             ? nullptr
             : std::make_unique<SentenceMark>((*data.words)[List::opener], (*data.words)[List::titled]);
}

}  // namespace soat::check
