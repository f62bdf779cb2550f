#include "training/model_writer.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "text/error.h"
#include "unit/training/counted.h"

namespace soat::training {
namespace {

std::vector<VocabularyWord> vocabulary() {
  std::vector<VocabularyWord> words(kVocabulary);
  for (std::uint32_t i = 0; i < kVocabulary; ++i) {
    words[i].family = i;
    if (i >= model::kFirstWord) words[i].spelling = "w" + std::to_string(i);
    words[i].counts.lower = i;
  }
  return words;
}

TEST(ModelWriter, WritesWhatIsReadAgain) {
  const test::TestFolder folder;
  const Counts counts = counted(random_sentences(2'000), 3, {}, folder);
  const Estimates estimates = estimate(counts);
  write_model(folder / "a.model", counts, estimates, vocabulary(), {8, 8});
  const auto model = model::LanguageModel::open(folder / "a.model");
  EXPECT_EQ(model->spelling(model::kFirstWord + 3), "w" + std::to_string(model::kFirstWord + 3));
  // Probabilities of words alone are kept exactly.
  for (model::WordId word = model::kFirstWord; word < model::kFirstWord + 6; ++word)
    EXPECT_FLOAT_EQ(model->score(model->no_context(), word).log_probability, estimates[1].log_probability[word])
        << word;
}

TEST(ModelWriter, FewerBitsMakeASmallerFile) {
  const test::TestFolder folder;
  const Counts counts = counted(random_sentences(20'000), 3, {}, folder);
  const Estimates estimates = estimate(counts);
  write_model(folder / "many", counts, estimates, vocabulary(), {8, 8});
  write_model(folder / "few", counts, estimates, vocabulary(), {2, 1});
  EXPECT_LT(std::filesystem::file_size(folder / "few"), std::filesystem::file_size(folder / "many"));
  EXPECT_NE(model::LanguageModel::open(folder / "few"), nullptr);
}

TEST(ModelWriter, SameInputSameBytes) {
  const test::TestFolder folder;
  const Counts counts = counted(random_sentences(500), 2, {}, folder);
  const Estimates estimates = estimate(counts);
  write_model(folder / "a", counts, estimates, vocabulary(), {4, 4});
  write_model(folder / "b", counts, estimates, vocabulary(), {4, 4});
  EXPECT_EQ(model::read_bytes(folder / "a"), model::read_bytes(folder / "b"));
}

TEST(ModelWriter, LeavesNoHalfFile) {
  const test::TestFolder folder;
  const Counts counts = counted(random_sentences(100), 2, {}, folder);
  EXPECT_THROW(write_model(folder / "không có" / "a", counts, estimate(counts), vocabulary(), {4, 4}), Error);
  EXPECT_FALSE(std::filesystem::exists(folder / "không có"));
}

}  // namespace
}  // namespace soat::training
