#include <algorithm>
#include <array>
#include <string_view>

#include "check/rule_words.h"
#include "check/rules/report_finding.h"
#include "check/rules/table.h"
#include "text/letter_case.h"
#include "texts/rules/citation.h"

namespace soat::check {
namespace {

using text::Analysis;
using text::Token;
using text::TokenKind;

constexpr std::uint32_t shortest_quote = 25;  // words; shorter ones are turns of speech as often as quotations

// Whether a paragraph names a source: a word of saying outside the quotation, a number in brackets, a note, a year in
// parentheses, a law.
bool names_source(const WordList& saying, const Analysis& analysis, std::uint32_t from, std::uint32_t to) {
  for (std::uint32_t i = 0; i < analysis.tokens.size(); ++i) {
    const Token& token = analysis.tokens[i];
    if (token.kind == TokenKind::placeholder || token.kind == TokenKind::url ||
        token.kind == TokenKind::document_symbol)
      return true;
    if (i >= from && i < to) continue;
    if (token.kind == TokenKind::number) return true;  // [4], (2015), p. 3
    const std::u16string_view word = analysis.view(token);
    if (word == u":") return true;
    if (token.kind == TokenKind::word) {
      if (saying.has(text::to_lower(word))) return true;
    }
  }
  return false;
}

// A quotation of 25 words or more, and neither in its paragraph nor in those next to it a word of saying, a reference,
// a note or a number in brackets.
class UnsourcedQuote final : public Rule {
 public:
  explicit UnsourcedQuote(const WordList& saying) : saying_(saying) {}

  const RuleInfo& info() const override { return rule_info<"citation.unsourced-quote">(); }

  void check_paragraph(const DocumentView& view, std::uint32_t paragraph, FindingSink& sink) const override {
    const Analysis& analysis = view.paragraphs[paragraph];
    for (std::uint32_t i = 0; i < analysis.tokens.size(); ++i) {
      if (analysis.view(analysis.tokens[i]) != u"“") continue;
      std::uint32_t words = 0;
      std::uint32_t j = i + 1;
      while (j < analysis.tokens.size() && analysis.view(analysis.tokens[j]) != u"”")
        words += analysis.tokens[j++].kind == TokenKind::word;
      if (j == analysis.tokens.size()) return;
      if (words >= shortest_quote && !sourced(view, paragraph, i, j + 1)) {
        report(sink, info(), {paragraph, analysis.tokens[i].start, analysis.tokens[j].end}, 0.5F,
               texts::finding_citation_unsourced_quote);
      }
      i = j;
    }
  }

 private:
  bool sourced(const DocumentView& view, std::uint32_t paragraph, std::uint32_t from, std::uint32_t to) const {
    if (names_source(saying_, view.paragraphs[paragraph], from, to)) return true;
    if (paragraph > 0 && names_source(saying_, view.paragraphs[paragraph - 1], 0, 0)) return true;
    return paragraph + 1 < view.paragraphs.size() && names_source(saying_, view.paragraphs[paragraph + 1], 0, 0);
  }

  WordList saying_;
};

}  // namespace

std::unique_ptr<Rule> make_citation_unsourced_quote(const RuleData& data) {
  return data.words == nullptr ? nullptr : std::make_unique<UnsourcedQuote>((*data.words)[RuleWords::List::saying]);
}

}  // namespace soat::check
