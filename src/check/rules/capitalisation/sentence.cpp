#include <cstddef>
#include <string>
#include <vector>

#include "check/rules/characters.h"
#include "check/rules/report_finding.h"
#include "check/rules/table.h"
#include "lexicon/lexicon.h"
#include "text/letter_case.h"
#include "texts/rules/capitalisation.h"

namespace soat::check {
namespace {

using text::Analysis;
using text::LetterCase;
using text::Token;
using text::TokenKind;

// A sentence inside a paragraph that begins with a small letter.
class Sentence final : public Rule {
 public:
  explicit Sentence(const RuleData& data) : lexicon_(data.lexicon) {}

  const RuleInfo& info() const override { return rule_info<"capitalisation.sentence">(); }

  void check_paragraph(const DocumentView& view, std::uint32_t paragraph, FindingSink& sink) const override {
    const Analysis& analysis = view.paragraphs[paragraph];
    const std::vector<Token>& tokens = analysis.tokens;
    for (std::size_t i = 2; i < tokens.size(); ++i) {
      const Token& word = tokens[i];
      if (word.letter_case != LetterCase::lower || tokens[i - 1].kind != TokenKind::punctuation) continue;
      const float confidence = confidence_of(analysis, i);
      if (confidence <= 0) continue;
      const std::u16string_view written = analysis.view(word);
      report(sink, info(), {paragraph, word.start, word.end}, confidence, texts::finding_capitalisation_sentence,
             {text::apply_case(written, LetterCase::capitalised)});
    }
  }

 private:
  // Whether a quotation mark that opens stands before the word.
  static bool is_quoted(const Analysis& analysis, std::size_t i) {
    const Token& mark = analysis.tokens[i - 1];
    if (mark.length() != 1 || !mark.space_before || mark.end != analysis.tokens[i].start) return false;
    const char16_t unit = analysis.text[mark.start];
    return unit == u'“' || unit == u'"';
  }

  // How sure it is that the small word i begins a sentence; 0 when it does not.
  float confidence_of(const Analysis& analysis, std::size_t i) const {
    const Token& word = analysis.tokens[i];
    // … tự bơi. “sống ở đây đã lâu”
    const std::size_t first = i >= 3 && is_quoted(analysis, i) ? i - 1 : i;
    const Token& stop = analysis.tokens[first - 1];
    const Token& before = analysis.tokens[first - 2];
    // Single letters are the heads of lists: … như sau. a) …
    if (!is_syllable(word) || word.length() < 2 || stop.length() != 1 || before.end != stop.start) return 0;
    if (analysis.tokens[first].start != stop.end + 1 || analysis.text[stop.end] != u' ') return 0;
    switch (analysis.text[stop.start]) {
      case u'.':
        // Abbreviations end in a stop too; they are no words in small letters.
        if (before.letter_case != LetterCase::lower || before.length() < 2 || !is_syllable(before)) return 0;
        return is_short_document_word(analysis, first) ? 0.4F : 0.8F;
      case u'!':
      case u'?':
        // Ôi! đẹp quá: allowed by older usage, so only for the full pass.
        return is_syllable(before) ? 0.4F : 0;
      default:
        return 0;
    }
  }

  // Behind a first short word a stop may belong to the number of a heading or to an abbreviation that looks like a
  // word.
  static bool is_short_document_word(const Analysis& analysis, std::size_t i) {
    return i < 4 || analysis.tokens[i - 2].length() < 3;
  }

  bool is_syllable(const Token& token) const {
    return token.kind == TokenKind::word && token.syllable && lexicon_.attested(token.syllable);
  }

  const lexicon::Lexicon& lexicon_;
};

}  // namespace

std::unique_ptr<Rule> make_capitalisation_sentence(const RuleData& data) {
  return std::make_unique<Sentence>(data);
}

}  // namespace soat::check
