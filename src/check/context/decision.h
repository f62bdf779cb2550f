#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

#include "check/context/features.h"
#include "check/finding.h"

namespace soat::check::context {

// Whether to speak: gradient-boosted trees (Friedman 2001) over the features, fitted on slips put into clean text, and
// a logistic function over their sum and a few features, calibrated on annotated drafts. Immutable after load.
class Decision {
 public:
  // A node of a tree. In a leaf, feature is Feature::count and value is what the tree adds; otherwise features up to
  // value go to the node `next` after this one's place in the tree's list, others to the one behind that.
  struct Node {
    Feature feature = Feature::count;
    float value = 0;
    std::uint16_t next = 0;
  };
  using Tree = std::vector<Node>;

  struct Weight {
    Feature feature;
    float value;
  };

  // The trees alone, without calibration.
  explicit Decision(std::span<const Tree> trees);

  // Reads the trees and the calibration from their files, lines of text each. Throws soat::Error naming the file and
  // the line when one cannot be read, is not whole, or leaves a tree by a wrong step.
  static Decision load(const std::filesystem::path& trees, const std::filesystem::path& calibration);

  // The trees in a file, and into one.
  static std::vector<Tree> load_trees(const std::filesystem::path& path);
  static void write_trees(const std::filesystem::path& path, std::span<const Tree> trees);

  // The sum of the trees: log-odds in the text that they were fitted on.
  float odds(const Features& features) const;

  // The probability that another word was meant.
  float confidence(const Features& features) const;

  // The least confidence at which a profile speaks.
  float threshold(Profile profile) const { return thresholds_[static_cast<std::size_t>(profile)]; }

 private:
  std::vector<Node> nodes_;
  std::vector<std::uint32_t> roots_;
  float intercept_ = 0;
  float slope_ = 1;
  float least_odds_ = -100;  // of the trees: below it the rest is not asked
  std::vector<Weight> weights_;
  std::array<float, 2> thresholds_{};
};

}  // namespace soat::check::context
