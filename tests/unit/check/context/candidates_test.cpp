#include "check/context/candidates.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string_view>
#include <thread>
#include <vector>

#include "text/syllable.h"

namespace soat::check::context {
namespace {

const std::filesystem::path data = std::filesystem::path(SOAT_SOURCE_DIR) / "dictionaries/vi";

class CandidatesTest : public testing::Test {
 protected:
  static const model::LanguageModel& words() {
    static const std::shared_ptr<const model::LanguageModel> model = model::LanguageModel::open(data / "soat.model");
    return *model;
  }
  static model::WordId word(std::u16string_view text) { return words().find(text::parse(text)); }

  static bool has(std::span<const Candidate> all, std::u16string_view text) {
    return std::ranges::find(all, word(text), &Candidate::word) != all.end();
  }

  Candidates candidates_{words(), SlipCosts::load(data / "context-slips.tsv")};
};

TEST_F(CandidatesTest, OfAWordAreThoseThatMayHaveBeenMeant) {
  const auto all = candidates_.of(word(u"chung"));
  EXPECT_TRUE(has(all, u"trung"));
  EXPECT_TRUE(has(all, u"chúng"));
  EXPECT_FALSE(has(all, u"chung"));
  EXPECT_LE(all.size(), Candidates::most_candidates);
}

TEST_F(CandidatesTest, OfAnyOtherWordAreFoundByItsLetters) {
  std::vector<Candidate> found(3);
  candidates_.find(u"đuợc", found);
  EXPECT_TRUE(has(found, u"được"));
  candidates_.find(u"日本", found);
  EXPECT_TRUE(found.empty()) << "what it held before is gone";
}

TEST_F(CandidatesTest, AreNumberedInAscendingOrderOfTheirWords) {
  const auto all = candidates_.of(word(u"chung"));
  const auto ascending = candidates_.ascending(word(u"chung"));
  ASSERT_EQ(ascending.size(), all.size());
  EXPECT_TRUE(std::ranges::is_sorted(ascending, {}, [&](std::uint16_t i) { return all[i].word; }));
}

TEST_F(CandidatesTest, TheBestComeFirstAndAreKeptWhereFewAreWanted) {
  const Candidates few(words(), SlipCosts::load(data / "context-slips.tsv"), 3);
  const auto best = few.of(word(u"chung"));
  const auto all = candidates_.of(word(u"chung"));
  ASSERT_EQ(best.size(), 3U);
  for (std::size_t i = 0; i < best.size(); ++i) EXPECT_EQ(best[i].word, all[i].word);
}

TEST_F(CandidatesTest, OfClassesAreNone) {
  EXPECT_TRUE(candidates_.of(model::kNumber).empty());
  EXPECT_TRUE(candidates_.spelling(model::kNumber).empty());
  EXPECT_EQ(candidates_.spelling(word(u"Trung")), u"trung");
}

TEST_F(CandidatesTest, MayBeAskedForBySeveralThreads) {
  std::vector<std::vector<model::WordId>> seen(4);
  std::vector<std::thread> threads;
  for (std::vector<model::WordId>& mine : seen) {
    threads.emplace_back([&] {
      for (const char16_t* text : {u"chung", u"bàn", u"nghỉ", u"gạo"}) {
        for (const Candidate& candidate : candidates_.of(word(text))) mine.push_back(candidate.word);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_FALSE(seen[0].empty());
  for (const auto& mine : seen) EXPECT_EQ(mine, seen[0]);
}

}  // namespace
}  // namespace soat::check::context
