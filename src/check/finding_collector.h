#pragma once

#include <span>
#include <vector>

#include "check/rule.h"

namespace soat::check {

// Gathers what rules find: turns offsets of the composed text into offsets of the text as it was handed in, and leaves
// out what the profile does not show.
class FindingCollector final : public FindingSink {
 public:
  // Keeps a reference to the paragraphs of the view.
  explicit FindingCollector(const DocumentView& view) : view_(view) {}

  void add(Finding&& finding) override;
  void add_original(Finding&& finding) override;
  void assess(std::uint32_t paragraph, float probability) override;

  std::vector<Finding>& findings() { return findings_; }

  // What was assessed: one for each paragraph, or none.
  const std::vector<float>& probabilities() const { return probabilities_; }

 private:
  DocumentView view_;
  std::vector<Finding> findings_;
  std::vector<float> probabilities_;
};

}  // namespace soat::check
