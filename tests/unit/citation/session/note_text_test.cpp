#include "citation/session/note_text.h"

#include <gtest/gtest.h>

namespace soat::citation::session {
namespace {

TEST(WordsBeside, AreWhatIsLeftWithoutTheCitations) {
  EXPECT_EQ(words_beside(u"Xem Lê Út, 1999; An, 2001.", {u"Lê Út, 1999", u"An, 2001"}), u"Xem ; .");
  EXPECT_EQ(words_beside(u"[1] và [1]", {u"[1]"}), u" và [1]");  // each once
  EXPECT_EQ(words_beside(u"xem", {u"", u"khác"}), u"xem");
  EXPECT_EQ(words_beside(u"", {u"[1]"}), u"");
}

TEST(SaysSomething, HasALetterOrADigit) {
  EXPECT_TRUE(says_something(u"; đ.") && says_something(u"5") && says_something(u"\xD801\xDC00"));
  EXPECT_FALSE(says_something(u"") || says_something(u" ;. –\u00A0") || says_something(u"\xD83D\xDE00") ||
               says_something(u"\xD801"));
}

TEST(WantsBlankBehind, BlanksBeforeACitation) {
  EXPECT_TRUE(wants_blank_behind(u'a'));
  EXPECT_TRUE(wants_blank_behind(u'.'));
  for (const char16_t unit : std::u16string(u" \u00a0\t\n([{“‘«")) EXPECT_FALSE(wants_blank_behind(unit));
  EXPECT_FALSE(wants_blank_behind(0));
}

}  // namespace
}  // namespace soat::citation::session
