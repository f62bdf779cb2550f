#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "check/rule_words.h"
#include "check/rules/report_finding.h"
#include "check/rules/table.h"
#include "text/letter_case.h"
#include "texts/rules/capitalisation.h"

namespace soat::check {
namespace {

using text::Analysis;
using text::LetterCase;
using text::Token;
using text::TokenKind;

constexpr float confidence = 0.7F;

// The name of a product or a firm in small letters between Vietnamese words (cài đặt trên linux). Beside foreign words
// and signs it may be a command, a part of an address or of code.
class Product final : public Rule {
 public:
  explicit Product(WordList products) : products_(std::move(products)) {}

  const RuleInfo& info() const override { return rule_info<"capitalisation.product">(); }

  void check_paragraph(const DocumentView& view, std::uint32_t paragraph, FindingSink& sink) const override {
    const Analysis& analysis = view.paragraphs[paragraph];
    const std::vector<Token>& tokens = analysis.tokens;
    for (std::size_t i = 1; i < tokens.size(); ++i) {
      const Token& token = tokens[i];
      if (token.kind != TokenKind::word || token.syllable || token.letter_case != LetterCase::lower ||
          !is_vietnamese(tokens[i - 1]) || token.start != tokens[i - 1].end + 1 || !ends_or_goes_on(analysis, i))
        continue;
      const auto found = std::ranges::find_if(products_, [&](const std::u16string& product) {
        return text::equals_in_lower(product, analysis.view(token));
      });
      if (found == products_.end()) continue;
      report(sink, info(), {paragraph, token.start, token.end}, confidence,
             {texts::finding_capitalisation_product, *found}, {*found});
    }
  }

 private:
  static bool is_vietnamese(const Token& token) { return token.kind == TokenKind::word && token.syllable; }

  // Whether a Vietnamese word follows, or a mark that ends a sentence or a part of it, or nothing.
  static bool ends_or_goes_on(const Analysis& analysis, std::size_t i) {
    if (i + 1 == analysis.tokens.size()) return true;
    const Token& next = analysis.tokens[i + 1];
    if (next.start == analysis.tokens[i].end + 1) return is_vietnamese(next);
    const std::u16string_view mark = analysis.view(next);
    return next.start == analysis.tokens[i].end && (mark == u"." || mark == u"," || mark == u";" || mark == u"?") &&
           (i + 2 == analysis.tokens.size() || analysis.tokens[i + 2].space_before);
  }

  WordList products_;
};

}  // namespace

std::unique_ptr<Rule> make_capitalisation_product(const RuleData& data) {
  return data.words == nullptr ? nullptr : std::make_unique<Product>((*data.words)[RuleWords::List::product]);
}

}  // namespace soat::check
