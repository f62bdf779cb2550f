#include "citation/exchange/tagged_entries.h"

#include <gtest/gtest.h>

#include "texts/texts.h"

namespace soat::citation {
namespace {

TEST(TaggedEntries, GivesLinesWithTheirNumbers) {
  TaggedEntries entries("một\r\nhai\rba\n\nnăm", "a", nullptr);
  std::string all;
  while (entries.next()) all += std::to_string(entries.number()) + std::string(entries.line()) + " ";
  EXPECT_EQ(all, "1một 2hai 3ba 4 5năm ");
  EXPECT_FALSE(entries.next());
}

TEST(TaggedEntries, AnEntryBecomesAnItem) {
  TaggedEntries entries("x", "a", nullptr);
  EXPECT_FALSE(entries.is_open());
  entries.end_entry();  // of none
  entries.entry().add("TY", "BOOK");
  entries.entry().add("TI", "Đò");
  EXPECT_TRUE(entries.is_open());
  entries.end_entry();
  EXPECT_FALSE(entries.is_open());
  entries.entry().add("TY", "BOOK");
  entries.entry().add("TI", "Bến");  // ended by the file
  const nlohmann::json items = entries.finish(Error("không có"));
  ASSERT_EQ(items.size(), 2U);
  EXPECT_EQ(items[1]["title"], "Bến");
  EXPECT_NE(items[0]["id"], items[1]["id"]);
}

TEST(TaggedEntries, ATypeAloneIsTold) {
  Remarks remarks;
  TaggedEntries entries("x", "a.ris", &remarks);
  entries.entry().add("TY", "BOOK");
  entries.entry().line = 4;
  EXPECT_TRUE(entries.finish(Error("không có")).empty());
  ASSERT_EQ(remarks.size(), 1U);
  EXPECT_TRUE(remarks[0].lost);
  EXPECT_TRUE(remarks[0].text.utf8(text::Language::en).starts_with("a.ris:4: "));
}

TEST(TaggedEntries, ATextOfWhichNothingCameIsAnError) {
  EXPECT_THROW(TaggedEntries("gì đó", "a", nullptr).finish(Error("không có")), Error);
  EXPECT_EQ(TaggedEntries("", "a", nullptr).finish(Error("không có")), nlohmann::json::array());
  EXPECT_EQ(TaggedEntries(" \n", "a", nullptr).finish(Error("không có")), nlohmann::json::array());
  Remarks remarks;
  TaggedEntries told("gì đó", "a", &remarks);
  told.next();
  told.lose(texts::remark_no_type);
  EXPECT_EQ(told.finish(Error("không có")), nlohmann::json::array());
}

}  // namespace
}  // namespace soat::citation
