#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "check/recent_wordings.h"
#include "check/rule.h"
#include "check/silenced_ranges.h"

namespace soat::check {

// Gathers what rules find: turns offsets of the composed text into offsets of the text as it was handed in, and leaves
// out what the profile does not show, what is said of addresses and paths (they are no words; citation rules may speak
// of them), and what stands in silenced ranges.
class FindingCollector final : public FindingSink {
 public:
  // Keeps a reference to the paragraphs of the view.
  explicit FindingCollector(const DocumentView& view) : view_(view) {}

  void add(Finding&& finding) override;
  void add_original(Finding&& finding) override;
  void silence(std::uint32_t paragraph, std::uint32_t start, std::uint32_t end, const RuleInfo& rule,
               Silence what) override;
  void assess(std::uint32_t paragraph, float probability) override;

  std::vector<Finding>& findings() { return findings_; }

  // Leaves out what stands in silenced ranges. To be called once, after all rules.
  void leave_out_silenced();

  // What was assessed: one for each paragraph, or none.
  const std::vector<float>& probabilities() const { return probabilities_; }

 private:
  void keep(Finding&& finding);

  DocumentView view_;
  SilencedRanges silenced_;
  RecentWordings wordings_;
  std::vector<Finding> findings_;
  std::vector<float> probabilities_;
};

}  // namespace soat::check
