#include "review/finding_strip.h"

#include <algorithm>

namespace soat::review {

FindingStrip::FindingStrip(std::span<const std::size_t> lengths, std::size_t parts)
    : starts_{0}, counts_(std::max<std::size_t>(parts, 1)) {
  for (const std::size_t length : lengths) starts_.push_back(starts_.back() + length + 1);  // 1: its end
}

void FindingStrip::add(const check::Finding& finding) {
  if (finding.paragraph + 1 >= starts_.size()) return;
  const std::size_t at = std::min(starts_[finding.paragraph] + finding.start, starts_.back() - 1);
  ++counts_[at * counts_.size() / starts_.back()][static_cast<std::size_t>(finding.category())];
}

std::vector<std::optional<check::Category>> FindingStrip::parts() const {
  std::vector<std::optional<check::Category>> out;
  for (const Counts& counts : counts_) {
    const auto most = std::ranges::max_element(counts);
    out.push_back(*most == 0 ? std::nullopt : std::optional(static_cast<check::Category>(most - counts.begin())));
  }
  return out;
}

FindingStrip::Place FindingStrip::start_of(std::size_t part) const {
  // The first unit that belongs to the part.
  const std::size_t at = (std::min(part, counts_.size() - 1) * starts_.back() + counts_.size() - 1) / counts_.size();
  const auto behind = std::ranges::upper_bound(starts_, at);
  if (behind == starts_.begin() || starts_.size() == 1) return {};
  const auto paragraph =
      std::min<std::size_t>(static_cast<std::size_t>(behind - starts_.begin()) - 1, starts_.size() - 2);
  return {static_cast<std::uint32_t>(paragraph), static_cast<std::uint32_t>(at - starts_[paragraph])};
}

}  // namespace soat::review
