#include "document/html_tags.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace soat::document {
namespace {

// "<p>, </p>, <!>": the tags and comments of a page.
std::string tags(std::string_view html) {
  HtmlTagReader reader(html);
  std::string out;
  for (HtmlTag tag; reader.next(tag);) {
    EXPECT_LT(tag.start, tag.end);
    EXPECT_LE(tag.end, html.size());
    out += out.empty() ? "" : " ";
    out += tag.kind == HtmlTag::Kind::comment ? "<!>"
           : tag.kind == HtmlTag::Kind::end   ? "</" + tag.name + ">"
                                              : "<" + tag.name + ">";
  }
  return out;
}

std::string simplified(std::string html) {
  simplify_html(html);
  return html;
}

TEST(HtmlTags, AreFoundWithTheirNamesInSmallLetters) {
  EXPECT_EQ(tags("<P Class=a>một</P><br/>hai"), "<p> </p> <br>");
  EXPECT_EQ(tags("không có gì, 1 < 2 > 0"), "");
  EXPECT_EQ(tags(""), "");
}

TEST(HtmlTags, AValueMayHoldTheSignThatEndsATag) {
  EXPECT_EQ(tags("<a title='x > y' href=\"<b>\">z</a>"), "<a> </a>");
}

TEST(HtmlTags, CommentsHoldNone) {
  EXPECT_EQ(tags("<!-- <p> --><b>x</b><!---->"), "<!> <b> </b> <!>");
  EXPECT_EQ(tags("<!-->a<i>"), "<!> <i>") << "as the standard ends it";
}

TEST(HtmlTags, TheTextOfScriptsHoldsNone) {
  EXPECT_EQ(tags("<script>if (a<b) { '<p>' }</script><p>"), "<script> </script> <p>");
  EXPECT_EQ(tags("<style>a<b></STYLE><p>"), "<style> </style> <p>");
  EXPECT_EQ(tags("<title>a<b></title>"), "<title> </title>");
}

TEST(HtmlTags, ATagThatIsNeverClosedReachesToTheEnd) {
  EXPECT_EQ(tags("<b>x</b><a href='"), "<b> </b> <a>");
  EXPECT_EQ(tags("x <"), "");
}

TEST(HtmlTags, SimplifyingTakesOutComments) {
  EXPECT_EQ(simplified("a<!-- b -->c"), "ac");
  EXPECT_EQ(simplified("<p>một</p>"), "<p>một</p>") << "the rest stays";
}

TEST(HtmlTags, SimplifyingTakesOutEndTagsOfWhatIsNotOpen) {
  EXPECT_EQ(simplified("<b>x</b></b></i>"), "<b>x</b>");
}

TEST(HtmlTags, SimplifyingTakesOutAttributesThatNoPageHasSoManyOf) {
  std::string html = "<p";
  for (int i = 0; i < 2000; ++i) html += " a" + std::to_string(i) + "=1";
  html += ">x</p>";
  const std::string simple = simplified(html);
  EXPECT_LT(simple.size(), html.size() / 2);
  EXPECT_NE(simple.find("a511="), std::string::npos);
  EXPECT_EQ(simple.find("a512="), std::string::npos);
  EXPECT_TRUE(simple.ends_with(">x</p>"));
}

}  // namespace
}  // namespace soat::document
