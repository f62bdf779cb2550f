#include "report/html_text.h"

#include <gtest/gtest.h>

namespace soat::report {
namespace {

TEST(HtmlText, SignsOfHtmlAreEscaped) {
  EXPECT_EQ(escaped("<a href=\"x\">'&'</a>"), "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;");
  EXPECT_EQ(escaped("đò \xF0\x9F\x98\x80"), "đò \xF0\x9F\x98\x80");
  EXPECT_EQ(escaped(""), "");
}

TEST(HtmlText, ControlsBecomeReplacements) {
  EXPECT_EQ(escaped(std::string_view("a\0b\x1B[31m", 8)), "a\uFFFDb\uFFFD[31m");
  EXPECT_EQ(escaped("a\tb\nc"), "a\tb\nc");
}

TEST(HtmlText, SoDoControlsOfDirection) {
  EXPECT_EQ(escaped("a\u202Eb\u2066c\u061Cd"), "a\uFFFDb\uFFFDc\uFFFDd");
  EXPECT_EQ(escaped("a–b…"), "a–b…");            // their neighbours stay
  EXPECT_EQ(escaped("a\xE2\x80"), "a\xE2\x80");  // cut short
}

TEST(HtmlText, PlacesOfFieldsAreLeftOut) {
  EXPECT_EQ(escaped("\uFFFCa\uFFFCb\uFFFD\uFFFC"), "ab\uFFFD");
}

TEST(HtmlText, IsAddedBehindWhatIsThere) {
  std::string out = "<b>";
  add_escaped("1 < 2", out);
  EXPECT_EQ(out, "<b>1 &lt; 2");
}

}  // namespace
}  // namespace soat::report
