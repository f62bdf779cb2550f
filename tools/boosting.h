#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "check/trees.h"

namespace soat::tools {

struct TreeOptions {
  std::size_t trees = 180;
  int depth = 5;
  float rate = 0.08F;      // of learning
  float least_weight = 4;  // sum of second derivatives in a leaf
  float penalty = 4;       // on the squares of leaves
};

// What trees are fitted to: rows of features, each with its label (0 or 1) and the document that it comes from.
struct Examples {
  std::size_t feature_count = 0;
  std::vector<float> features;  // row r: features[r * feature_count] and on
  std::vector<float> labels;
  std::vector<std::uint32_t> documents;

  std::size_t size() const { return labels.size(); }
};

// Fits gradient-boosted trees (logistic loss, histograms of 64 bins a feature; Chen and Guestrin 2016). The first tree
// is the prior. Every tenth document is held back; its loss is printed to standard error.
std::vector<check::Trees::Tree> fit_trees(const Examples& examples, const TreeOptions& options);

}  // namespace soat::tools
