#include "text/letter_case.h"

#include <gtest/gtest.h>

namespace soat::text {
namespace {

TEST(LetterCase, IsThatOfTheWholeWord) {
  EXPECT_EQ(letter_case(u"đường"), LetterCase::lower);
  EXPECT_EQ(letter_case(u"Đường"), LetterCase::capitalised);
  EXPECT_EQ(letter_case(u"ĐƯỜNG"), LetterCase::upper);
  EXPECT_EQ(letter_case(u"đƯờng"), LetterCase::mixed);
  EXPECT_EQ(letter_case(u"ĐưỜng"), LetterCase::mixed);
}

TEST(LetterCase, OneCapitalAloneIsCapitalised) {
  EXPECT_EQ(letter_case(u"Ở"), LetterCase::capitalised);
  EXPECT_EQ(letter_case(u"3A"), LetterCase::capitalised);
  EXPECT_EQ(letter_case(u"aB"), LetterCase::mixed);
}

TEST(LetterCase, IsNoneWithoutCasedLetters) {
  for (const char16_t* word : {u"", u"123", u"-", u"中文", u"\u0301"}) EXPECT_EQ(letter_case(word), LetterCase::none);
}

TEST(LetterCase, MarksOfDecomposedLettersDoNotCount) {
  EXPECT_EQ(letter_case(u"U\u031B\u0323"), LetterCase::capitalised);
  EXPECT_EQ(letter_case(u"DU\u031B\u0323"), LetterCase::upper);
}

TEST(ToLower, AndToUpperAreEachOthersOppositeForVietnamese) {
  constexpr std::u16string_view lower =
      u"aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ";
  const std::u16string upper = to_upper(lower);
  EXPECT_EQ(upper.size(), lower.size());
  EXPECT_EQ(to_lower(upper), lower);
  for (std::size_t i = 0; i < lower.size(); ++i) {
    EXPECT_NE(upper[i], lower[i]);
    EXPECT_EQ(to_upper(lower[i]), upper[i]);
  }
}

TEST(ToLower, LeavesTheLengthAndWhatHasNoCase) {
  EXPECT_EQ(to_upper(u"straße"), u"STRAßE");
  EXPECT_EQ(to_lower(u"ÑЯ-9 中"), u"ñя-9 中");
  EXPECT_EQ(to_lower(u"\xD801\xDC00"), u"\xD801\xDC00");
  EXPECT_EQ(to_lower(u""), u"");
}

TEST(EqualsInLower, ComparesWithAWordInSmallLetters) {
  EXPECT_TRUE(equals_in_lower(u"ĐƯỜNG", u"đường"));
  EXPECT_TRUE(equals_in_lower(u"đường", u"đường"));
  EXPECT_TRUE(equals_in_lower(u"", u""));
  EXPECT_FALSE(equals_in_lower(u"đường", u"ĐƯỜNG"));
  EXPECT_FALSE(equals_in_lower(u"đườn", u"đường"));
  EXPECT_FALSE(equals_in_lower(u"đượng", u"đường"));
}

TEST(ApplyCase, GivesTheWordInAPattern) {
  EXPECT_EQ(apply_case(u"đường", LetterCase::capitalised), u"Đường");
  EXPECT_EQ(apply_case(u"đường", LetterCase::upper), u"ĐƯỜNG");
  for (const LetterCase pattern : {LetterCase::none, LetterCase::lower, LetterCase::mixed})
    EXPECT_EQ(apply_case(u"đường", pattern), u"đường");
  EXPECT_EQ(apply_case(u"", LetterCase::capitalised), u"");
}

}  // namespace
}  // namespace soat::text
