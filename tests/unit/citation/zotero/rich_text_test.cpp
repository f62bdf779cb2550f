#include "citation/zotero/rich_text.h"

#include <gtest/gtest.h>

namespace soat::citation::zotero {
namespace {

TextRun run(std::u16string text) {
  TextRun made;
  made.text = std::move(text);
  return made;
}

TEST(RichText, ReadsWhatCiteprocWrites) {
  TextRun italic = run(u"Đất và người");
  italic.italic = true;
  EXPECT_EQ(read_rtf("(Nguy\\uc0\\u7877{}n, {\\i{}\\uc0\\u272{}\\uc0\\u7845{}t v\\uc0\\u224{} "
                     "ng\\uc0\\u432{}\\uc0\\u7901{}i} 2020)"),
            (std::vector<TextRun>{run(u"(Nguyễn, "), italic, run(u" 2020)")}));
}

TEST(RichText, SmallCapitalsBoldUnderlineAndPositions) {
  const auto runs = read_rtf("{\\scaps An {\\b{}B\\super 2\\nosupersub{}}}{\\ul{}x}\\sub i\\nosupersub{}.");
  ASSERT_EQ(runs.size(), 6U);
  EXPECT_TRUE(runs[0].small_caps && !runs[0].bold);
  EXPECT_TRUE(runs[1].small_caps && runs[1].bold && runs[1].raised == 0);
  EXPECT_EQ(runs[2].text, u"2");
  EXPECT_EQ(runs[2].raised, 1);
  EXPECT_TRUE(runs[3].underlined && !runs[3].bold);
  EXPECT_EQ(runs[4].raised, -1);
  EXPECT_EQ(runs[5], run(u"."));
}

TEST(RichText, NormalTextInsideItalics) {
  const auto runs = read_rtf("{\\i{}a {\\i0{}b} c}");
  ASSERT_EQ(runs.size(), 3U);
  EXPECT_TRUE(runs[0].italic && !runs[1].italic && runs[2].italic);
}

TEST(RichText, TabsLinesEscapesAndTheWrapping) {
  EXPECT_EQ(plain_text(read_rtf("{\\rtf [1]\\tab A \\{B\\} C:\\\\D\\uc0\\u55357{}\\uc0\\u56832{}\\line\r\n}")),
            u"[1]\tA {B} C:\\D\U0001F600");
  EXPECT_EQ(plain_text(read_rtf("a\\line{}b\\line\r\n")), u"a\nb");
  EXPECT_EQ(plain_text(read_rtf("plain (2020)")), u"plain (2020)");
}

TEST(RichText, WordsOfASource) {
  const std::string marked = "[{\\*\\soatcite 003d006101a1}{\\i{}1}{\\*\\soatcite}]";
  const auto runs = read_rtf(marked);
  ASSERT_EQ(runs.size(), 3U);
  EXPECT_EQ(runs[1].source, u"=aơ");
  EXPECT_TRUE(runs[1].italic && runs[0].source.empty() && runs[2].source.empty());
  EXPECT_EQ(plain_text(runs), u"[1]");
  EXPECT_EQ(without_sources(marked), "[{\\i{}1}]");
  EXPECT_EQ(without_sources("a{\\*\\soatcite 00"), "a{\\*\\soatcite 00");
  EXPECT_TRUE(read_rtf("{\\*\\soatcite 00zz}a")[0].source.empty());
}

TEST(RichText, BrokenInputIsText) {
  EXPECT_EQ(plain_text(read_rtf("}}a{\\i{}b")), u"ab");
  EXPECT_EQ(plain_text(read_rtf("x\\")), u"x\\");
  EXPECT_EQ(plain_text(read_rtf("\\unknown12 y\\u99999999999 z")).size(), 3U);
  EXPECT_EQ(plain_text(read_rtf(std::string(100000, '{') + "q")), u"q");
  EXPECT_TRUE(read_rtf("").empty());
}

}  // namespace
}  // namespace soat::citation::zotero
