#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

#include "check/context/features.h"
#include "check/trees.h"

namespace soat::check::context {

// Whether to speak: gradient-boosted trees (Friedman 2001) over the features, fitted on slips put into clean text, and
// a logistic function over their sum and a few features, calibrated on annotated drafts. Immutable after load.
class Decision {
 public:
  struct Weight {
    Feature feature;
    float value;
  };

  // The trees alone, without calibration.
  explicit Decision(std::span<const Trees::Tree> trees) : trees_(trees) {}

  // Reads the trees and the calibration from their files, lines of text each. Throws soat::Error naming the file and
  // the line when one cannot be read, is not whole, or leaves a tree by a wrong step.
  static Decision load(const std::filesystem::path& trees, const std::filesystem::path& calibration);

  // The sum of the trees: log-odds in the text that they were fitted on.
  float odds(const Features& features) const { return trees_.sum(features); }

  // The probability that another word was meant.
  float confidence(const Features& features) const;

 private:
  Trees trees_;
  float intercept_ = 0;
  float slope_ = 1;
  float least_odds_ = -100;  // of the trees: below it the rest is not asked
  std::vector<Weight> weights_;
};

}  // namespace soat::check::context
