#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

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

constexpr std::size_t shortest = 12;  // tokens of prose; items of lists and verses are shorter
constexpr std::size_t usual = 4;      // so many times as many paragraphs of prose must begin with a capital

// A paragraph of prose that begins with a small letter, behind one that is complete.
class Paragraph final : public Rule {
 public:
  explicit Paragraph(const RuleData& data) : lexicon_(data.lexicon) {}

  const RuleInfo& info() const override { return rule_info<"capitalisation.paragraph">(); }

  void check_document(const DocumentView& view, FindingSink& sink) const override {
    std::size_t small = 0;
    std::size_t capital = 0;
    for (const Analysis& analysis : view.paragraphs) {
      if (!is_prose(analysis)) continue;
      ++(analysis.tokens.front().letter_case == LetterCase::lower ? small : capital);
    }
    if (small == 0 || capital < usual * small) return;
    const Analysis* before = nullptr;
    for (std::uint32_t p = 0; p < view.paragraphs.size(); ++p) {
      const Analysis& analysis = view.paragraphs[p];
      if (analysis.tokens.empty()) continue;
      if (before != nullptr && is_prose(*before) && is_prose(analysis)) tell(analysis, p, sink);
      before = &analysis;
    }
  }

 private:
  // Running text that ends as sentences do.
  static bool is_prose(const Analysis& analysis) {
    if (analysis.tokens.size() < shortest) return false;
    const char16_t last = analysis.text[analysis.tokens.back().end - 1];
    return last == u'.' || last == u'!' || last == u'?';
  }

  void tell(const Analysis& analysis, std::uint32_t paragraph, FindingSink& sink) const {
    const Token& first = analysis.tokens[0];
    const Token& second = analysis.tokens[1];
    // A letter or a word with a mark behind it is the head of a list.
    if (first.kind != TokenKind::word || first.letter_case != LetterCase::lower || first.length() < 2 ||
        second.kind == TokenKind::punctuation || !first.syllable || !lexicon_.attested(first.syllable))
      return;
    report(sink, info(), {paragraph, first.start, first.end}, 0.7F, texts::finding_capitalisation_paragraph,
           {text::apply_case(analysis.view(first), LetterCase::capitalised)});
  }

  const lexicon::Lexicon& lexicon_;
};

}  // namespace

std::unique_ptr<Rule> make_capitalisation_paragraph(const RuleData& data) {
  return std::make_unique<Paragraph>(data);
}

}  // namespace soat::check
