#include "reference/word_lists.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>

#include "text/error.h"

namespace soat::reference {
namespace {

std::size_t body(BodyUse use, std::u16string_view name) {
  return first_words_of_bodies(use).at(words_of(name), 0, false).length;
}

TEST(WordLists, PutsTheRowsOfAListTogether) {
  const WordLists lists("test", "# comment\na\tmột|hai ba\nb\tbốn\na\tnăm\n");
  const Phrases& list = lists["a"];
  EXPECT_EQ(list.at(words_of(u"Hai Ba bốn"), 0, false).length, 2U);
  EXPECT_EQ(list.at(words_of(u"năm"), 0, false).index, 2U);
  EXPECT_EQ(list.at(words_of(u"hai ba"), 0, false).index, 1U);
  EXPECT_EQ(list.at(words_of(u"bốn"), 0, false).length, 0U);
  EXPECT_EQ(lists.keys("b"), std::set<std::u16string>{word_key(u"bốn")});
  EXPECT_THROW(lists["c"], std::out_of_range);
  EXPECT_THROW(WordLists("test", "a\n"), Error);
}

TEST(WordLists, TellsHeadingsOfSources) {
  EXPECT_EQ(WordLists::source_list()["heading"].at(words_of(u"TÀI LIỆU THAM KHẢO"), 0, false).length, 4U);
}

TEST(FirstWordsOfBodies, ServeSeveralPurposes) {
  EXPECT_EQ(body(BodyUse::issuer, u"Chủ tịch nước"), 2U);
  EXPECT_EQ(body(BodyUse::author, u"Chủ tịch nước"), 0U);
  EXPECT_EQ(body(BodyUse::name, u"Ban Chấp hành Trung ương"), 2U);
  EXPECT_EQ(body(BodyUse::name, u"Ban Văn Nam"), 0U);  // a person
}

TEST(FamilyNames, AreOfSeveralClasses) {
  const FamilyNames& names = FamilyNames::get();
  EXPECT_TRUE(names.all.contains(word_key(u"Xồng")));
  EXPECT_TRUE(names.unmarked.contains(u"nguyen"));
  EXPECT_FALSE(names.unmarked.contains(u"xong"));
  EXPECT_TRUE(names.only.contains(word_key(u"Huỳnh")));
  EXPECT_EQ(names.several_words.at(words_of(u"Tôn Thất Tùng"), 0, false).length, 2U);
  EXPECT_EQ(names.religious_titles.at(words_of(u"Thích Nhất Hạnh"), 0, false).length, 1U);
  for (const std::u16string& common : names.common) EXPECT_TRUE(names.all.contains(word_key(common)));
}

}  // namespace
}  // namespace soat::reference
