#include <gtest/gtest.h>

#include <sstream>
#include <string_view>
#include <utility>
#include <vector>

#include "citation/exchange/csl_item.h"
#include "unit/citation/fixture.h"

// Every line of tests/golden/cite/legal-forms.tsv is understood.

namespace soat::citation {
namespace {

using nlohmann::json;

json expected_item(const std::vector<std::string>& fields) {
  if (fields[1] == "-") return nullptr;
  const std::string& genre = fields[1];
  const bool standard = genre.starts_with("Tiêu chuẩn") || genre.starts_with("Quy chuẩn");
  const bool treaty = genre == "Công ước" || genre == "Hiệp định" || genre == "Nghị định thư" || genre == "Hiệp ước";
  const bool draft = genre.starts_with("Dự ");
  json item = {{"type", standard ? "standard" : treaty ? "treaty" : draft ? "bill" : "legislation"}, {"genre", genre}};
  const char* names[] = {"number", "issued", "authority", "title", "locator"};
  for (std::size_t i = 0; i < 5; ++i) {
    const std::string& value = fields[i + 2];
    if (value.empty()) continue;
    if (i != 1) {
      item[names[i]] = value;
      continue;
    }
    json parts = json::array();
    std::istringstream in(value);
    for (std::string part; std::getline(in, part, '-');) parts.push_back(std::stoi(part));
    item["issued"] = {{"date-parts", json::array({parts})}};
  }
  return item;
}

TEST(LegalForms, AreAllUnderstood) {
  std::istringstream in(test::read(std::filesystem::path(SOAT_SOURCE_DIR) / "tests/golden/cite/legal-forms.tsv"));
  std::size_t count = 0;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("#")) continue;
    std::vector<std::string> fields;
    std::istringstream columns(line);
    for (std::string field; std::getline(columns, field, '\t');) fields.push_back(field);
    fields.resize(7);
    ++count;
    EXPECT_EQ(parse_reference(fields[0]).dump(), expected_item(fields).dump()) << fields[0];
  }
  EXPECT_GE(count, 150U);
}

// Every reference of each text of tests/golden/cite/legal-in-running-text.tsv, and no other.
TEST(LegalForms, AreAllFoundInRunningText) {
  std::istringstream in(
      test::read(std::filesystem::path(SOAT_SOURCE_DIR) / "tests/golden/cite/legal-in-running-text.tsv"));
  std::vector<std::pair<std::string, json>> texts;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("#")) continue;
    std::vector<std::string> fields;
    std::istringstream columns(line);
    for (std::string field; std::getline(columns, field, '\t');) fields.push_back(field);
    fields.resize(7);
    if (!fields[0].empty()) texts.emplace_back(fields[0], json::array());
    if (json item = expected_item(fields); !item.is_null()) texts.back().second.push_back(std::move(item));
  }
  EXPECT_GE(texts.size(), 150U);
  for (const auto& [text, expected] : texts) {
    std::vector<std::string> lines;
    constexpr std::string_view broken = "⏎";
    std::size_t start = 0;
    for (std::size_t at = text.find(broken); at != std::string::npos; at = text.find(broken, start)) {
      lines.push_back(text.substr(start, at - start));
      start = at + broken.size();
    }
    lines.push_back(text.substr(start));
    json found = json::array();
    for (const json& items : parse_references(lines)) found.insert(found.end(), items.begin(), items.end());
    EXPECT_EQ(found.dump(), expected.dump()) << text;
  }
}

TEST(ParseReference, GivesALineWhatBeginsInIt) {
  const std::string lines[] = {"Căn cứ Nghị định số", "71/2022/NĐ-CP ngày 14", "tháng 9 năm 2022; Luật Thủy lợi", "",
                               "TCVN 4054:2005"};
  const std::vector<json> found = parse_references(lines);
  ASSERT_EQ(found.size(), 5U);
  ASSERT_EQ(found[0].size(), 1U);
  EXPECT_EQ(found[0][0]["issued"]["date-parts"][0], json({2022, 9, 14}));
  EXPECT_EQ(found[1], json::array());
  ASSERT_EQ(found[2].size(), 1U);
  EXPECT_EQ(found[2][0]["title"], "Luật Thủy lợi");
  EXPECT_EQ(found[3], json::array());
  EXPECT_EQ(found[4].size(), 1U);
}

TEST(ParseReference, GivesAllOfALine) {
  const json all = parse_references(
      "Theo Điều 7 Luật Thủy lợi năm 2017, khoản 2 Điều 9 NĐ 48/2015/NĐ-CP và TCVN 8418:2022, xã lập phương án.");
  ASSERT_EQ(all.size(), 3U) << all;
  EXPECT_EQ(all[0]["title"], "Luật Thủy lợi");
  EXPECT_EQ(all[1]["locator"], "khoản 2 Điều 9");
  EXPECT_EQ(all[2]["number"], "TCVN 8418:2022");
  EXPECT_EQ(parse_references("Không có gì ở đây."), json::array());
  EXPECT_EQ(parse_references("https://dongbang.example/a")[0]["type"], "webpage");
}

TEST(ParseReference, KnowsIdentifiers) {
  EXPECT_EQ(parse_reference("10.1016/j.x.2021.1").dump(), R"({"DOI":"10.1016/j.x.2021.1","type":"document"})");
  EXPECT_EQ(parse_reference("https://doi.org/10.1016/j.x.2021.1")["DOI"], "10.1016/j.x.2021.1");
  EXPECT_EQ(parse_reference("ISBN 978-0-306-40615-7")["ISBN"], "9780306406157");
  EXPECT_EQ(parse_references("arXiv:1706.03762, PMID: 31234567").dump(),
            R"([{"URL":"https://arxiv.org/abs/1706.03762","number":"arXiv:1706.03762","type":"article"},)"
            R"({"PMID":"31234567","type":"article-journal"}])");
  EXPECT_TRUE(parse_reference("31234567").is_null());
}

TEST(ParseReference, KnowsAddresses) {
  EXPECT_EQ(parse_reference("Nguồn: https://dongbang.example/a.").dump(),
            R"({"URL":"https://dongbang.example/a","type":"webpage"})");
  EXPECT_EQ(parse_reference("http://dongbang.example/a")["URL"], "http://dongbang.example/a");
  EXPECT_TRUE(parse_reference("Xem https://dongbang.example/a để biết thêm.").is_null());
  EXPECT_TRUE(parse_reference("javascript://a").is_null());
}

}  // namespace
}  // namespace soat::citation
