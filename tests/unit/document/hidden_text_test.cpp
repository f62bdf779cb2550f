#include "document/hidden_text.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace soat::document {
namespace {

using HiddenRanges = std::vector<std::pair<std::size_t, std::size_t>>;

HiddenRanges hidden_ranges(const std::vector<Hidden>& hidden) {
  HiddenRanges all;
  for (const Hidden& one : hidden) all.emplace_back(one.start, one.end);
  return all;
}

TEST(HiddenText, IsTakenApartByLines) {
  // "một\nhai\n\nba\n"
  const auto lines = by_line({{1, 2, u"x"}, {5, 11, u"y"}}, {0, 4, 8, 9, 12});
  ASSERT_EQ(lines.size(), 4u);
  EXPECT_EQ(hidden_ranges(lines[0]), (HiddenRanges{{1, 2}}));
  EXPECT_EQ(hidden_ranges(lines[1]), (HiddenRanges{{1, 3}}));
  EXPECT_EQ(lines[1][0].shown, u"y");
  EXPECT_EQ(hidden_ranges(lines[2]), HiddenRanges{}) << "of an empty line nothing can be hidden";
  EXPECT_EQ(hidden_ranges(lines[3]), (HiddenRanges{{0, 2}}));
  EXPECT_EQ(lines[3][0].shown, u"") << "what is shown stands in the first line";
}

TEST(HiddenText, OfNoLinesIsNone) {
  EXPECT_TRUE(by_line({}, {0}).empty());
  EXPECT_TRUE(by_line({}, {}).empty());
}

TEST(HiddenText, ALineIsReadWithoutIt) {
  Document document;
  append_line(u"một [hai] ba", {{4, 9, u"\uFFFC"}}, document);
  append_line(u"bốn", {}, document);
  append_line(u"", {}, document);
  EXPECT_EQ(document.paragraphs(), (std::vector<std::u16string_view>{u"một \uFFFC ba", u"bốn", u""}));
  EXPECT_EQ(document.originals(), (std::vector<std::u16string_view>{u"một [hai] ba", u"bốn", u""}));
  EXPECT_EQ(document.original_range(0, 6, 8), (std::pair<std::size_t, std::size_t>{10, 12}));
}

TEST(HiddenText, NotesAreForTheirLineOrTheNext) {
  std::vector<Note> notes;
  add_note(u"soat-ignore style", 3, false, notes);
  add_note(u"soat-ignore-file", 3, true, notes);
  add_note(u"nói về soat-ignore", 3, true, notes);
  ASSERT_EQ(notes.size(), 2U);
  EXPECT_EQ(notes[0].paragraph, 3U);
  EXPECT_EQ(notes[0].text, "soat-ignore style");
  EXPECT_EQ(notes[1].paragraph, 4U);
}

}  // namespace
}  // namespace soat::document
