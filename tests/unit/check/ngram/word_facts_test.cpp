#include "check/ngram/word_facts.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "text/syllable.h"

namespace soat::check::ngram {
namespace {

TEST(WordFacts, TellHowFrequentAWordIsAndHowOftenCapitalised) {
  const auto words = model::LanguageModel::open(std::filesystem::path(SOAT_SOURCE_DIR) / "dictionaries/vi/soat.model");
  const WordFacts facts(*words);
  const model::WordId of = words->find(text::parse(u"của"));
  const model::WordId name = words->find(text::parse(u"nguyễn"), true);
  EXPECT_GT(facts.frequency(of), facts.frequency(name));
  EXPECT_LT(facts.capital_share(of), 0.1F);
  EXPECT_GT(facts.capital_share(name), 0.9F);
  EXPECT_EQ(facts.small(of), of);
  const model::WordId capital = words->find(text::parse(u"của"), true);
  EXPECT_EQ(facts.small(capital), of);
  EXPECT_EQ(facts.frequency(model::kComma), 0);
  EXPECT_EQ(facts.small(model::kComma), model::kComma);
}

TEST(WordFacts, TellUnknownWordsFromRareSyllables) {
  for (const model::WordId word : {model::kUnknownWord, model::kUnknownName, model::kUnknownAcronym}) {
    EXPECT_TRUE(is_unknown(word));
    EXPECT_TRUE(is_unknown_or_rare(word));
  }
  EXPECT_FALSE(is_unknown(model::kRareSyllable));
  EXPECT_TRUE(is_unknown_or_rare(model::kRareSyllable));
  EXPECT_FALSE(is_unknown_or_rare(model::kRoman));
  EXPECT_FALSE(is_unknown_or_rare(model::kDash));
}

}  // namespace
}  // namespace soat::check::ngram
