#include "model/language_model.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <random>
#include <vector>

#include "model/model_format.h"
#include "model/packed_array.h"
#include "support/model_sample.h"
#include "text/checksum.h"
#include "text/error.h"
#include "text/syllable.h"
#include "unit/model/model_files.h"

namespace soat::model {
namespace {

TEST_F(ModelTest, FindsWordsByTheirSyllable) {
  EXPECT_EQ(model_->spelling(word(u"đọc")), "đọc");
  EXPECT_EQ(word(u"HỌC"), word(u"học"));
  EXPECT_EQ(word(u"sĩ"), word(u"sỹ"));
  EXPECT_EQ(word(u"nghiêng"), kRareSyllable);
  EXPECT_EQ(model_->find(u"xyz"), kUnknownWord);
}

TEST_F(ModelTest, CapitalisedFormsHaveTheirOwnEntry) {
  // "Hán" is a name here and "hán" never stands alone, so one entry is enough; "cô" and "Cô" would need both.
  EXPECT_EQ(word(u"Hán", true), word(u"hán", false));
  EXPECT_GT(model_->counts(word(u"Hán")).capitalised, 0U);
  EXPECT_EQ(model_->counts(word(u"chợ")).capitalised, 0U);
}

TEST_F(ModelTest, FamiliesAreNeighbours) {
  const WordRange family = model_->family(text::family_key(u"ca"));
  ASSERT_EQ(family.end - family.begin, 2);  // cá, cà
  EXPECT_EQ(model_->family(word(u"cá")).begin, family.begin);
  EXPECT_EQ(model_->family(word(u"cà")).end, family.end);
  EXPECT_EQ(model_->family(text::family_key(u"sy")).begin, model_->family(text::family_key(u"si")).begin);
  EXPECT_EQ(model_->family(text::family_key(u"khuya")).begin, model_->family(text::family_key(u"khuya")).end);
}

TEST_F(ModelTest, KnownContextsMatchLongNGrams) {
  State state = model_->sentence_start();
  for (const char16_t* text : {u"tôi", u"thấy", u"cô", u"giáo"}) model_->score(state, word(text), state);
  const Score known = model_->score(state, word(u"đọc"));
  const Score unknown = model_->score(state, word(u"bão"));
  EXPECT_EQ(known.order, 4);
  EXPECT_EQ(unknown.order, 1);
  EXPECT_GT(known.log_probability, unknown.log_probability + 2);
}

TEST_F(ModelTest, EveryContextHasADistribution) {
  State state = model_->sentence_start();
  for (const char16_t* text : {u"tôi", u"thấy", u"bác", u"sĩ", u"nghiêng", u"đi", u"chợ"}) {
    double sum = 0;
    for (std::size_t w = 1; w < model_->vocabulary_size(); ++w) {
      sum += std::exp(static_cast<double>(model_->score(state, static_cast<WordId>(w)).log_probability));
    }
    EXPECT_NEAR(sum, 1, 0.05);
    model_->score(state, word(text), state);
  }
}

TEST_F(ModelTest, BatchAndSingleScoresAgree) {
  std::mt19937 random(3);
  std::vector<WordId> words;
  for (std::size_t w = 1; w < model_->vocabulary_size(); ++w) words.push_back(static_cast<WordId>(w));
  std::vector<Score> scores(words.size());
  State state = model_->sentence_start();
  for (int step = 0; step < 200; ++step) {
    model_->score(model_->context(state), words, scores);
    for (std::size_t i = 0; i < words.size(); ++i) {
      State next;
      const Score single = model_->score(state, words[i], next);
      ASSERT_FLOAT_EQ(single.log_probability, scores[i].log_probability);
      ASSERT_EQ(single.order, scores[i].order);
      ASSERT_LT(next.length, model_->order());
    }
    model_->score(state, words[random() % words.size()], state);
    if (step % 10 == 0) state = model_->sentence_start();
  }
}

TEST_F(ModelTest, SuccessorsAreThoseThatWereSeen) {
  const LanguageModel::Successors after = model_->successors(word(u"cà"));
  ASSERT_EQ(after.size(), 1U);
  EXPECT_EQ(after[0], word(u"phê"));
}

TEST(ChildRanges, EqualTheCountsTheyWereMadeOf) {
  std::mt19937 random(5);
  std::vector<std::uint32_t> degrees(3000);
  for (std::uint32_t& degree : degrees)
    degree = static_cast<std::uint32_t>(random() % 50 == 0 ? random() % 300 : random() % 3);
  std::vector<bool> bits;
  std::vector<std::uint32_t> samples;
  for (std::size_t i = 0; i <= degrees.size(); ++i) {
    if (i % kSelectStep == 0) samples.push_back(static_cast<std::uint32_t>(bits.size()));
    bits.push_back(true);
    if (i < degrees.size()) bits.insert(bits.end(), degrees[i], false);
  }
  std::vector<std::uint64_t> words(bits.size() / 64 + 2);
  for (std::size_t i = 0; i < bits.size(); ++i) words[i / 64] |= std::uint64_t{bits[i]} << (i % 64);
  const auto* bytes = reinterpret_cast<const std::byte*>(words.data());
  const ChildRanges ranges(bytes, reinterpret_cast<const std::byte*>(samples.data()));
  ASSERT_TRUE(ranges.consistent(static_cast<std::uint32_t>(degrees.size()), bits.size()));
  EXPECT_FALSE(ranges.consistent(static_cast<std::uint32_t>(degrees.size() - 1), bits.size()));
  std::uint32_t begin = 0;
  for (std::uint32_t i = 0; i < degrees.size(); ++i) {
    ASSERT_EQ(ranges[i].begin, begin);
    begin += degrees[i];
    ASSERT_EQ(ranges[i].end, begin);
  }
}

TEST(Checksum, TellsEveryByteAndTheLengthApart) {
  std::vector<std::byte> bytes(100, std::byte{7});
  const std::uint64_t whole = text::checksum(bytes);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    bytes[i] ^= std::byte{1};
    EXPECT_NE(text::checksum(bytes), whole);
    bytes[i] ^= std::byte{1};
    EXPECT_NE(text::checksum(std::span(bytes).first(i)), whole);
  }
  EXPECT_EQ(text::checksum(bytes), whole);
}

}  // namespace
}  // namespace soat::model
