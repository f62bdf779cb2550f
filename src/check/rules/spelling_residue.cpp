#include "check/rules/spelling_residue.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

#include "check/surroundings.h"
#include "check/word_letters.h"
#include "lexicon/lexicon.h"
#include "text/input_method.h"
#include "text/letter_case.h"

namespace soat::check {
namespace {

using text::InputMethod;
using text::LetterCase;
using text::Residue;
using text::Token;
using text::TokenKind;

constexpr std::size_t longest_word = 14;
constexpr int least_frequency = 8;

bool is_digit(char16_t unit) {
  return unit >= u'0' && unit <= u'9';
}

std::u16string_view name_of(InputMethod method) {
  switch (method) {
    case InputMethod::telex:
      return u"Telex";
    case InputMethod::vni:
      return u"VNI";
    case InputMethod::viqr:
      return u"VIQR";
  }
  return u"";
}

class ResidueRule final : public Rule {
 public:
  explicit ResidueRule(const RuleData& data) : lexicon_(data.lexicon) {}

  std::string_view id() const override { return "spelling.residue"; }
  Category category() const override { return Category::spelling; }

  void check_paragraph(const DocumentView& view, std::uint32_t paragraph, FindingSink& sink) const override {
    const text::Analysis& analysis = view.paragraphs[paragraph];
    for (std::uint32_t i = 0; i < analysis.tokens.size(); ++i) {
      const Token& token = analysis.tokens[i];
      if (token.kind != TokenKind::word) continue;
      if (const std::uint32_t end = viqr_end(analysis, i); end != 0) {
        judge(analysis, paragraph, i, end, sink);
      } else if (!token.syllable || !lexicon_.attested(token.syllable)) {
        judge(analysis, paragraph, i, token.end, sink);
      }
    }
  }

 private:
  // Where the run of letters and VIQR signs ends that starts at this word (Vie^.t is a word, a symbol, a full stop and
  // a word to the tokeniser), or 0 when none does. Only ^ and + are taken for a sign that it is one: the others are
  // punctuation.
  static std::uint32_t viqr_end(const text::Analysis& analysis, std::uint32_t index) {
    const Token& first = analysis.tokens[index];
    if (index > 0 && !first.space_before && analysis.tokens[index - 1].kind == TokenKind::symbol) return 0;
    constexpr std::u16string_view signs = u"^+('`?~.";
    bool sure = false;
    std::uint32_t end = first.end;
    const std::u16string_view text = analysis.text;
    while (end < text.size() && end - first.start <= longest_word) {
      const char16_t unit = text[end];
      const bool letter = text::letter_info(unit).letter != text::Letter::none;
      if (!letter && signs.find(unit) == std::u16string_view::npos) break;
      // A full stop or question mark that ends the word is punctuation.
      if (!letter && end + 1 == text.size()) break;
      if (!letter && (unit == u'.' || unit == u'?') && (text[end + 1] == u' ' || text[end + 1] == u'\n')) break;
      sure = sure || unit == u'^' || unit == u'+';
      ++end;
    }
    // A sign at the end alone (nhỏ+, C++) says nothing.
    const std::u16string_view inside = text.substr(first.start, end - first.start - (sure ? 1 : 0));
    return sure && inside.find_first_of(u"^+") != std::u16string_view::npos ? end : 0;
  }

  void judge(const text::Analysis& analysis, std::uint32_t paragraph, std::uint32_t index, std::uint32_t end,
             FindingSink& sink) const {
    const Token& token = analysis.tokens[index];
    const std::u16string_view word = std::u16string_view(analysis.text).substr(token.start, end - token.start);
    if (word.size() < 2 || word.size() > longest_word || token.letter_case == LetterCase::mixed) return;
    const Residue* best = nullptr;
    const text::Residues readings = text::decode_residue(word);
    for (const Residue& reading : readings) {
      if (lexicon_.frequency(reading.syllable) < least_frequency) continue;
      if (best == nullptr || lexicon_.frequency(reading.syllable) > lexicon_.frequency(best->syllable)) best = &reading;
    }
    if (best == nullptr || lexicon_.find(word)) return;
    const float confidence = confidence_of(analysis, index, word, *best);
    // The dictionaries are asked last: reading them takes longer than everything else.
    if (confidence < 0.3F || lexicon_.is_foreign(word)) return;
    Finding finding;
    finding.paragraph = paragraph;
    finding.start = token.start;
    finding.end = end;
    finding.rule = id();
    finding.category = category();
    finding.confidence = confidence;
    const std::u16string method(name_of(best->method));
    const std::u16string meant = text::apply_case(text::spell(best->syllable).view(), token.letter_case);
    finding.message = {u"Phím gõ " + method + u" còn sót trong chữ: “" + meant + u"”.",
                       u"Keys of " + method + u" were left in the word: “" + meant + u"”."};
    finding.suggestions.push_back(meant);
    for (const Residue& reading : readings) {
      if (lexicon_.attested(reading.syllable)) {
        finding.suggestions.push_back(text::apply_case(text::spell(reading.syllable).view(), token.letter_case));
      }
    }
    sink.add(std::move(finding));
  }

  // Log-odds that the word is typed keys and neither foreign nor a name nor a code.
  float confidence_of(const text::Analysis& analysis, std::uint32_t index, std::u16string_view word,
                      const Residue& best) const {
    const Token& token = analysis.tokens[index];
    const Surroundings around = look_around(analysis, index, lexicon_);
    float odds = -2.0F + 1.5F * static_cast<float>(best.marks);
    if (has_marks(word)) odds += 2.5F;
    if (best.method == InputMethod::telex) {
      // Keys that stand where no English or French word has those letters.
      constexpr std::u16string_view telling = u"fjwz";
      for (std::size_t i = 1; i < word.size(); ++i)
        odds += telling.find(text::to_lower(word[i])) != std::u16string_view::npos ? 1.0F : 0.0F;
      if (word.starts_with(u"dd")) odds += 1.5F;
    } else if (best.method == InputMethod::vni) {
      // co2 and a1 are formulas and names; a digit inside (Vie65t) is none of these.
      const bool inside = is_digit(word[word.size() - 1]) ? std::any_of(word.begin(), word.end() - 2, is_digit) : true;
      odds += inside ? 1.5F : -2.0F;
    } else {
      odds += word.find(u'^') != std::u16string_view::npos ? 2.0F : 0.0F;
    }
    odds += 0.1F * (static_cast<float>(lexicon_.frequency(best.syllable)) - 12.0F);
    odds += 0.5F * static_cast<float>(std::min(around.vietnamese, 4)) - 1.0F * static_cast<float>(around.foreign);
    if (around.vietnamese + around.plain == 0 && around.foreign > 0) odds -= 1.0F;
    if (token.letter_case == LetterCase::capitalised) odds -= token.sentence_start && best.marks > 1 ? 0.5F : 2.5F;
    if (token.letter_case == LetterCase::upper) odds -= 2.0F;
    return 1.0F / (1.0F + std::exp(-odds));
  }

  const lexicon::Lexicon& lexicon_;
};

}  // namespace

std::unique_ptr<Rule> make_spelling_residue(const RuleData& data) {
  return std::make_unique<ResidueRule>(data);
}

}  // namespace soat::check
