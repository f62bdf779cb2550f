#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "model/language_model.h"
#include "model/trainer.h"

namespace soat::model {

// A folder of its own for one test, removed afterwards.
class TestFolder {
 public:
  TestFolder();
  ~TestFolder();
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;

  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
  const std::filesystem::path& path() const { return path_; }

  // Writes a file and gives its path.
  std::filesystem::path write(const std::string& name, const std::string& bytes) const;

 private:
  std::filesystem::path path_;
};

std::string read_bytes(const std::filesystem::path& path);

// A few hundred sentences of our own, with words of several accent families in telling contexts.
std::string sample_text();

// Small models have room for everything; nothing is pruned.
TrainingOptions sample_options();

// A model of sample_text().
std::shared_ptr<const LanguageModel> sample_model(const TestFolder& folder,
                                                  const TrainingOptions& options = sample_options());

}  // namespace soat::model
