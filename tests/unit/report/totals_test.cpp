#include "report/totals.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace soat::report {
namespace {

using nlohmann::json;

void add(Totals& totals, const std::string& file, int findings, bool checked = true) {
  for (int i = 0; i < findings; ++i)
    EXPECT_TRUE(totals.add(R"({"file":")" + file + R"(","rule":"spelling.typo","category":"spelling"})"));
  EXPECT_TRUE(totals.add(R"({"file":")" + file + R"(","status":")" +
                         (checked ? R"(checked"})" : R"(failed","error":"hỏng"})")));
}

TEST(Totals, CountDocumentsAndFindings) {
  Totals totals(2);
  add(totals, "2024/05/a.txt", 3);
  add(totals, "2024/05/b.txt", 0);
  add(totals, "c.txt", 1);
  add(totals, "d.txt", 0, false);
  totals.end_result();
  const json all = json::parse(totals.json());
  EXPECT_EQ(all["documents"], 4);
  EXPECT_EQ(all["failed"], 1);
  EXPECT_EQ(all["findings"], 4);
  EXPECT_EQ(all["rules"]["spelling.typo"], (json{{"documents", 2}, {"findings", 4}}));
  EXPECT_EQ(all["folders"]["2024/05"], (json{{"documents", 2}, {"findings", 3}}));
  EXPECT_EQ(all["folders"]["."]["documents"], 1);
  EXPECT_EQ(all["months"]["2024-05"]["findings"], 3);
  EXPECT_EQ(all["worst"][0]["file"], "2024/05/a.txt");
}

TEST(Totals, NameOnlyTheWorst) {
  Totals totals(2);
  for (int i = 1; i < 6; ++i) add(totals, std::to_string(i), i);
  const json worst = json::parse(totals.json())["worst"];
  ASSERT_EQ(worst.size(), 2U);
  EXPECT_EQ(worst[0]["file"], "5");
  EXPECT_EQ(worst[1]["file"], "4");
}

TEST(Totals, ADocumentCountsOnce) {
  Totals totals(9);
  add(totals, "a.txt", 2);
  totals.end_result();
  add(totals, "a.txt", 2);
  totals.end_result();
  EXPECT_EQ(json::parse(totals.json())["findings"], 2);
  EXPECT_EQ(totals.twice(), 1U);
}

TEST(Totals, WhatHasNoStatusIsNotCountedAndTold) {
  Totals totals(9);
  EXPECT_TRUE(totals.add(R"({"file":"a.txt","rule":"spelling.typo"})"));
  totals.end_result();
  EXPECT_TRUE(totals.was_last_without_status());
  EXPECT_EQ(json::parse(totals.json())["findings"], 0);
  EXPECT_TRUE(totals.add(R"({"file":"a.txt","rule":"spelling.typo"})"));
  add(totals, "b.txt", 1);  // another begins before the first has ended
  totals.end_result();
  EXPECT_TRUE(totals.was_last_without_status());
  add(totals, "c.txt", 1);
  totals.end_result();
  EXPECT_FALSE(totals.was_last_without_status());
  EXPECT_EQ(json::parse(totals.json())["findings"], 2);
}

TEST(Totals, RefuseWhatIsNoLineOfAResult) {
  Totals totals(9);
  for (const char* line : {"", "x", "[]", "{}", R"({"file":"a"})", R"({"rule":"x"})", R"({"shard":"0/3"})",
                           R"({"shard":"4/3"})", R"({"shard":"x"})", "{\"file\":"})
    EXPECT_FALSE(totals.add(line)) << line;
  EXPECT_TRUE(totals.add(R"({"id":7,"status":"checked"})"));
}

TEST(Totals, TellMissingShards) {
  Totals totals(9);
  EXPECT_FALSE(totals.has_shards());
  for (const char* shard : {"1/3", "3/3"}) {
    EXPECT_TRUE(totals.add(R"({"shard":")" + std::string(shard) + R"("})"));
    totals.end_result();
    EXPECT_TRUE(totals.was_last_a_shard());
  }
  EXPECT_EQ(totals.missing_shards(), std::vector<std::string>{"2/3"});
  totals.end_result();
  EXPECT_FALSE(totals.was_last_a_shard());
}

TEST(Totals, NamesDoNotDriveThePageOrTheTerminal) {
  Totals totals(9);
  add(totals, "<b>\\u001b[31m.txt", 1);
  EXPECT_EQ(totals.html(Language::vi).find("<b>"), std::string::npos);
  EXPECT_EQ(totals.text(Language::vi).find('\x1B'), std::string::npos);
}

TEST(MonthOfPath, IsAYearAndAMonth) {
  EXPECT_EQ(month_of_path("báo/2024/05/17.txt"), "2024-05");
  EXPECT_EQ(month_of_path("2024-12.txt"), "2024-12");
  EXPECT_EQ(month_of_path("x_1999.01"), "1999-01");
  for (const char* path : {"", "2024", "2024/13/1", "2024/00", "12024/05", "2024/050", "1824/05", "2024/5", "20240512"})
    EXPECT_EQ(month_of_path(path), "") << path;
}

}  // namespace
}  // namespace soat::report
