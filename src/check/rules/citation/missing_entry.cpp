#include "check/rules/citation/missing_entry.h"

#include <string_view>
#include <vector>

#include "check/rules/report_finding.h"
#include "reference/reference_list.h"

namespace soat::check {
namespace {

class MissingEntry final : public Rule {
 public:
  std::string_view id() const override { return "citation.missing-entry"; }
  Category category() const override { return Category::citation; }

  void check_document(const DocumentView& view, FindingSink& sink) const override {
    if (view.paragraphs.size() < 4) return;  // a heading, two entries and a text
    std::vector<std::u16string_view> paragraphs;
    paragraphs.reserve(view.paragraphs.size());
    for (const text::Analysis& analysis : view.paragraphs) paragraphs.emplace_back(analysis.text);
    for (const reference::MissingEntry& missing : reference::review_reference_list(paragraphs).missing) {
      const Place place{missing.place.paragraph, missing.place.start, missing.place.end};
      if (missing.other_year) {
        report(sink, *this, place, Severity::warning, 0.7F,
               {u"Danh mục tài liệu tham khảo có tác giả này nhưng ghi năm khác.",
                u"The list of sources has this author, but with another year."},
               missing.suggestions);
      } else {
        report(sink, *this, place, Severity::warning, 0.75F,
               {u"Danh mục tài liệu tham khảo không có mục này.", u"The list of sources has no such entry."});
      }
    }
  }
};

}  // namespace

std::unique_ptr<Rule> make_citation_missing_entry(const RuleData&) {
  return std::make_unique<MissingEntry>();
}

}  // namespace soat::check
