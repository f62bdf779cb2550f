#include <algorithm>
#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "check/rule_words.h"
#include "check/rules/report_finding.h"
#include "check/rules/table.h"
#include "text/letter_case.h"
#include "text/syllable.h"
#include "texts/rules/residue.h"

namespace soat::check {
namespace {

using text::Analysis;
using text::Token;
using text::TokenKind;

constexpr std::uint32_t nearest = 3;     // paragraphs back; further off a repetition may be meant
constexpr std::size_t shortest = 9;      // words that count; refrains, labels and cells of tables are shorter
constexpr std::size_t longest_head = 3;  // units of the head of a list

// A caption or a whole paragraph that stands again a few paragraphs on, word for word or but for a function word, as
// when a page shows the caption of a picture and its description.
class Repeated final : public Rule {
 public:
  explicit Repeated(const WordList& words) {
    for (const std::u16string& word : words) function_words_.set(text::parse(word).code());
  }

  const RuleInfo& info() const override { return rule_info<"residue.repeated">(); }

  void check_paragraph(const DocumentView& view, std::uint32_t paragraph, FindingSink& sink) const override {
    const Analysis& analysis = view.paragraphs[paragraph];
    if (analysis.tokens.size() < shortest || paragraph == 0 || is_listed(analysis)) return;
    const std::uint32_t first = paragraph > nearest ? paragraph - nearest : 0;
    for (std::uint32_t p = paragraph; p-- > first;) {
      if (!alike(view.paragraphs[p], analysis)) continue;
      report(sink, info(), {paragraph, analysis.tokens.front().start, analysis.tokens.back().end}, 0.85F,
             texts::finding_residue_repeated, {u""});
      return;
    }
  }

 private:
  // Items of lists and laws are often alike.
  static bool is_listed(const Analysis& analysis) {
    const Token& head = analysis.tokens[0];
    const Token& next = analysis.tokens[1];
    return head.kind == TokenKind::number || head.kind == TokenKind::punctuation || head.kind == TokenKind::symbol ||
           (head.length() <= longest_head && next.kind == TokenKind::punctuation && next.start == head.end);
  }

  bool counts(const Token& token) const {
    if (token.kind == TokenKind::punctuation || token.kind == TokenKind::symbol || token.kind == TokenKind::placeholder)
      return false;
    return !token.syllable || !function_words_.test(token.syllable.code());
  }

  static bool same(const Analysis& a, const Token& x, const Analysis& b, const Token& y) {
    if (x.syllable && y.syllable) return x.syllable == y.syllable;
    const std::u16string_view left = a.view(x);
    const std::u16string_view right = b.view(y);
    return left.size() == right.size() &&
           std::equal(left.begin(), left.end(), right.begin(),
                      [](char16_t u, char16_t v) { return u == v || text::to_lower(u) == text::to_lower(v); });
  }

  // Whether both have the same words that count in the same order. Ends at the first difference, mostly the first word.
  bool alike(const Analysis& a, const Analysis& b) const {
    std::size_t i = 0;
    std::size_t k = 0;
    std::size_t equal = 0;
    for (;;) {
      while (i < a.tokens.size() && !counts(a.tokens[i])) ++i;
      while (k < b.tokens.size() && !counts(b.tokens[k])) ++k;
      if (i == a.tokens.size() || k == b.tokens.size()) break;
      if (!same(a, a.tokens[i], b, b.tokens[k])) return false;
      ++i;
      ++k;
      ++equal;
    }
    return i == a.tokens.size() && k == b.tokens.size() && equal >= shortest;
  }

  std::bitset<text::code_limit> function_words_;
};

}  // namespace

std::unique_ptr<Rule> make_residue_repeated(const RuleData& data) {
  return data.words == nullptr ? nullptr : std::make_unique<Repeated>((*data.words)[RuleWords::List::small]);
}

}  // namespace soat::check
