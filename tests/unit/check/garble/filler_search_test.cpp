#include "check/garble/filler_search.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "text/syllable.h"

namespace soat::check::garble {
namespace {

const std::filesystem::path data = std::filesystem::path(SOAT_SOURCE_DIR) / "dictionaries/vi";

struct Loaded {
  std::shared_ptr<const model::LanguageModel> words = model::LanguageModel::open(data / "soat.model");
  ngram::WordFacts facts{*words};
  std::shared_ptr<const SubstitutionTable> table = SubstitutionTable::load(data / "substitutions.txt", *words);
  Predecessors predecessors{*words};
};

class FillerSearchTest : public testing::Test {
 protected:
  static const Loaded& loaded() {
    static const Loaded all;
    return all;
  }
  void read(std::u16string_view text) {
    text::analyse(text, analysis_);
    ASSERT_TRUE(sentence_.read(analysis_, analysis_.sentences.at(0)));
  }
  static std::string spelt(const Filler& filler) {
    std::string out;
    for (const model::WordId word : filler.view())
      out += (out.empty() ? "" : " ") + std::string(loaded().words->spelling(word));
    return out;
  }
  static const Filler* find(const Fillers& all, std::string_view text) {
    const auto found = std::ranges::find_if(all.fillers, [&](const Filler& one) { return spelt(one) == text; });
    return found == all.fillers.end() ? nullptr : &*found;
  }
  // What the model says of the whole sentence with the words in the place of the window.
  float total_with(const Window& window, std::span<const model::WordId> words) {
    model::State state = sentence_.before(window.start).state;
    float total = 0;
    for (const model::WordId word : words) total += loaded().words->score(state, word, state).log_probability;
    for (std::size_t i = window.end(); i < std::min(window.end() + reach_right, sentence_.size() + 1); ++i)
      total += loaded().words->score(state, sentence_.word(i), state).log_probability;
    return total;
  }

  text::Analysis analysis_;
  ngram::ScoredSentence sentence_{*loaded().words};
  FillerSearch search_{*loaded().words, loaded().facts, *loaded().table, loaded().predecessors, 32};
};

TEST_F(FillerSearchTest, FindsWhatFitsBetweenTheWordsBeside) {
  read(u"Trong tình bàn hiện nay, cả xóm cùng nhau giữ gìn vệ sinh.");
  const Window window{.start = 2, .size = 1, .search = true};
  const Fillers& all = search_.find(sentence_, window);
  const Filler* right = find(all, "hình");
  ASSERT_NE(right, nullptr);
  EXPECT_GT(all.known_between, 0U);
  EXPECT_EQ(find(all, "bàn"), nullptr) << "what stands there is no filler";
  for (const Filler& filler : all.fillers)
    EXPECT_FLOAT_EQ(filler.reading.total, total_with(window, filler.view())) << spelt(filler);
}

TEST_F(FillerSearchTest, FindsPairsOfWordsWhereTheyAreWanted) {
  read(u"Trong bàn hiện nay, cả xóm cùng nhau giữ gìn vệ sinh.");
  const Window window{.start = 1, .size = 1, .thorough = true, .search = true, .pairs = true};
  const Fillers& all = search_.find(sentence_, window);
  EXPECT_TRUE(std::ranges::any_of(all.fillers, [](const Filler& one) { return one.size == 2; }));
  for (const Filler& filler : all.fillers)
    EXPECT_FLOAT_EQ(filler.reading.total, total_with(window, filler.view())) << spelt(filler);
}

TEST_F(FillerSearchTest, NothingMayBeRightWhereAWordIsTooMany) {
  read(u"Nhà trường phối hợp với cơ quan lại chức năng tổ chức tập huấn.");
  const Fillers& all = search_.find(sentence_, {.start = 7, .size = 1, .leave_out = true});
  ASSERT_EQ(all.fillers.size(), 1U);
  EXPECT_EQ(all.fillers[0].size, 0);
  EXPECT_FLOAT_EQ(all.fillers[0].reading.total, total_with({.start = 7, .size = 1}, {}));
}

TEST_F(FillerSearchTest, KeepsWhatItFound) {
  read(u"Trong tình bàn hiện nay, cả xóm cùng nhau giữ gìn vệ sinh.");
  const Window window{.start = 2, .size = 1, .search = true};
  const Fillers* first = &search_.find(sentence_, window);
  EXPECT_EQ(first, &search_.find(sentence_, window));
  const Fillers& other = search_.find(sentence_, {.start = 2, .size = 1, .leave_out = true});
  EXPECT_EQ(find(other, "hình"), nullptr) << "another question at the same place";
}

TEST_F(FillerSearchTest, ThereIsNothingBesideWordsThatTheModelDoesNotKnow) {
  read(u"Xqz bàn xqz.");
  const Fillers& all = search_.find(sentence_, {.start = 1, .size = 1, .search = true});
  EXPECT_TRUE(all.fillers.empty());
  EXPECT_EQ(all.known_between, 0U);
}

}  // namespace
}  // namespace soat::check::garble
