#include "report/report.h"

#include <gtest/gtest.h>

#include "report/formats.h"
#include "sample.h"

namespace soat::report {
namespace {

TEST(MakeReport, KnowsEveryFormat) {
  const Sample sample;
  for (const Format format : {Format::text, Format::jsonl, Format::json, Format::html, Format::sarif, Format::github}) {
    const auto report = make_report({format, Language::vi});
    ASSERT_NE(report, nullptr);
    const std::string whole = report->opening() + to_string(*report, sample.document()) + report->closing();
    EXPECT_NE(whole.find("spelling.tone-placement"), std::string::npos) << static_cast<int>(format);
  }
}

TEST(Message, IsInTheLanguageAskedFor) {
  const Sample sample;
  EXPECT_EQ(message(sample.findings[0], Language::en), "Tone mark in the wrong place");
  EXPECT_EQ(message(sample.findings[0], Language::vi), "Dấu đặt <sai> chỗ");
}

TEST(SeverityLabel, DiffersByGravityAndLanguage) {
  EXPECT_NE(severity_label(check::Severity::error, Language::vi),
            severity_label(check::Severity::warning, Language::vi));
  EXPECT_NE(severity_label(check::Severity::info, Language::vi),
            severity_label(check::Severity::warning, Language::vi));
  EXPECT_NE(severity_label(check::Severity::error, Language::vi), severity_label(check::Severity::error, Language::en));
}

TEST(PassageLines, TellParagraphsAndNeverAHundredPercent) {
  const Sample sample;
  const std::vector<std::string> lines = passage_lines(sample.assessed_document(), Language::en);
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_NE(lines[0].find("99"), std::string::npos) << lines[0];
  EXPECT_EQ(lines[0].find("100"), std::string::npos) << lines[0];
  EXPECT_NE(lines[0].find('2'), std::string::npos) << lines[0];  // the second paragraph
  EXPECT_TRUE(passage_lines(sample.document(), Language::en).empty());
}

}  // namespace
}  // namespace soat::report
