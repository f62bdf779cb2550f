#include "cli/normalise.h"

#include <gtest/gtest.h>

namespace soat::cli {
namespace {

std::u16string to_new(std::u16string_view text) {
  return normalise(text, text::ToneStyle::new_style);
}
std::u16string to_old(std::u16string_view text) {
  return normalise(text, text::ToneStyle::old_style);
}

TEST(Normalise, MovesTonesToOneStyle) {
  EXPECT_EQ(to_new(u"hòa bình, khỏe, thủy chung, quý, của"), u"hoà bình, khoẻ, thuỷ chung, quý, của");
  EXPECT_EQ(to_old(u"hoà bình, khoẻ, thuỷ chung, quý, của"), u"hòa bình, khỏe, thủy chung, quý, của");
}

TEST(Normalise, MendsMisplacedTones) {
  EXPECT_EQ(to_new(u"tóan nứơc"), u"toán nước");
}

TEST(Normalise, KeepsLetterCase) {
  EXPECT_EQ(to_new(u"HÒA Hòa hÒa"), u"HOÀ Hoà hOà");
}

TEST(Normalise, TreatsPartsOfHyphenatedWordsAlone) {
  EXPECT_EQ(to_new(u"Hòa-Thủy"), u"Hoà-Thuỷ");
  EXPECT_EQ(to_new(u"thủy, Hòa-Thủy-Hòa và hòa-"), u"thuỷ, Hoà-Thuỷ-Hoà và hoà-");
}

TEST(Normalise, ComposesText) {
  EXPECT_EQ(to_new(u"tie\u0302\u0301ng Vie\u0323\u0302t"), u"tiếng Việt");
  EXPECT_EQ(to_new(u"cafe\u0301 Đa\u0306\u0301k"), u"café Đắk");
}

TEST(Normalise, MendsLookAlikesInSyllablesOnly) {
  EXPECT_EQ(to_new(u"Ðường tо"), u"Đường to");  // Icelandic Ð, Cyrillic о
  EXPECT_EQ(to_new(u"Москва Það"), u"Москва Það");
}

TEST(Normalise, DropsInvisibleCharactersInSyllablesOnly) {
  EXPECT_EQ(to_new(u"nư\u00ADớc"), u"nước");
  EXPECT_EQ(to_new(u"\U0001F469\u200D\U0001F4BB"), u"\U0001F469\u200D\U0001F4BB");
}

TEST(Normalise, KeepsEverythingElse) {
  const std::u16string text = u"  Xin\tchào!\r\n\r\n  http://a.vn/hòa  5km  «x»\u00A0\n\nhết";
  EXPECT_EQ(to_old(text), text);
  EXPECT_EQ(to_new(u""), u"");
  EXPECT_EQ(to_new(u"\n"), u"\n");
}

TEST(Normalise, TwiceIsOnce) {
  const std::u16string text = to_new(u"Hòa tóan Ðường e\u0323\u0302 \U00010400 ﬁ");
  EXPECT_EQ(to_new(text), text);
  EXPECT_EQ(to_new(to_old(text)), text);
}

}  // namespace
}  // namespace soat::cli
