#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "check/category.h"
#include "check/finding.h"

namespace soat::review {

// Where in a document findings lie, as a strip of equal parts of its text from beginning to end.
class FindingStrip {
 public:
  // lengths: of the document's paragraphs, UTF-16 units.
  FindingStrip(std::span<const std::size_t> lengths, std::size_t parts);

  void add(const check::Finding& finding);

  // Of each part the category of most of its findings, of equals the earlier one; nothing where there are none.
  std::vector<std::optional<check::Category>> parts() const;

  // A place in the text.
  struct Place {
    std::uint32_t paragraph = 0;
    std::uint32_t start = 0;
  };
  // Where a part begins.
  Place start_of(std::size_t part) const;

 private:
  using Counts = std::array<std::uint32_t, check::categories.size()>;

  std::vector<std::size_t> starts_;  // of paragraphs in the whole text, and its end
  std::vector<Counts> counts_;
};

}  // namespace soat::review
