#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "model/language_model.h"
#include "training/counts.h"
#include "training/estimator.h"

namespace soat::training {

// One word of the vocabulary as the trainer knows it.
struct VocabularyWord {
  std::string spelling;  // UTF-8, small letters; empty for classes
  model::WordCounts counts;
  std::uint32_t family = 0;  // number of the accent family, ascending with the word number
  bool capitalised_entry = false;
};

struct Quantisation {
  unsigned probability_bits = 8;  // 1..8
  unsigned backoff_bits = 8;      // 1..8
};

// Writes a model file that LanguageModel::open reads. The file appears under its name only when it is complete. Throws
// soat::Error when it cannot be written.
void write_model(const std::filesystem::path& path, const Counts& counts, const Estimates& estimates,
                 const std::vector<VocabularyWord>& vocabulary, const Quantisation& quantisation);

}  // namespace soat::training
