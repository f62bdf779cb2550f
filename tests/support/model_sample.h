#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "model/language_model.h"
#include "support/test_folder.h"
#include "training/trainer.h"

namespace soat::model {

using test::TestFolder;

std::string read_bytes(const std::filesystem::path& path);

// A few hundred sentences of our own, with words of several accent families in telling contexts.
std::string sample_text();

// Small models have room for everything; nothing is pruned.
training::TrainingOptions sample_options();

// A model of sample_text().
std::shared_ptr<const LanguageModel> sample_model(const TestFolder& folder,
                                                  const training::TrainingOptions& options = sample_options());

}  // namespace soat::model
