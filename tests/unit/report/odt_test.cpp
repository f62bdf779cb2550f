#include "report/odt.h"

#include <gtest/gtest.h>

#include <string>

#include "unit/report/sample.h"

namespace soat::report {
namespace {

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST(OdtReport, SaysFirstWhatKindOfFileItIs) {
  const Sample sample;
  const std::string bytes = odt_report(sample.document(), Language::vi);
  EXPECT_EQ(bytes.substr(0, 4), "PK\x03\x04");
  EXPECT_EQ(bytes.substr(30, 47), "mimetypeapplication/vnd.oasis.opendocument.text");
  EXPECT_EQ(bytes.substr(bytes.size() - 22, 4), "PK\x05\x06");
}

TEST(OdtReport, HoldsCountsMapListAndMarkedText) {
  const Sample sample;
  const std::string bytes = odt_report(sample.document(), Language::vi);
  EXPECT_TRUE(has(bytes, "2 chỗ cần xem trong 2 đoạn có chữ."));
  for (const auto* const table : {"counts", "map", "findings"})
    EXPECT_TRUE(has(bytes, std::string("table:name=\"") + table + "\""));
  EXPECT_TRUE(has(bytes, "<text:span text:style-name=\"mark-spelling\">nứơc</text:span>"));
  EXPECT_TRUE(has(bytes, "Dấu đặt &lt;sai&gt; chỗ"));
  EXPECT_TRUE(has(bytes, "nước · nược"));
  EXPECT_TRUE(has(bytes, "2:8<"));
}

TEST(OdtReport, HasTheColoursAskedFor) {
  check::CategoryColours colours = check::usual_colours;
  colours[static_cast<std::size_t>(check::Category::spelling)] = 0x00FF80;
  const std::string bytes = odt_report(Sample().document(), Language::vi, colours);
  EXPECT_TRUE(has(bytes, "style:text-underline-color=\"#00ff80\""));
  EXPECT_TRUE(has(bytes, "fo:background-color=\"#00ff80\""));
}

TEST(OdtReport, TellsPassagesWithTheirEvidence) {
  const Sample sample;
  const std::string bytes = odt_report(sample.assessed_document(), Language::en);
  EXPECT_TRUE(has(bytes, "3 signs"));
  EXPECT_FALSE(has(odt_report(sample.document(), Language::en), "3 signs"));
}

TEST(OdtReport, KeepsSpacesTabulatorsAndLineEnds) {
  Sample sample;
  sample.paragraphs[0] = u" Hai  dấu\tcách\nvà dòng\uFFFC\u0001.";
  EXPECT_TRUE(has(odt_report(sample.document(), Language::vi),
                  "<text:s/>Hai <text:s/>dấu<text:tab/>cách<text:line-break/>và dòng\uFFFD."));
}

// What is quoted is wrong on purpose.
TEST(OdtReport, IsInNoLanguageSoThatNobodyChecksItAgain) {
  const std::string bytes = odt_report(Sample().document(), Language::vi);
  EXPECT_TRUE(has(bytes,
                  "style:name=\"Standard\" style:family=\"paragraph\" style:class=\"text\">"
                  "<style:text-properties fo:language=\"zxx\" fo:country=\"none\"/>"));
  EXPECT_FALSE(has(bytes, "fo:language=\"vi\""));
}

TEST(OdtReport, DrawsBarsAsLongAsTheCounts) {
  Sample sample;
  sample.findings.push_back(check::make_finding(check::rule_info<"punctuation.space">(), {1, 16, 18},
                                                check::Severity::info, 0.9F, texts::report_nothing, {}));
  const std::string bytes = odt_report(sample.document(), Language::vi);
  EXPECT_TRUE(has(bytes, "fo:margin-right=\"0.00cm\" fo:background-color=\"#e65100\"")) << bytes;  // 2 of spelling
  EXPECT_TRUE(has(bytes, "fo:margin-right=\"5.00cm\" fo:background-color=\"#1565c0\"")) << bytes;  // 1 of punctuation
  EXPECT_FALSE(has(bytes, "█"));
}

TEST(OdtReport, HasNoGapsWhereParagraphsAreEmpty) {
  Sample sample;
  sample.paragraphs[0] = u"\uFFFC ";
  const std::string bytes = odt_report(sample.document(), Language::en);
  EXPECT_TRUE(has(bytes, "underlined</text:h>\n<text:p text:style-name=\"Standard\">𠮷 uống")) << bytes;
  EXPECT_TRUE(has(bytes, "2 places to look at in 1 paragraph with text."));
}

TEST(OdtReport, BeginsHeadingsOfPassagesWithACapital) {
  const std::string bytes = odt_report(Sample().assessed_document(), Language::vi);
  EXPECT_TRUE(has(bytes, ">Đoạn 2: có nhiều dấu hiệu")) << bytes;
  EXPECT_TRUE(has(bytes, "99\u00A0%)")) << bytes;
}

TEST(OdtReport, SaysThatNothingWasFound) {
  Sample sample;
  sample.findings.clear();
  EXPECT_TRUE(has(odt_report(sample.document(), Language::vi), "Không thấy gì cần sửa."));
}

}  // namespace
}  // namespace soat::report
