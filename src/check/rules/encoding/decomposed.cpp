#include <algorithm>
#include <string>
#include <string_view>

#include "check/rules/report_finding.h"
#include "check/rules/table.h"
#include "texts/rules/encoding.h"

namespace soat::check {
namespace {

using text::Analysis;

constexpr bool is_combining_mark(char16_t unit) {
  return unit >= u'\u0300' && unit <= u'\u036F';
}

// Letters written as a letter and separate marks (e + ◌̂ + ◌́) where composed letters exist: searching and sorting miss
// them.
class Decomposed final : public Rule {
 public:
  const RuleInfo& info() const override { return rule_info<"encoding.decomposed">(); }

  void check_paragraph(const DocumentView& view, std::uint32_t paragraph, FindingSink& sink) const override {
    const Analysis& analysis = view.paragraphs[paragraph];
    if (analysis.offsets.empty()) return;
    for (const text::Token& token : analysis.tokens) {
      const auto [start, end] = analysis.original_span(token.start, token.end);
      if (end - start == token.length()) continue;
      const std::u16string_view original = std::u16string_view(analysis.original).substr(start, end - start);
      if (std::none_of(original.begin(), original.end(), is_combining_mark)) continue;
      report(sink, info(), {paragraph, token.start, token.end}, 0.99F, texts::finding_encoding_decomposed,
             {std::u16string(analysis.view(token))});
    }
  }
};

}  // namespace

std::unique_ptr<Rule> make_encoding_decomposed(const RuleData&) {
  return std::make_unique<Decomposed>();
}

}  // namespace soat::check
