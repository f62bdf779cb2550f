#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "model/counts.h"
#include "model/estimator.h"
#include "model/language_model.h"

namespace soat::model {

// One word of the vocabulary as the trainer knows it.
struct VocabularyWord {
  std::string spelling;  // UTF-8, small letters; empty for classes
  WordCounts counts;
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

}  // namespace soat::model
