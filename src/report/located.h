#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "report/report.h"
#include "text/utf.h"

namespace soat::report {

// Where a finding stands in its paragraph: the text there, and the range in code points.
struct Place {
  std::u16string_view paragraph;
  std::u16string_view text;
  std::size_t start = 0;
  std::size_t end = 0;
};

// Gives the places of a document's findings in their order. Each paragraph is gone through once, however long it is.
class Locator {
 public:
  explicit Locator(const CheckedDocument& checked) : checked_(checked) {}

  Place locate(const check::Finding& finding) {
    const std::u16string_view paragraph = checked_.paragraphs[finding.paragraph];
    if (!offsets_ || paragraph_ != finding.paragraph) {
      offsets_.emplace(paragraph);
      paragraph_ = finding.paragraph;
    }
    return {paragraph, paragraph.substr(finding.start, finding.end - finding.start),
            offsets_->to_code_points(finding.start), offsets_->to_code_points(finding.end)};
  }

 private:
  const CheckedDocument& checked_;
  std::size_t paragraph_ = 0;
  std::optional<text::CodePointOffsets> offsets_;
};

}  // namespace soat::report
