#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "check/rules/report_finding.h"
#include "check/rules/table.h"
#include "check/variants/name_spellings.h"
#include "check/word_letters.h"
#include "texts/rules/style.h"

namespace soat::check {
namespace {

using text::Analysis;
using text::Token;

constexpr float unmarked_confidence = 0.5F;

// One name spelt in two ways in a document. Tells of the rarer spelling. Where the tone mark stands (Thuỵ, Thụy) is a
// matter of style.tone.
class Name final : public Rule {
 public:
  explicit Name(const RuleData& data) : lexicon_(data.lexicon) {}

  const RuleInfo& info() const override { return rule_info<"style.name">(); }

  void check_document(const DocumentView& view, FindingSink& sink) const override {
    for (const NameSpellings& spellings : find_name_spellings(view.paragraphs, lexicon_)) {
      for (std::size_t i = 1; i < spellings.size(); ++i) {
        float confidence = confidence_of(spellings[0].size(), spellings[i].size());
        // Without any mark it may be the name's form in another language (Viet Nam).
        if (!is_marked(view, spellings[i][0])) confidence = std::min(confidence, unmarked_confidence);
        for (const NamePlace& place : spellings[i]) tell(view, place, spellings[0][0], confidence, sink);
      }
    }
  }

 private:
  static bool is_marked(const DocumentView& view, const NamePlace& place) {
    const Analysis& analysis = view.paragraphs[place.paragraph];
    return has_marks(analysis.view(analysis.tokens[place.token])) ||
           has_marks(analysis.view(analysis.tokens[place.token + 1]));
  }

  static float confidence_of(std::size_t usual, std::size_t rare) {
    if (usual >= 3 * rare) return 0.8F;
    return usual > rare ? 0.65F : 0.5F;
  }

  void tell(const DocumentView& view, const NamePlace& place, const NamePlace& usual, float confidence,
            FindingSink& sink) const {
    const Analysis& analysis = view.paragraphs[place.paragraph];
    const Token& first = analysis.tokens[place.token];
    const Token& second = analysis.tokens[place.token + 1];
    std::u16string name = spelt_as(view.paragraphs[usual.paragraph], usual.token, analysis, place.token);
    const std::u16string written = analysis.text.substr(first.start, second.end - first.start);
    const text::Message message(texts::finding_style_name, written, name);
    report(sink, info(), {place.paragraph, first.start, second.end}, confidence, message, {std::move(name)});
  }

  const lexicon::Lexicon& lexicon_;
};

}  // namespace

std::unique_ptr<Rule> make_style_name(const RuleData& data) {
  return std::make_unique<Name>(data);
}

}  // namespace soat::check
