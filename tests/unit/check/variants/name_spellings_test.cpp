#include "check/variants/name_spellings.h"

#include <gtest/gtest.h>

#include <initializer_list>
#include <memory>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"

namespace soat::check {
namespace {

class NameSpellingsTest : public testing::Test {
 protected:
  std::vector<NameSpellings> names(std::initializer_list<std::u16string_view> texts) {
    paragraphs_.clear();
    for (const std::u16string_view one : texts) text::analyse(one, paragraphs_.emplace_back());
    return find_name_spellings(paragraphs_, *lexicon_);
  }

  std::shared_ptr<const lexicon::Lexicon> lexicon_ =
      lexicon::Lexicon::load({SOAT_SOURCE_DIR "/dictionaries/vi", {}, {}});
  std::vector<text::Analysis> paragraphs_;
};

TEST_F(NameSpellingsTest, ComeWithTheMostFrequentFirst) {
  const auto all = names({u"Tới Đắc Lắc.", u"Về Đắk Lắk, rồi lại đi Đắk Lắk."});
  ASSERT_EQ(all.size(), 1U);
  ASSERT_EQ(all[0].size(), 2U);
  EXPECT_EQ(all[0][0].size(), 2U);
  EXPECT_EQ(all[0][0][0].paragraph, 1U);
  EXPECT_EQ(all[0][0][0].token, 1U);
  EXPECT_EQ(all[0][1][0].paragraph, 0U);
}

TEST_F(NameSpellingsTest, OfTwoAsFrequentTheFirstInTheTextIsFirst) {
  const auto all = names({u"Tới Hoa Kì.", u"Về Hoa Kỳ."});
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0][0][0].paragraph, 0U);
}

TEST_F(NameSpellingsTest, WhereTheToneMarkStandsIsNoOtherSpelling) {
  EXPECT_TRUE(names({u"Bà Thanh Thuỷ và bà Thanh Thủy."}).empty());
}

TEST_F(NameSpellingsTest, WordsInUseThatDifferInMarksAreTwoNames) {
  EXPECT_TRUE(names({u"Anh Nguyễn Hùng gặp anh Nguyễn Hưng."}).empty());
}

TEST_F(NameSpellingsTest, AreSoughtInsideSentencesAndWithoutMarksBetween) {
  EXPECT_TRUE(names({u"Tới Đắk, Lắk.", u"Về Đắc, Lắc."}).empty());
  EXPECT_TRUE(names({u"Họ tới Đắk. Lắk ở xa. Họ tới Đắc. Lắc ở gần."}).empty());
  EXPECT_TRUE(names({}).empty());
  EXPECT_TRUE(names({u"", u"Đắk"}).empty());
}

TEST_F(NameSpellingsTest, AreWrittenWithTheCapitalsOfThePlace) {
  names({u"Về Đắk Lắk.", u"TỈNH ĐẮC LẮC"});
  EXPECT_EQ(spelt_as(paragraphs_[0], 1, paragraphs_[1], 1), u"ĐẮK LẮK");
  EXPECT_EQ(spelt_as(paragraphs_[1], 1, paragraphs_[0], 1), u"Đắc Lắc");
}

}  // namespace
}  // namespace soat::check
