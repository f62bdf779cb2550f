#include <string>
#include <string_view>

#include "check/rule_weights.h"
#include "check/rules/make_rule.h"
#include "check/rules/report_finding.h"
#include "check/rules/table.h"
#include "check/surroundings.h"
#include "check/word_letters.h"
#include "lexicon/lexicon.h"
#include "text/letter_case.h"
#include "text/syllable.h"
#include "texts/rules/spelling.h"

namespace soat::check {
namespace {

// A mark can only be misplaced where there are two vowel letters to choose from: that takes three letters or more ("úy"
// apart, which is too short to be sure of).
constexpr std::size_t shortest_word = 3;

// The numbers of rule-weights.txt.
struct Weights {
  RuleWeights::Of table;
  float confidence = table["confidence"];
  float name = table["name"];
  float among_foreign = table["among-foreign"];
};

// A syllable whose tone mark stands on the wrong letter (nứơc, tóan). hòa and hoà are both right.
class TonePlacementRule final : public Rule {
 public:
  explicit TonePlacementRule(const RuleData& data)
      : lexicon_(data.lexicon), weights_{data.weights->of("spelling.tone-placement")} {}

  const RuleInfo& info() const override { return rule_info<"spelling.tone-placement">(); }

  void check_paragraph(const DocumentView& view, std::uint32_t paragraph, FindingSink& sink) const override {
    const text::Analysis& analysis = view.paragraphs[paragraph];
    for (std::uint32_t i = 0; i < analysis.tokens.size(); ++i) {
      const text::Token& token = analysis.tokens[i];
      if (token.kind != text::TokenKind::word || !token.syllable || token.syllable.tone() == text::Tone::ngang)
        continue;
      if (token.length() < shortest_word || !lexicon_.attested(token.syllable)) continue;
      const std::u16string_view word = analysis.view(token);
      if (text::parse_with_placement(word).placement != text::TonePlacement::misplaced || lexicon_.find(word)) continue;
      tell(analysis, paragraph, i, sink);
    }
  }

 private:
  void tell(const text::Analysis& analysis, std::uint32_t paragraph, std::uint32_t index, FindingSink& sink) const {
    const text::Token& token = analysis.tokens[index];
    // Where the neighbours are foreign the word may be Spanish or romanised Chinese with the same letters.
    const Surroundings around = look_around(analysis, index, lexicon_);
    const bool doubtful = around.foreign > around.vietnamese + around.plain;
    const bool inner_name = token.letter_case == text::LetterCase::capitalised && !token.sentence_start;
    const std::u16string right =
        text::apply_case(text::spell(token.syllable, text::ToneStyle::old_style).view(), token.letter_case);
    std::vector<std::u16string> suggestions = {right};
    const std::u16string new_style =
        text::apply_case(text::spell(token.syllable, text::ToneStyle::new_style).view(), token.letter_case);
    if (new_style != right) suggestions.push_back(new_style);
    report(sink, info(), {paragraph, token.start, token.end},
           doubtful     ? weights_.among_foreign
           : inner_name ? weights_.name
                        : weights_.confidence,
           {texts::finding_spelling_tone_placement, right}, std::move(suggestions));
  }

  const lexicon::Lexicon& lexicon_;
  Weights weights_;
};

}  // namespace

std::unique_ptr<Rule> make_spelling_tone_placement(const RuleData& data) {
  return make_with_weights(data, [&] { return std::make_unique<TonePlacementRule>(data); });
}

}  // namespace soat::check
