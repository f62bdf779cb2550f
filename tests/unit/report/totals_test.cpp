#include "report/totals.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "text/checksum.h"
namespace soat::report {
namespace {

std::string finding(std::string_view file, std::string_view rule) {
  return nlohmann::json{{"file", file}, {"rule", rule}, {"category", "spelling"}}.dump();
}
std::string status(std::string_view file, std::string_view what = "checked", std::string_view error = {}) {
  return nlohmann::json{{"file", file}, {"status", what}, {"error", error}}.dump();
}

class TotalsTest : public testing::Test {
 protected:
  void add(const std::string& line) { EXPECT_TRUE(totals_.add(line)) << line; }
  nlohmann::json json() const { return nlohmann::json::parse(totals_.json()); }

  Totals totals_{2};
};

TEST_F(TotalsTest, CountByRuleFolderAndMonth) {
  add(finding("báo/2024/05/a.txt", "spelling.context"));
  add(finding("báo/2024/05/a.txt", "spelling.context"));
  add(status("báo/2024/05/a.txt"));
  add(finding("b.txt", "garble.cut"));
  add(status("b.txt"));
  add(status("c.txt"));
  totals_.end_result();
  EXPECT_EQ(json()["documents"], 3);
  EXPECT_EQ(json()["findings"], 3);
  EXPECT_EQ(json()["rules"]["spelling.context"]["findings"], 2);
  EXPECT_EQ(json()["rules"]["spelling.context"]["documents"], 1);
  EXPECT_EQ(json()["folders"]["."]["documents"], 2);
  EXPECT_EQ(json()["folders"]["báo/2024/05"]["findings"], 2);
  EXPECT_EQ(json()["months"]["2024-05"]["documents"], 1);
  EXPECT_FALSE(totals_.was_last_without_status());
}

TEST_F(TotalsTest, NameTheWorst) {
  for (int i = 1; i <= 3; ++i) {
    const std::string file = std::to_string(i) + ".txt";
    for (int k = 0; k < i; ++k) add(finding(file, "garble.cut"));
    add(status(file));
  }
  ASSERT_EQ(json()["worst"].size(), 2U) << "as many as were asked for";
  EXPECT_EQ(json()["worst"][0]["file"], "3.txt");
  EXPECT_EQ(json()["worst"][1]["findings"], 2);
}

TEST_F(TotalsTest, ADocumentCountsOnce) {
  add(finding("a.txt", "garble.cut"));
  add(status("a.txt"));
  totals_.end_result();
  add(finding("a.txt", "garble.cut"));
  add(status("a.txt"));
  totals_.end_result();
  EXPECT_EQ(totals_.twice(), 1U);
  EXPECT_EQ(json()["documents"], 1);
  EXPECT_EQ(json()["findings"], 1);
}

TEST_F(TotalsTest, WhatWasBrokenOffIsToldAndNotCounted) {
  add(finding("a.txt", "garble.cut"));
  totals_.end_result();
  EXPECT_TRUE(totals_.was_last_without_status());
  EXPECT_EQ(json()["findings"], 0);
  add(status("b.txt", "failed", "b.txt: hỏng"));
  EXPECT_EQ(json()["failed"], 1);
  EXPECT_NE(totals_.text(Language::vi).find("b.txt: hỏng"), std::string::npos);
}

TEST_F(TotalsTest, MissingShardsAreTold) {
  add("{\"shard\":\"1/3\"}");
  totals_.end_result();
  add("{\"shard\":\"3/3\"}");
  totals_.end_result();
  EXPECT_EQ(totals_.missing_shards(), (std::vector<std::string>{"2/3"}));
}

TEST_F(TotalsTest, APartWithoutItsEndIsToldFromAWholeRun) {
  // What documents of one part of three are named.
  std::vector<std::string> part;
  for (int i = 0; part.size() < 5; ++i) {
    std::string name = std::to_string(i) + ".txt";
    if (text::checksum(name) % 3 == 1) part.push_back(std::move(name));
  }
  for (int i = 0; i < 20; ++i) add(status("whole" + std::to_string(i) + ".txt"));
  totals_.end_result();
  EXPECT_TRUE(totals_.open_shards().empty());
  add("{\"shard\":\"1/3\"}");
  totals_.end_result();
  for (const std::string& name : part) add(status(name));
  totals_.end_result();
  totals_.end_result();  // nothing was begun in it
  EXPECT_EQ(totals_.open_shards(), (std::vector<std::size_t>{2, 3}));
}

TEST_F(TotalsTest, WhatIsNoResultIsRefused) {
  for (const char* line :
       {"", "x", "[]", "{}", "{\"shard\":\"4/3\"}", "{\"shard\":\"0/3\"}", "{\"file\":\"a\"}", "{\"file\":"})
    EXPECT_FALSE(totals_.add(line)) << line;
  EXPECT_EQ(json()["documents"], 0);
}

TEST_F(TotalsTest, NamesAreEscapedInThePage) {
  add(finding("<b>&.txt", "garble.cut"));
  add(status("<b>&.txt"));
  const std::string page = totals_.html(Language::en);
  EXPECT_EQ(page.find("<b>&.txt"), std::string::npos);
  EXPECT_NE(page.find("&lt;b&gt;&amp;.txt"), std::string::npos);
  EXPECT_TRUE(page.ends_with("</html>\n"));
}

TEST(MonthOfPath, IsFoundInFoldersAndNames) {
  EXPECT_EQ(month_of_path("báo/2024/05/a.txt"), "2024-05");
  EXPECT_EQ(month_of_path("tin-2023-12-31.txt"), "2023-12");
  EXPECT_EQ(month_of_path("1999.01"), "1999-01");
  for (const char* path : {"", "a.txt", "2024/13/a", "2024/00/a", "12024/05", "2024/055", "2024x05", "1899/05"})
    EXPECT_EQ(month_of_path(path), "") << path;
}

}  // namespace
}  // namespace soat::report
