#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <vector>

#include "check/context/decision.h"
#include "examples.h"

namespace soat::tools {

struct TreeOptions {
  std::size_t trees = 180;
  int depth = 5;
  float rate = 0.08F;      // of learning
  float least_weight = 4;  // sum of second derivatives in a leaf
  float penalty = 4;       // on the squares of leaves
};

// Fits gradient-boosted trees (logistic loss, histograms of 64 bins a feature; Chen and Guestrin 2016) to files of
// examples and writes them. Every tenth document is held back; its loss is printed to `report`. Throws soat::Error when
// a file cannot be read or written.
void fit_trees(std::span<const std::filesystem::path> examples, const TreeOptions& options,
               const std::filesystem::path& output);

// All examples of a file.
std::vector<Example> read_examples(const std::filesystem::path& path);

}  // namespace soat::tools
