#include "training/trainer.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

#include "support/model_sample.h"
#include "text/error.h"
#include "unit/training/files_in.h"

namespace soat::training {
namespace {

TEST(Train, TheSameTextGivesTheSameBytes) {
  const test::TestFolder folder;
  TrainingOptions options = model::sample_options();
  model::sample_model(folder, options);
  const std::string once = model::read_bytes(folder / "sample.model");
  options.memory = 1;  // many small runs must not change the result
  model::sample_model(folder, options);
  EXPECT_EQ(model::read_bytes(folder / "sample.model"), once);
  EXPECT_EQ(files_in(folder), 2U);
}

TEST(Train, KeepsNothingRarerThanTheMinimum) {
  const test::TestFolder folder;
  const std::array texts{folder.write("text", model::sample_text() + "Con mèo kêu.\nCon mèo kêu.\n")};
  train(texts, folder / "out.model", model::sample_options());
  const auto model = model::LanguageModel::open(folder / "out.model");
  EXPECT_EQ(model->find(text::parse(u"mèo")), model::kRareSyllable);
  EXPECT_NE(model->find(text::parse(u"cá")), model::kRareSyllable);
}

TEST(Train, PrunesToTheSizeAskedFor) {
  const test::TestFolder folder;
  TrainingOptions options = model::sample_options();
  const std::array texts{folder.write("sample.txt", model::sample_text())};
  const TrainingReport all = train(texts, folder / "all.model", options);
  options.file_size = (std::size_t{1} << 16) + 40 * all.vocabulary;
  const TrainingReport pruned = train(texts, folder / "pruned.model", options);
  EXPECT_EQ(all.kept, all.counted);
  EXPECT_LT(pruned.kept[4], all.kept[4]);
  EXPECT_GT(pruned.kept[4], 0U);
  EXPECT_LE(std::filesystem::file_size(folder / "pruned.model"), options.file_size);
  options.file_size = 100;
  EXPECT_THROW(train(texts, folder / "none.model", options), Error);
}

}  // namespace
}  // namespace soat::training
