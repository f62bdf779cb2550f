#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>

#include "check/rules/capitalisation/capital_table.h"
#include "check/rules/report_finding.h"
#include "check/rules/table.h"
#include "check/variants/capital_families.h"
#include "texts/rules/capitalisation.h"

namespace soat::check {
namespace {

using text::Analysis;

constexpr float confidence = 0.62F;

// Offices, bodies and titles of which usage knows several capitals (Phó Chủ tịch, Phó chủ tịch), where one document has
// more than one; each wording is told of once, at its first place. The table is capitals-varying.txt.
class Varies final : public Rule {
 public:
  explicit Varies(std::shared_ptr<const CapitalTable> table) : table_(std::move(table)) {}

  const RuleInfo& info() const override { return rule_info<"capitalisation.varies">(); }

  void check_document(const DocumentView& view, FindingSink& sink) const override {
    for (const auto& [line, family] : find_capital_families(view.paragraphs, *table_)) {
      const std::size_t by_norm = count(family.by_norm);
      const std::size_t otherwise = count(family.otherwise);
      // Where a text does both as often, the norm's is the better.
      if (by_norm == 0 || otherwise == 0 || by_norm < otherwise) continue;
      for (const auto& [wording, places] : family.otherwise) tell(view, places.front(), family, sink);
    }
  }

 private:
  static std::size_t count(const CapitalFamily::Wordings& wordings) {
    std::size_t count = 0;
    for (const auto& [wording, places] : wordings) count += places.size();
    return count;
  }

  void tell(const DocumentView& view, const CapitalPlace& place, const CapitalFamily& family, FindingSink& sink) const {
    const Analysis& analysis = view.paragraphs[place.paragraph];
    std::u16string right = with_capitals(analysis, place.token, *place.name);
    const std::u16string& example = family.by_norm.begin()->first;
    const text::Message message(texts::finding_capitalisation_varies, example);
    const std::uint32_t start = analysis.tokens[place.token].start;
    report(sink, info(), {place.paragraph, start, analysis.tokens[place.token + place.name->length - 1U].end},
           confidence, message, {std::move(right)});
  }

  std::shared_ptr<const CapitalTable> table_;
};

}  // namespace

std::unique_ptr<Rule> make_capitalisation_varies(const RuleData& data) {
  return data.varying == nullptr ? nullptr : std::make_unique<Varies>(data.varying);
}

}  // namespace soat::check
