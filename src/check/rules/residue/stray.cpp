#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "check/rule_words.h"
#include "check/rules/report_finding.h"
#include "check/rules/table.h"
#include "check/word_letters.h"
#include "texts/rules/residue.h"

namespace soat::check {
namespace {

using text::Analysis;
using text::LetterCase;
using text::Token;
using text::TokenKind;

constexpr std::size_t longest_initials = 4;
constexpr std::size_t prose = 12;          // tokens of a paragraph that is no cell of a table, heading or verse
constexpr std::uint32_t prose_within = 4;  // paragraphs on either side in which prose must stand

constexpr std::uint32_t prose_near = 10;  // the same for a sign that is never a cell

constexpr std::u16string_view bullets = u"*•·●○▪■◦►▶→»>↑↓|+";

constexpr std::u16string_view marks = u".,:;!-–_~=#‣\"§°\\^`";
constexpr std::size_t most_signs = 3;

// A paragraph between paragraphs of prose that holds nothing but a bullet, a close button's x, the initials of who put
// the page together, or the number of a page that broke a sentence in two.
class Stray final : public Rule {
 public:
  explicit Stray(const RuleData& data) : words_(data.words) {}

  const RuleInfo& info() const override { return rule_info<"residue.stray">(); }

  void check_paragraph(const DocumentView& view, std::uint32_t paragraph, FindingSink& sink) const override {
    const Analysis& analysis = view.paragraphs[paragraph];
    if (analysis.tokens.empty() || analysis.tokens.size() > most_signs) return;
    const Token& only = analysis.tokens.front();
    const bool stray =
        analysis.tokens.size() == 1
            ? is_stray(analysis, only) || splits_sentence(view, paragraph, only)
            : std::ranges::all_of(analysis.tokens, [&](const Token& t) { return is_sign(analysis, t); }) &&
                  !is_separator(analysis);
    if (!stray || !(between_prose(view, paragraph) || (is_never_a_cell(analysis) && near_prose(view, paragraph))))
      return;
    report(sink, info(), {paragraph, only.start, analysis.tokens.back().end}, 0.8F, texts::finding_residue_stray,
           {u""});
  }

 private:
  static bool is_sign(const Analysis& analysis, const Token& token) {
    const char16_t unit = analysis.text[token.start];
    const bool listed =
        bullets.find(unit) != std::u16string_view::npos || marks.find(unit) != std::u16string_view::npos;
    return is_picture(unit) || (token.length() == 1 && listed);
  }

  // Pictures and the signs that fonts of pictures put in their place: ► ✓ ☎, surrogates of later ones, and the private
  // use area.
  static constexpr bool is_picture(char16_t unit) {
    return (unit >= u'\u2190' && unit <= u'\u2BFF') || (unit >= 0xD83C && unit <= 0xDFFF) ||
           (unit >= u'\uE000' && unit <= u'\uF8FF');
  }

  // * * *, - - -: between parts of a text.
  static bool is_separator(const Analysis& analysis) {
    const char16_t first = analysis.text[analysis.tokens.front().start];
    return std::ranges::all_of(analysis.tokens, [&](const Token& t) { return analysis.text[t.start] == first; });
  }

  bool is_stray(const Analysis& analysis, const Token& token) const {
    const std::u16string_view view = analysis.view(token);
    if (is_sign(analysis, token)) return true;
    if (view.size() == 1) return view == u"x" || view == u"×" || view == u"o" || view == u"ü" || view == u"Ø";
    // Small initials without a vowel; with one they may be a word.
    return view.size() <= longest_initials && token.kind == TokenKind::word && token.letter_case == LetterCase::lower &&
           !has_vowel(view) && !(*words_)[RuleWords::List::unit].has(view);
  }

  // The number of a page where a sentence runs on from the paragraph before to the one behind.
  static bool splits_sentence(const DocumentView& view, std::uint32_t paragraph, const Token& token) {
    if (token.kind != TokenKind::number || token.length() > 4 || paragraph == 0) return false;
    if (paragraph + 1 >= view.paragraphs.size()) return false;
    const Analysis& before = view.paragraphs[paragraph - 1];
    const Analysis& behind = view.paragraphs[paragraph + 1];
    return before.tokens.size() >= prose && behind.tokens.size() >= prose &&
           before.tokens.back().kind == TokenKind::word && behind.tokens.front().letter_case == LetterCase::lower &&
           behind.tokens.front().kind == TokenKind::word && behind.tokens.front().length() > 1;
  }

  // In tables stand dashes, crosses and numbers, but no points and bullets.
  static bool is_never_a_cell(const Analysis& analysis) {
    constexpr std::u16string_view signs = u".,:;!•·●○▪■◦►▶";
    return std::ranges::all_of(analysis.tokens, [&](const Token& t) {
      const char16_t unit = analysis.text[t.start];
      return signs.find(unit) != signs.npos || is_picture(unit);
    });
  }

  static bool near_prose(const DocumentView& view, std::uint32_t paragraph) {
    const std::uint32_t first = paragraph > prose_near ? paragraph - prose_near : 0;
    const std::uint32_t end = std::min(paragraph + prose_near + 1, static_cast<std::uint32_t>(view.paragraphs.size()));
    return std::any_of(view.paragraphs.begin() + first, view.paragraphs.begin() + end,
                       [](const Analysis& other) { return other.tokens.size() >= prose; });
  }

  static bool between_prose(const DocumentView& view, std::uint32_t paragraph) {
    const std::uint32_t first = paragraph > prose_within ? paragraph - prose_within : 0;
    const std::uint32_t end =
        std::min(paragraph + prose_within + 1, static_cast<std::uint32_t>(view.paragraphs.size()));
    std::uint32_t others = 0;
    std::uint32_t long_ones = 0;
    for (std::uint32_t p = first; p < end; ++p) {
      const std::size_t size = view.paragraphs[p].tokens.size();
      if (p == paragraph || size == 0) continue;
      ++others;
      if (size >= prose) ++long_ones;
    }
    // In a table most neighbours are as short.
    return long_ones > 0 && 3 * long_ones >= others;
  }

  std::shared_ptr<const RuleWords> words_;
};

}  // namespace

std::unique_ptr<Rule> make_residue_stray(const RuleData& data) {
  return data.words == nullptr ? nullptr : std::make_unique<Stray>(data);
}

}  // namespace soat::check
