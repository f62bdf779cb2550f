#include "citation/csl/style_check.h"

#include <gtest/gtest.h>

#include "text/error.h"
#include "unit/citation/fixture.h"

namespace soat::citation {
namespace {

std::string refusal(const std::string& xml) {
  try {
    check_style(xml, "x.csl");
  } catch (const Error& error) {
    return error.what();
  }
  return "accepted";
}

const std::string kOpen = R"(<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">)";

TEST(StyleCheck, TellsWhatAStyleSaysOfItself) {
  const CheckedStyle style =
      check_style(test::read(test::data_folder() / "styles/bo-giao-duc-va-dao-tao.csl"), "bo.csl");
  EXPECT_EQ(style.info.title, "Bộ Giáo dục và Đào tạo (Việt Nam)");
  EXPECT_FALSE(style.info.notes);
  EXPECT_TRUE(style.info.has_bibliography);
  EXPECT_EQ(style.info.default_locale, "vi-VN");
}

TEST(StyleCheck, DropsWhatIsNoElementOrText) {
  const CheckedStyle style = check_style(
      "<?xml version=\"1.0\"?><!-- a -->" + kOpen + "<!-- <b> --><?php x?><citation><layout/></citation></style>",
      "x.csl");
  EXPECT_EQ(style.xml, kOpen + "<citation><layout/></citation></style>");
}

TEST(StyleCheck, RefusesWithThePositionWhatIsNotWellFormed) {
  EXPECT_TRUE(refusal(kOpen + "\n<citation>").starts_with("x.csl:2: not well-formed XML"));
}

TEST(StyleCheck, RefusesEntityBombs) {
  EXPECT_NE(refusal("<!DOCTYPE style [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>" + kOpen +
                    "<citation><layout prefix=\"&b;\"/></citation></style>")
                .find("document type"),
            std::string::npos);
}

TEST(StyleCheck, RefusesOtherXml) {
  EXPECT_NE(refusal("<html/>").find("not a CSL style"), std::string::npos);
  EXPECT_NE(refusal("<style><citation><layout/></citation></style>").find("not a CSL style"), std::string::npos);
  EXPECT_NE(refusal(kOpen + "<bibliography/></style>").find("no \"citation\""), std::string::npos);
  EXPECT_NE(refusal(kOpen + "<citation/></style>").find("no \"layout\""), std::string::npos);
  EXPECT_NE(refusal("").find("not well-formed"), std::string::npos);
}

TEST(StyleCheck, PointsFromADependentStyleToItsParent) {
  EXPECT_NE(refusal(kOpen + "<info><link rel=\"independent-parent\" href=\"http://a.example/apa\"/></info></style>")
                .find("http://a.example/apa"),
            std::string::npos);
}

TEST(StyleCheck, RefusesWhatIsNestedWithoutEnd) {
  std::string deep = kOpen;
  for (int i = 0; i < 5000; ++i) deep += "<group>";
  EXPECT_NE(refusal(deep).find("not well-formed"), std::string::npos);
}

TEST(StyleCheck, RefusesWhatIsTooLarge) {
  EXPECT_NE(refusal(std::string(5 << 20, ' ')).find("4 MB"), std::string::npos);
  std::string parts;
  for (int i = 0; i < 20'000; ++i) parts += "<text value=\"a\"/>";
  EXPECT_NE(refusal(kOpen + "<citation><layout>" + parts + "</layout></citation></style>").find("20,000 elements"),
            std::string::npos);
}

}  // namespace
}  // namespace soat::citation
