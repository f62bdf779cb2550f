#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>

#include "training/counts.h"
#include "training/model_writer.h"

namespace soat::training {

struct TrainingOptions {
  unsigned order = 4;
  CountingOptions counting;
  std::size_t vocabulary = 16384;  // word numbers at most: classes, syllables, then the most frequent other words
  std::uint32_t capitalised_minimum =
      200;                   // a form seen so often capitalised inside sentences gets a number of its own
  double family_weight = 1;  // see PruningOptions
  Quantisation quantisation{6, 5};
  std::size_t file_size = 26'000'000;         // bytes that the model may take
  std::size_t memory = std::size_t{2} << 30;  // bytes for sorting; the whole takes about 2 GiB more
  std::filesystem::path folder;               // for temporary files; empty: beside the model
};

struct TrainingReport {
  std::uint64_t lines = 0;
  std::uint64_t sentences = 0;
  std::uint64_t words = 0;  // everything that the model sees, classes included
  std::size_t vocabulary = 0;
  std::array<std::size_t, model::kMaximumOrder + 1> counted{};  // n-grams of each order that were seen often enough
  std::array<std::size_t, model::kMaximumOrder + 1> kept{};     // of them in the model
};

// Trains a model on texts (UTF-8, one paragraph or sentence a line, plain or xz) and writes it. The same texts in the
// same order with the same options give the same bytes. Throws soat::Error when a text cannot be read or holds no
// words, when it is not text, and when a disk is full; then there is no model file, or the one that was there before.
TrainingReport train(std::span<const std::filesystem::path> texts, const std::filesystem::path& model,
                     const TrainingOptions& options);

}  // namespace soat::training
