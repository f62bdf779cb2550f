#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <vector>

#include "examples.h"

namespace soat::tools {

// Fits boosted trees (see boosting.h) to files of examples and writes them. Throws soat::Error when a file cannot be
// read or written.
void fit_trees(std::span<const std::filesystem::path> examples, const std::filesystem::path& output);

// All examples of a file.
std::vector<Example> read_examples(const std::filesystem::path& path);

}  // namespace soat::tools
