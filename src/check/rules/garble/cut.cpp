#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/rules/report_finding.h"
#include "check/rules/table.h"
#include "lexicon/lexicon.h"
#include "text/char_class.h"
#include "text/syllable.h"
#include "texts/rules/garble.h"

namespace soat::check {
namespace {

using text::Analysis;
using text::LetterCase;
using text::Syllable;
using text::Token;
using text::TokenKind;

constexpr std::size_t longest_syllable = 7;  // letters: nghiêng
constexpr std::size_t shortest_line = 4;     // tokens; shorter paragraphs are cells of tables, labels, verse

// A syllable cut in two by the end of a line, as text copied from pages with narrow columns has it: with the hyphen
// left (tri- ển), at a line break, or at the end of a paragraph that goes on in the next.
class Cut final : public Rule {
 public:
  explicit Cut(const RuleData& data) : lexicon_(data.lexicon) {}

  const RuleInfo& info() const override { return rule_info<"garble.cut">(); }

  void check_paragraph(const DocumentView& view, std::uint32_t paragraph, FindingSink& sink) const override {
    const Analysis& analysis = view.paragraphs[paragraph];
    const std::vector<Token>& tokens = analysis.tokens;
    for (std::size_t i = 1; i < tokens.size(); ++i) {
      const Token& left = tokens[i - 1];
      const Token& right = tokens[i];
      if (!is_piece(left)) continue;
      if (right.kind == TokenKind::punctuation) {
        // tri- ển
        if (i + 1 >= tokens.size() || right.start != left.end || right.length() != 1) continue;
        if (!text::is_hyphen(analysis.text[right.start]) || !tokens[i + 1].space_before) continue;
        check_join(analysis, paragraph, i - 1, i + 1, sink);
      } else if (right.start == left.end + 1 && is_line_end(analysis.text[left.end])) {
        check_join(analysis, paragraph, i - 1, i, sink);
      }
    }
    if (paragraph + 1 < view.paragraphs.size()) check_paragraph_end(view, paragraph, sink);
  }

 private:
  static bool is_line_end(char16_t unit) { return unit == u'\n' || unit == u'\v' || unit == u'\u2028'; }

  // Capitals without a vowel (the NG of TƯỞ | NG) look like an abbreviation.
  static bool is_piece(const Token& token) {
    return token.kind == TokenKind::word ||
           (token.kind == TokenKind::abbreviation && token.letter_case == LetterCase::upper);
  }

  // The syllable that two pieces make, when one of them is none by itself; otherwise none.
  Syllable join(std::u16string_view left, const Token& left_token, std::u16string_view right,
                const Token& right_token) const {
    if (left.size() + right.size() > longest_syllable || !is_piece(right_token)) return {};
    if (right_token.letter_case != LetterCase::lower && right_token.letter_case != left_token.letter_case) return {};
    if (is_word(left_token) && is_word(right_token)) return {};
    std::u16string both(left);
    both += right;
    const Syllable joined = text::parse(both);
    return joined && lexicon_.attested(joined) ? joined : Syllable{};
  }

  bool is_word(const Token& token) const { return token.syllable && lexicon_.attested(token.syllable); }

  void check_join(const Analysis& analysis, std::uint32_t paragraph, std::size_t first, std::size_t second,
                  FindingSink& sink) const {
    const Token& left = analysis.tokens[first];
    const Token& right = analysis.tokens[second];
    if (!join(analysis.view(left), left, analysis.view(right), right)) return;
    std::u16string whole(analysis.view(left));
    whole += analysis.view(right);
    report(sink, info(), {paragraph, left.start, right.end}, 0.9F, {texts::finding_garble_cut, whole}, {whole});
  }

  // A paragraph that ends inside a syllable; there is nothing to put in its place, the two paragraphs belong together.
  void check_paragraph_end(const DocumentView& view, std::uint32_t paragraph, FindingSink& sink) const {
    const Analysis& analysis = view.paragraphs[paragraph];
    const Analysis& next = view.paragraphs[paragraph + 1];
    if (analysis.tokens.size() < 2 || next.tokens.empty()) return;
    const Token& last = analysis.tokens.back();
    const bool hyphen =
        last.kind == TokenKind::punctuation && last.length() == 1 && text::is_hyphen(analysis.text[last.start]);
    const Token& left = hyphen ? analysis.tokens[analysis.tokens.size() - 2] : last;
    const Token& right = next.tokens.front();
    if (!is_piece(left) || right.letter_case == LetterCase::capitalised) return;
    // A title in capitals may be short, but what it ends with must be no word at all.
    const bool title = right.letter_case == LetterCase::upper;
    if (title ? is_word(left) || left.letter_case != LetterCase::upper || left.kind != TokenKind::word
              : std::min(analysis.tokens.size(), next.tokens.size()) < shortest_line)
      return;
    if (hyphen && left.end != last.start) return;
    // A letter at the start of a paragraph is the head of a list.
    if (right.length() < 2 && next.tokens.size() > 1 && !next.tokens[1].space_before) return;
    if (!join(analysis.view(left), left, next.view(right), right)) return;
    std::u16string whole(analysis.view(left));
    whole += next.view(right);
    // What is no word at all would else be told as a misspelling.
    const float confidence = !is_word(left) ? 0.97F : hyphen ? 0.9F : 0.8F;
    report(sink, info(), {paragraph, left.start, last.end}, confidence, {texts::finding_garble_cut_paragraphs, whole});
  }

  const lexicon::Lexicon& lexicon_;
};

}  // namespace

std::unique_ptr<Rule> make_garble_cut(const RuleData& data) {
  return std::make_unique<Cut>(data);
}

}  // namespace soat::check
