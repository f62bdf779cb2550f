#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "sample.h"

namespace soat::report {
namespace {

TEST(JsonLines, KeysStandInTheOrderOfTheContract) {
  const Sample sample;
  const std::string out = make_report(Format::jsonl, Language::vi, false)->document(sample.document());
  EXPECT_EQ(out.substr(0, out.find('\n')),
            "{\"file\":\"bài.txt\",\"paragraph\":1,\"start\":7,\"end\":11,\"text\":\"nứơc\",\"rule\":\"spelling.tone-"
            "placement\","
            "\"category\":\"spelling\",\"severity\":\"error\",\"confidence\":0.93,\"message\":\"Dấu đặt <sai> chỗ\","
            "\"suggestions\":[\"nước\",\"nược\"]}");
}

TEST(JsonLines, OneFindingALineAndNothingWithoutFindings) {
  Sample sample;
  const auto report = make_report(Format::jsonl, Language::en, false);
  std::istringstream lines(report->opening() + report->document(sample.document()) + report->closing());
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    EXPECT_EQ(nlohmann::json::parse(line)["message"], "Tone mark in the wrong place");
  }
  EXPECT_EQ(count, 2u);
  sample.findings.clear();
  EXPECT_EQ(report->opening() + report->document(sample.document()) + report->closing(), "");
}

TEST(JsonLines, FileNameThatIsNotUtf8IsReplaced) {
  const Sample sample;
  CheckedDocument document = sample.document();
  document.file = "a\xE9.txt";
  const std::string out = make_report(Format::jsonl, Language::vi, false)->document(document);
  EXPECT_TRUE(out.starts_with("{\"file\":\"a\uFFFD.txt\"")) << out;
}

TEST(Json, IsOneObjectWithTheDocumentsAndTheirSizes) {
  const Sample sample;
  const auto report = make_report(Format::json, Language::vi, false);
  const auto json =
      nlohmann::json::parse(report->opening() + report->document(sample.document()) + report->separator() +
                            report->document(sample.document()) + report->closing());
  ASSERT_EQ(json["documents"].size(), 2u);
  const auto& first = json["documents"][0];
  EXPECT_EQ(first["file"], "bài.txt");
  EXPECT_EQ(first["paragraphs"], 2);
  EXPECT_EQ(first["syllables"], 5);  // Dòng đầu uống nứơc tóan
  EXPECT_EQ(first["findings"].size(), 2u);
  EXPECT_FALSE(first["findings"][0].contains("file"));
}

TEST(Json, TellsHowLikelyAMachineRewroteEachParagraph) {
  const Sample sample;
  const auto report = make_report(Format::json, Language::vi, false);
  const auto json = nlohmann::json::parse(report->document(sample.assessed_document()));
  EXPECT_EQ(json["assessment"], nlohmann::json::parse(R"({"probability": 0.997, "paragraphs": [
    {"paragraph": 0, "probability": 0.02, "evidence": []},
    {"paragraph": 1, "probability": 0.997, "evidence": ["3 dấu hiệu"]}]})"));
  EXPECT_FALSE(nlohmann::json::parse(report->document(sample.document())).contains("assessment"));
}

TEST(Json, WithoutDocumentsIsStillAnObject) {
  const auto report = make_report(Format::json, Language::vi, false);
  EXPECT_TRUE(nlohmann::json::parse(report->opening() + report->closing())["documents"].empty());
}

}  // namespace
}  // namespace soat::report
