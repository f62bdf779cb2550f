#include <bitset>
#include <cstddef>
#include <string>
#include <vector>

#include "check/rules/report_finding.h"
#include "check/rules/table.h"
#include "text/letter_case.h"
#include "text/syllable.h"
#include "text/tone_usage.h"
#include "texts/rules/style.h"

namespace soat::check {
namespace {

using text::Analysis;
using text::Syllable;
using text::Token;
using text::TonePlacement;
using text::ToneStyle;

// What shows that a document has a style: so many words of it, and so many for each word of the other.
constexpr std::size_t least_majority = 3;
constexpr std::size_t least_ratio = 3;

struct Marked {
  std::uint32_t paragraph = 0;
  std::uint32_t token = 0;
};

// In a document that places tone marks one way (hòa, khỏe, thủy) nearly everywhere, or wherever one way is wanted, the
// words that place them the other way (hoà, khoẻ, thuỷ). Words that both styles write alike do not count.
class Tone final : public Rule {
 public:
  Tone() {
    for (const Syllable syllable : text::possible_syllables()) {
      if (text::spell(syllable, ToneStyle::old_style).view() != text::spell(syllable, ToneStyle::new_style).view()) {
        differs_.set(syllable.code());
      }
    }
  }

  const RuleInfo& info() const override { return rule_info<"style.tone">(); }

  void check_document(const DocumentView& view, FindingSink& sink) const override {
    if (view.tones) {
      tell_others_than(*view.tones, view, sink);
      return;
    }
    std::vector<Marked> old_style;
    std::vector<Marked> new_style;
    for (std::uint32_t p = 0; p < view.paragraphs.size(); ++p) {
      const Analysis& analysis = view.paragraphs[p];
      for (std::uint32_t t = 0; t < analysis.tokens.size(); ++t) {
        const Token& token = analysis.tokens[t];
        if (!token.syllable || !differs_.test(token.syllable.code())) continue;
        const TonePlacement placement = text::parse_with_placement(analysis.view(token)).placement;
        if (placement == TonePlacement::old_style) old_style.push_back({p, t});
        if (placement == TonePlacement::new_style) new_style.push_back({p, t});
      }
    }
    const bool old_rules = old_style.size() >= new_style.size();
    const std::vector<Marked>& majority = old_rules ? old_style : new_style;
    const std::vector<Marked>& minority = old_rules ? new_style : old_style;
    if (majority.size() < least_majority || majority.size() < least_ratio * minority.size()) return;
    for (const Marked& marked : minority) {
      const Analysis& analysis = view.paragraphs[marked.paragraph];
      const Token& token = analysis.tokens[marked.token];
      const ToneStyle style = old_rules ? ToneStyle::old_style : ToneStyle::new_style;
      std::u16string other = text::apply_case(text::spell(token.syllable, style), token.letter_case);
      report(sink, info(), {marked.paragraph, token.start, token.end}, 0.9F, {texts::finding_style_tone, other},
             {other});
    }
  }

 private:
  // Where one style is wanted, whichever most of the document has.
  void tell_others_than(ToneStyle wanted, const DocumentView& view, FindingSink& sink) const {
    for (std::uint32_t p = 0; p < view.paragraphs.size(); ++p) {
      for (const text::PlacedTone& tone : text::placed_tones(view.paragraphs[p])) {
        if (tone.style != wanted)
          report_original(sink, info(), {p, tone.start, tone.end}, 0.95F,
                          {texts::finding_style_tone_chosen, tone.other}, {tone.other});
      }
    }
  }

  std::bitset<text::code_limit> differs_;  // syllables that the two styles write differently
};

}  // namespace

std::unique_ptr<Rule> make_style_tone(const RuleData&) {
  return std::make_unique<Tone>();
}

}  // namespace soat::check
