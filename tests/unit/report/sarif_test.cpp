#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "sample.h"

namespace soat::report {
namespace {

using nlohmann::json;

std::string whole(Format format, const CheckedDocument& document) {
  const auto report = make_report({format, Language::vi});
  return report->opening() + to_string(*report, document) + report->closing();
}

TEST(Sarif, IsARunWithRulesAndResults) {
  const Sample sample;
  const json log = json::parse(whole(Format::sarif, sample.document()));
  EXPECT_EQ(log["version"], "2.1.0");
  const json& run = log["runs"].at(0);
  EXPECT_GT(run["tool"]["driver"]["rules"].size(), 30U);
  ASSERT_EQ(run["results"].size(), 2U);
  const json& first = run["results"][0];
  EXPECT_EQ(first["ruleId"], "spelling.tone-placement");
  EXPECT_EQ(first["level"], "error");
  EXPECT_EQ(run["results"][1]["level"], "note");
  EXPECT_EQ(first["fixes"].size(), 2U);
  EXPECT_EQ(first["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"], "nước");
}

TEST(Sarif, ColumnsCountCodePointsFromOne) {
  const Sample sample;
  const json log = json::parse(whole(Format::sarif, sample.document()));
  const json region = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"];
  // 𠮷 is two units and one code point.
  EXPECT_EQ(region, (json{{"startLine", 2}, {"startColumn", 8}, {"endColumn", 12}}));
}

TEST(Sarif, PathsAreReferences) {
  const Sample sample;
  CheckedDocument document = sample.document();
  document.file = "a b/bài%\xE9.txt";
  const json log = json::parse(whole(Format::sarif, document));
  const json& place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
  EXPECT_EQ(place["artifactLocation"]["uri"], "a%20b/b%C3%A0i%25%E9.txt");
}

TEST(Sarif, ADocumentWithoutFindingsAddsNothing) {
  Sample sample;
  sample.findings.clear();
  EXPECT_EQ(json::parse(whole(Format::sarif, sample.document()))["runs"][0]["results"], json::array());
}

TEST(Github, IsAnAnnotationALine) {
  const Sample sample;
  const std::string out = whole(Format::github, sample.document());
  EXPECT_EQ(out.substr(0, out.find('\n')),
            "::error file=bài.txt,line=2,col=8,endColumn=12,title=spelling.tone-placement::Dấu đặt <sai> chỗ → nước, "
            "nược");
  EXPECT_NE(out.find("\n::notice "), std::string::npos);
}

TEST(Github, NamesAndTextsCannotEndTheAnnotation) {
  Sample sample;
  sample.findings[0].message.vi = u"50%\nhai";
  CheckedDocument document = sample.document();
  document.file = "a,b:c\n.txt";
  const std::string out = whole(Format::github, document);
  EXPECT_TRUE(out.starts_with("::error file=a%2Cb%3Ac%0A.txt,line=2,")) << out;
  EXPECT_NE(out.find("::50%25%0Ahai"), std::string::npos);
}

}  // namespace
}  // namespace soat::report
