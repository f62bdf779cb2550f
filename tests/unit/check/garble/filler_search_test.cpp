#include "check/garble/filler_search.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "unit/check/garble/garble_parts.h"

namespace soat::check::garble {
namespace {

constexpr std::u16string_view broken = u"Trung tâm y cúng dự phòng khuyến cáo người dân.";

bool has(const Fillers& found, std::u16string_view word) {
  return std::ranges::any_of(found.fillers,
                             [&](const Filler& one) { return one.size == 1 && one.words[0] == word_of(word); });
}

Window window(std::size_t start, std::size_t size) {
  Window made;
  made.start = start;
  made.size = size;
  made.search = true;
  made.thorough = true;
  return made;
}

TEST(FillerSearch, FindsWhatFitsOnBothSides) {
  ReadSentence read(broken);
  FillerSearch search = shipped_filler_search();
  const Fillers& found = search.find(read.sentence, window(3, 1));
  EXPECT_TRUE(has(found, u"tế"));
  EXPECT_FALSE(has(found, u"cúng"));  // what stands there
  EXPECT_GT(found.known_between, 0U);
  for (const Filler& one : found.fillers) EXPECT_LE(one.reading.left, 0);
}

TEST(FillerSearch, NothingIsLookedForWhereNothingIsAskedFor) {
  ReadSentence read(broken);
  FillerSearch search = shipped_filler_search();
  Window none;
  none.start = 3;
  none.size = 1;
  EXPECT_TRUE(search.find(read.sentence, none).fillers.empty());
}

TEST(FillerSearch, NothingMayBeRight) {
  ReadSentence read(u"Cơ quan lại chức năng phối hợp.");
  FillerSearch search = shipped_filler_search();
  Window left_out;
  left_out.start = 2;
  left_out.size = 1;
  left_out.leave_out = true;
  const Fillers& found = search.find(read.sentence, left_out);
  ASSERT_EQ(found.fillers.size(), 1U);
  EXPECT_EQ(found.fillers[0].size, 0U);
}

TEST(FillerSearch, EqualWindowsGiveTheSameAgain) {
  ReadSentence read(broken);
  FillerSearch search = shipped_filler_search();
  const Fillers first = search.find(read.sentence, window(3, 1));
  search.find(read.sentence, window(5, 1));
  const Fillers& again = search.find(read.sentence, window(3, 1));
  ASSERT_EQ(again.fillers.size(), first.fillers.size());
  for (std::size_t i = 0; i < first.fillers.size(); ++i) {
    EXPECT_EQ(again.fillers[i].words, first.fillers[i].words);
    EXPECT_EQ(again.fillers[i].reading.total, first.fillers[i].reading.total);
  }
}

TEST(FillerSearch, TheEdgesOfASentenceAreNoTrouble) {
  ReadSentence read(u"Y cúng");
  FillerSearch search = shipped_filler_search();
  for (std::size_t start = 0; start < 2; ++start) search.find(read.sentence, window(start, 1));
  search.find(read.sentence, window(0, 2));
}

}  // namespace
}  // namespace soat::check::garble
