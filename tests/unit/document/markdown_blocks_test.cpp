#include "document/markdown_blocks.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "text/utf.h"

namespace soat::document::markdown {
namespace {

std::vector<Line> lines_of(std::u16string_view text) {
  std::vector<Line> lines;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find(u'\n', start), text.size());
    lines.emplace_back().text = text.substr(start, end - start);
    start = end + 1;
  }
  return lines;
}

// Of each line what is read of it; "-" for one that is not.
std::string read(std::u16string_view text) {
  std::vector<Line> lines = lines_of(text);
  read_blocks(lines);
  std::string out;
  for (const Line& line : lines) {
    std::u16string shown(line.text);
    for (auto hidden = line.hidden.rbegin(); hidden != line.hidden.rend(); ++hidden)
      shown.replace(hidden->start, hidden->end - hidden->start, hidden->shown);
    out +=
        (&line == &lines.front() ? "" : "|") +
        (line.is_hidden ? "-" : text::to_utf8(std::u16string_view(shown).substr(std::min(line.content, shown.size()))));
  }
  return out;
}

TEST(MarkdownBlocks, MarksOfQuotationsAndListsAreNotRead) {
  EXPECT_EQ(read(u"> một\n- hai\n12. ba\n# bốn"), "một|hai|ba|# bốn");
}

TEST(MarkdownBlocks, CodeIsNotRead) {
  EXPECT_EQ(read(u"một\n```sh\nls\n```\nhai"), "một||-|-|hai");
  EXPECT_NE(read(u"một\n\n    ls -l\n\nhai").find("|-|"), std::string::npos) << "indented";
}

TEST(MarkdownBlocks, AFenceThatNeverEndsIsToldByItsLine) {
  std::vector<Line> lines = lines_of(u"một\n\n~~~\nhai");
  EXPECT_EQ(read_blocks(lines).open_fence, 3U);
  lines = lines_of(u"~~~\nhai\n~~~");
  EXPECT_EQ(read_blocks(lines).open_fence, 0U);
}

TEST(MarkdownBlocks, LinesOfOneParagraphBelongTogether) {
  std::vector<Line> lines = lines_of(u"một\nhai\n\nba");
  read_blocks(lines);
  EXPECT_EQ(lines[0].paragraph, lines[1].paragraph);
  EXPECT_NE(lines[1].paragraph, lines[3].paragraph);
}

TEST(MarkdownBlocks, LabelsOfReferencesAreKnownInSmallLetters) {
  std::vector<Line> lines = lines_of(u"xem [Đây]\n\n[Đây]: https://example.com");
  EXPECT_EQ(read_blocks(lines).labels, (std::unordered_set<std::u16string>{u"đây"}));
  EXPECT_EQ(read(u"xem\n\n[Đây]: https://example.com"), "xem||");
}

TEST(MarkdownBlocks, OfNothingAreNone) {
  std::vector<Line> none;
  EXPECT_EQ(read_blocks(none).open_fence, 0U);
  EXPECT_EQ(read(u""), "");
}

}  // namespace
}  // namespace soat::document::markdown
