#include "check/garble/fillers_in_place.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/syllable.h"

namespace soat::check::garble {
namespace {

class FillersInPlaceTest : public testing::Test {
 protected:
  static const model::LanguageModel& words() {
    static const std::shared_ptr<const model::LanguageModel> model =
        model::LanguageModel::open(std::filesystem::path(SOAT_SOURCE_DIR) / "dictionaries/vi/soat.model");
    return *model;
  }
  static model::WordId word(std::u16string_view text) { return words().find(text::parse(text)); }

  void read(std::u16string_view text) {
    text::analyse(text, analysis_);
    ASSERT_TRUE(sentence_.read(analysis_, analysis_.sentences.at(0)));
    fillers_.begin(sentence_.size());
  }
  // A suspect whose window are items [first, first + size).
  Suspect suspect(std::uint32_t first, std::uint8_t size, std::vector<std::u16string_view> filler, float repaired) {
    Suspect one;
    one.first_item = first;
    one.window_size = size;
    one.start = size > 0 ? sentence_.item(first).start : sentence_.item(first - 1).end;
    one.end = size > 0 ? sentence_.item(first + size - 1).end : sentence_.item(first).start;
    for (const std::u16string_view each : filler) one.filler[one.filler_size++] = word(each);
    one.repaired = repaired;
    return one;
  }
  std::string sentence() const {
    std::string out;
    for (const model::WordId each : sentence_.words())
      out += (out.empty() ? "" : " ") + std::string(words().spelling(each));
    return out;
  }

  text::Analysis analysis_;
  ngram::ScoredSentence sentence_{words()};
  FillersInPlace fillers_;
};

TEST_F(FillersInPlaceTest, AllIsNewAtTheBeginning) {
  read(u"Một hai ba bốn năm.");
  for (std::size_t i = 0; i < sentence_.size(); ++i) {
    EXPECT_FALSE(fillers_.at(i));
    EXPECT_TRUE(fillers_.is_changed(i, i + 1));
  }
  EXPECT_EQ(fillers_.count(), 0U);
}

TEST_F(FillersInPlaceTest, WhatSurelyRepairsIsPutIntoTheSentence) {
  read(u"Nhà trường phối hợp với cơ quan lại chức năng tổ chức tập huấn phòng cháy.");
  const std::uint32_t at = 7;
  ASSERT_EQ(sentence_.word(at), word(u"lại"));
  std::vector<Suspect> suspects = {suspect(at, 1, {}, 2)};
  ASSERT_TRUE(fillers_.put(suspects, sentence_));
  EXPECT_TRUE(suspects[0].settled);
  EXPECT_EQ(sentence().find("lại"), std::string::npos) << sentence();
  EXPECT_EQ(fillers_.count(), 0U) << "nothing stands in its place";
  EXPECT_TRUE(fillers_.is_changed(at - 1, at + 1)) << "the two words that meet now";
  EXPECT_FALSE(fillers_.is_changed(0, 1));
}

TEST_F(FillersInPlaceTest, FillersAreKnownWhereTheyStand) {
  read(u"Một hai ba bốn năm sáu bảy tám chín mười.");
  std::vector<Suspect> suspects = {suspect(4, 1, {u"xã", u"hội"}, 1)};
  ASSERT_TRUE(fillers_.put(suspects, sentence_));
  EXPECT_EQ(sentence_.size(), 11U);
  EXPECT_FALSE(fillers_.at(3));
  EXPECT_TRUE(fillers_.at(4) && fillers_.at(5));
  EXPECT_FALSE(fillers_.at(6));
  EXPECT_EQ(fillers_.count(), 2U);
  EXPECT_EQ(fillers_.beside(6, 7), 1U);
  EXPECT_EQ(fillers_.beside(3, 4), 1U);
  EXPECT_EQ(fillers_.beside(8, 9), 0U);
  EXPECT_EQ(fillers_.beside(0, 0), 0U);
  EXPECT_EQ(sentence_.item(4).start, suspects[0].start) << "a filler has the place of its window";
}

TEST_F(FillersInPlaceTest, TheBestOfTwoThatTouchIsTaken) {
  read(u"Một hai ba bốn năm sáu bảy tám chín mười.");
  std::vector<Suspect> suspects = {suspect(4, 1, {u"xã"}, 1), suspect(5, 1, {u"hội"}, 3), suspect(8, 1, {u"làng"}, 1)};
  ASSERT_TRUE(fillers_.put(suspects, sentence_));
  EXPECT_FALSE(suspects[0].settled);
  EXPECT_TRUE(suspects[1].settled);
  EXPECT_TRUE(suspects[2].settled);
  EXPECT_EQ(sentence(), "một hai ba bốn năm hội bảy tám làng mười");
}

TEST_F(FillersInPlaceTest, WhatIsNotSureChangesNothing) {
  read(u"Một hai ba bốn năm.");
  std::vector<Suspect> suspects = {suspect(1, 1, {u"xã"}, 0.4F)};
  EXPECT_FALSE(fillers_.put(suspects, sentence_));
  EXPECT_FALSE(suspects[0].settled);
  EXPECT_EQ(sentence(), "một hai ba bốn năm");
  EXPECT_FALSE(fillers_.put({}, sentence_));
}

}  // namespace
}  // namespace soat::check::garble
