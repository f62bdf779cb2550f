#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "sample.h"

namespace soat::report {
namespace {

TEST(JsonLines, KeysStandInTheOrderOfTheContract) {
  const Sample sample;
  const std::string out = to_string(*make_report({Format::jsonl, Language::vi}), sample.document());
  EXPECT_EQ(out.substr(0, out.find('\n')),
            "{\"file\":\"bài.txt\",\"paragraph\":1,\"start\":7,\"end\":11,\"text\":\"nứơc\",\"rule\":\"spelling.tone-"
            "placement\","
            "\"category\":\"spelling\",\"severity\":\"error\",\"confidence\":0.93,\"message\":\"Dấu đặt <sai> chỗ\","
            "\"suggestions\":[\"nước\",\"nược\"]}");
}

TEST(JsonLines, PlaceInTheDocumentIsToldLast) {
  const Sample sample;
  CheckedDocument document = sample.document();
  const std::vector<text::DocumentPlace> places = {{0, 7}, {1, 0, 0, 2, 3, 1}};
  document.places = places;
  const std::string out = to_string(*make_report({Format::jsonl, Language::vi}), document);
  EXPECT_NE(out.find("],\"place\":{\"table\":2,\"row\":3,\"column\":1}}\n"), std::string::npos) << out;
}

TEST(JsonLines, OneFindingALineAndNothingWithoutFindings) {
  Sample sample;
  const auto report = make_report({Format::jsonl, Language::en});
  std::istringstream lines(report->opening() + to_string(*report, sample.document()) + report->closing());
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    EXPECT_EQ(nlohmann::json::parse(line)["message"], "Tone mark in the wrong place");
  }
  EXPECT_EQ(count, 2u);
  sample.findings.clear();
  EXPECT_EQ(report->opening() + to_string(*report, sample.document()) + report->closing(), "");
}

TEST(JsonLines, FileNameThatIsNotUtf8CanBeTurnedBack) {
  const Sample sample;
  CheckedDocument document = sample.document();
  document.file = "a\xE9\\.txt";
  const std::string out = to_string(*make_report({Format::jsonl, Language::vi}), document);
  EXPECT_EQ(nlohmann::json::parse(out.substr(0, out.find('\n')))["file"], "a\\xe9\\\\.txt");
}

TEST(JsonLines, StatusTellsHowEachDocumentWent) {
  const Sample sample;
  const auto report = make_report({Format::jsonl, Language::vi, false, true});
  std::istringstream lines(to_string(*report, sample.document()) + report->failure({"b.txt", "b.txt: no\nsuch file"}));
  std::string line;
  for (int finding = 0; finding < 2; ++finding) {
    ASSERT_TRUE(std::getline(lines, line));
    EXPECT_EQ(nlohmann::json::parse(line).size(), 11u);
  }
  ASSERT_TRUE(std::getline(lines, line));
  EXPECT_EQ(line, "{\"file\":\"bài.txt\",\"status\":\"checked\",\"findings\":2,\"error\":null}");
  ASSERT_TRUE(std::getline(lines, line));
  EXPECT_EQ(line, "{\"file\":\"b.txt\",\"status\":\"failed\",\"findings\":0,\"error\":\"b.txt: no?such file\"}");
  EXPECT_FALSE(std::getline(lines, line));
}

TEST(JsonLines, WarningsStandInTheStatus) {
  const Sample sample;
  const std::vector<std::string> warnings = {"bài.txt: hỏng"};
  CheckedDocument document = sample.document();
  document.findings = {};
  document.warnings = warnings;
  EXPECT_EQ(nlohmann::json::parse(to_string(*make_report({Format::jsonl, Language::vi, false, true}), document)),
            nlohmann::json::parse(R"({"file": "bài.txt", "status": "checked", "findings": 0, "error": null,
                                      "warnings": ["bài.txt: hỏng"]})"));
  EXPECT_EQ(nlohmann::json::parse(to_string(*make_report({Format::json, Language::vi}), document))["warnings"].size(),
            1u);
}

TEST(Json, DocumentThatCannotBeReadHasAnError) {
  const auto report = make_report({Format::json, Language::vi});
  const auto json = nlohmann::json::parse(report->opening() + report->failure({"a.txt", "why"}) + report->closing());
  EXPECT_EQ(json["documents"], nlohmann::json::parse(R"([{"file": "a.txt", "error": "why"}])"));
}

TEST(Json, IsOneObjectWithTheDocumentsAndTheirSizes) {
  const Sample sample;
  const auto report = make_report({Format::json, Language::vi});
  const auto json =
      nlohmann::json::parse(report->opening() + to_string(*report, sample.document()) + report->separator() +
                            to_string(*report, sample.document()) + report->closing());
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
  const auto report = make_report({Format::json, Language::vi});
  const auto json = nlohmann::json::parse(to_string(*report, sample.assessed_document()));
  EXPECT_EQ(json["assessment"], nlohmann::json::parse(R"({"probability": 0.997, "paragraphs": [
    {"paragraph": 0, "probability": 0.02, "evidence": []},
    {"paragraph": 1, "probability": 0.997, "evidence": ["3 dấu hiệu"]}]})"));
  EXPECT_FALSE(nlohmann::json::parse(to_string(*report, sample.document())).contains("assessment"));
}

TEST(Json, WithoutDocumentsIsStillAnObject) {
  const auto report = make_report({Format::json, Language::vi});
  EXPECT_TRUE(nlohmann::json::parse(report->opening() + report->closing())["documents"].empty());
}

}  // namespace
}  // namespace soat::report
