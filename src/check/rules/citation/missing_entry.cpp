#include <string_view>
#include <vector>

#include "check/rules/report_finding.h"
#include "check/rules/table.h"
#include "reference/reference_list.h"
#include "texts/rules/citation.h"

namespace soat::check {
namespace {

// A citation typed by hand, [4] or (Nguyễn, 2020), that the document's list of sources has no entry for. Sees whole
// documents only.
class MissingEntry final : public Rule {
 public:
  const RuleInfo& info() const override { return rule_info<"citation.missing-entry">(); }

  void check_document(const DocumentView& view, FindingSink& sink) const override {
    if (view.scope == Scope::fragment) return;
    std::vector<std::u16string_view> paragraphs;
    paragraphs.reserve(view.paragraphs.size());
    for (const text::Analysis& analysis : view.paragraphs) paragraphs.emplace_back(analysis.text);
    for (const reference::MissingEntry& missing : reference::review_reference_list(paragraphs).missing) {
      const Place place{missing.place.paragraph, missing.place.start, missing.place.end};
      if (missing.other_year) {
        report(sink, info(), place, 0.7F, texts::finding_citation_missing_entry_other_year, missing.suggestions);
      } else {
        report(sink, info(), place, 0.75F, texts::finding_citation_missing_entry);
      }
    }
  }
};

}  // namespace

std::unique_ptr<Rule> make_citation_missing_entry(const RuleData&) {
  return std::make_unique<MissingEntry>();
}

}  // namespace soat::check
