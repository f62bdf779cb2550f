#include "check/extraction/signs.h"

#include <gtest/gtest.h>

#include "unit/check/shipped_words.h"

namespace soat::check::extraction {
namespace {

DocumentSigns signs_of(std::initializer_list<std::u16string_view> paragraphs) {
  std::vector<text::Analysis> analyses;
  for (const std::u16string_view paragraph : paragraphs) text::analyse(paragraph, analyses.emplace_back());
  return read_signs(analyses, shipped_lexicon());
}

TEST(Signs, SoundTextHasNone) {
  EXPECT_FALSE(signs_of({u"Nhà nước quản lý đất đai theo quy hoạch, kế hoạch.", u""}).any());
  EXPECT_FALSE(signs_of({}).any());
}

TEST(Signs, SyllablesSetApartInManyPlaces) {
  const DocumentSigns signs = signs_of({u"Nh à nư ớc qu ản lý đ ất đai th eo quy ho ạch và k ế ho ạch."});
  EXPECT_TRUE(signs.joins);
  ASSERT_EQ(signs.paragraphs.size(), 1U);
  EXPECT_GE(signs.paragraphs[0].joins, 4U);
}

TEST(Signs, WordsRunTogetherInManyPlaces) {
  EXPECT_TRUE(signs_of({u"Nhànước quảnlý đấtđai theoquy hoạchvà kếhoạch sửdụng đấtcủa tỉnhnày."}).splits);
}

TEST(Signs, LettersExchangedInManyWords) {
  EXPECT_FALSE(signs_of({u"Nhà nƣớc và ngƣời dân đƣợc hƣởng những chƣơng trình mƣời năm."}).exchanges.empty());
}

TEST(Signs, OnePlaceIsNoRegularDamage) {
  EXPECT_FALSE(signs_of({u"Nh à nước quản lý đất đai theo quy hoạch, kế hoạch sử dụng đất."}).joins);
}

TEST(IsOdd, IsAWordThatIsNoSyllableInUse) {
  text::Analysis analysis;
  text::analyse(u"nhà nƣớc 12 .", analysis);
  ASSERT_EQ(analysis.tokens.size(), 4U);
  EXPECT_FALSE(is_odd(analysis.tokens[0], shipped_lexicon()));
  EXPECT_TRUE(is_odd(analysis.tokens[1], shipped_lexicon()));
  EXPECT_FALSE(is_odd(analysis.tokens[2], shipped_lexicon()));
  EXPECT_FALSE(is_letters(analysis.tokens[3]));
}

TEST(IsUpper, IsWrittenInCapitals) {
  EXPECT_TRUE(is_upper(u"CÔNG"));
  EXPECT_FALSE(is_upper(u"Công"));
}

}  // namespace
}  // namespace soat::check::extraction
