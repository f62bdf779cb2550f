#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
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
  const text::DocumentPlace* in = nullptr;  // what the paragraph stands in; null: nothing

  // " (table 2, row 3, column 1)"; empty where it stands in nothing.
  std::string told(text::Language language) const {
    const auto said = in != nullptr ? text::told(*in) : std::nullopt;
    return said ? " (" + said->utf8(language) + ")" : "";
  }
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
            offsets_->to_code_points(finding.start), offsets_->to_code_points(finding.end),
            place_of(finding.paragraph)};
  }

 private:
  const text::DocumentPlace* place_of(std::uint32_t paragraph) const {
    const auto at = std::ranges::lower_bound(checked_.places, paragraph, {}, &text::DocumentPlace::paragraph);
    return at != checked_.places.end() && at->paragraph == paragraph ? &*at : nullptr;
  }

  const CheckedDocument& checked_;
  std::size_t paragraph_ = 0;
  std::optional<text::CodePointOffsets> offsets_;
};

}  // namespace soat::report
