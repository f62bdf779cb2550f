#include "citation/library/item_text.h"

#include <gtest/gtest.h>

#include <string>

#include "citation/library/attachments.h"
#include "unit/citation/library/library_test.h"

namespace soat::citation {
namespace {

using nlohmann::json;

TEST(ItemText, SummariesTellItemsApart) {
  EXPECT_EQ(summary(book("Đò ngang", "Lê", "Út", 1999)), "Lê Út (1999). Đò ngang");
  EXPECT_EQ(summary({{"type", "legislation"},
                     {"genre", "Nghị định"},
                     {"number", "30/2020/NĐ-CP"},
                     {"issued", {{"date-parts", {{2020, 3, 5}}}}},
                     {"authority", "Chính phủ"}}),
            "Nghị định 30/2020/NĐ-CP (05/3/2020). Chính phủ");
  EXPECT_EQ(summary({{"URL", "https://a.example"}}), "https://a.example");
}

TEST(ItemText, MatchesAsTheLibraryDoes) {
  const std::string words = searchable(book("Đò ngang sông Hậu", "Nguyễn", "Thị Ánh", 2003));
  for (const char* query : {"", "do ngang", "ĐÒ", "nguyen anh", "song 2003", "hau ngu"})
    EXPECT_TRUE(has_words(words, query)) << query;
  EXPECT_FALSE(has_words(words, "gang"));
  EXPECT_FALSE(has_words(words, "do cho"));
}

TEST(ItemText, EveryFieldCanBeFound) {
  json item = book("Đò ngang", "Lê", "Út", 1999);
  item["ISBN"] = "978-604-1-00000-1";
  item["URL"] = "https://vanban.example.vn/do-ngang?id=7";
  item["note"] = "mượn ở thư viện huyện";
  item["abstract"] = "Chuyện bến sông.";
  item["interviewer"] = json::array({{{"family", "Tô"}, {"given", "Ấm"}}});
  const std::string words = searchable(item);
  for (const char* query : {"9786041000001", "978-604-1", "thu vien huyen", "chuyen ben", "vanban.example", "to am",
                            "https://vanban.example.vn/do-ngang?id=7", "1999"})
    EXPECT_TRUE(has_words(words, query)) << query << " in " << words;
  EXPECT_FALSE(has_words(words, "book"));
}

// Of two with the same title, year and family name.
bool same(const json& one, const json& other) {
  return is_same_work(work_keys(one), work_keys(other));
}

TEST(ItemText, TitlesThatManyShareDoNotMakeOneWork) {
  json one = book("Lời nói đầu", "Nguyễn", "Văn An", 2011);
  json other = book("Lời nói đầu", "Nguyễn", "Thị Bình", 2011);
  EXPECT_FALSE(same(one, other));
  other = one;
  EXPECT_TRUE(same(one, other));
  one["container-title"] = "Tạp chí Sông 1";
  other["container-title"] = "Tạp chí Sông 11";
  EXPECT_FALSE(same(one, other));
  other["container-title"] = "Tạp chí Sông 1";
  one["issued"]["date-parts"][0] = {2011, 1};
  other["issued"]["date-parts"][0] = {2011, 2};
  EXPECT_FALSE(same(one, other));
  other["issued"]["date-parts"][0] = {2011, "01"};
  EXPECT_TRUE(same(one, other));
}

TEST(ItemText, MarksMakeAnotherTitleWhereBothHaveThem) {
  EXPECT_FALSE(same(book("Đạo làm người", "Lê", "A", 2003), book("Đào làm người", "Lê", "A", 2003)));
  EXPECT_FALSE(same(book("Sử", "Lê", "A", 2003), book("Sứ", "Lê", "A", 2003)));
  EXPECT_TRUE(same(book("Đạo làm người", "Lê", "A", 2003), book("Dao lam nguoi", "Le", "A", 2003)));
  EXPECT_TRUE(same(book("HÒA BÌNH", "Lê", "A", 2003), book("Hoà bình", "Lê", "A", 2003)));
}

TEST(ItemText, NamesMayBeWrittenInShort) {
  json one = book("Editorial", "Lee", "Anna Maria", 2011);
  json other = book("Editorial", "Lee", "A. M.", 2011);
  one["container-title"] = "Journal of Physics";
  other["container-title"] = "J. Phys.";
  EXPECT_TRUE(same(one, other));
  other["author"][0]["given"] = "Bob";
  EXPECT_FALSE(same(one, other));
  EXPECT_TRUE(same(book("Đò ngang", "Lê", "Văn Út", 1999), book("Đò ngang", "Lê", "Út", 1999)));
  other = one;
  other["container-title"] = "J. Chem.";
  EXPECT_FALSE(same(one, other));
}

TEST(ItemText, MergingFillsInAndOverwritesNothing) {
  json one = book("Đò ngang", "Lê", "Út", 1999);
  one["publisher"] = "";
  json other = book("Đò Ngang (tái bản)", "Lê", "Văn Út", 1999);
  other["issued"]["date-parts"][0] = {1999, 5};
  other["publisher"] = "Phù Sa";
  other["ISBN"] = "978-604-1-23456-7";
  set_files(one, {"/a.pdf", "/b.pdf"});
  set_files(other, {"/b.pdf", "/c.pdf"});
  const json both = merged(one, other);
  EXPECT_EQ(files_of(both), (std::vector<std::string>{"/a.pdf", "/b.pdf", "/c.pdf"}));
  EXPECT_EQ(both["title"], "Đò ngang");
  EXPECT_EQ(both["author"], one["author"]);
  EXPECT_EQ(both["publisher"], "Phù Sa");
  EXPECT_EQ(both["ISBN"], other["ISBN"]);
  EXPECT_EQ(both["issued"]["date-parts"], json::parse("[[1999,5]]"));
}

}  // namespace
}  // namespace soat::citation
