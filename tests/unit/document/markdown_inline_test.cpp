#include "document/markdown_inline.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "text/utf.h"

namespace soat::document::markdown {
namespace {

// What is read of lines that make one block; U+FFFC is written as *.
std::string read(std::u16string_view text, const std::unordered_set<std::u16string>& labels = {}) {
  std::vector<Line> lines;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find(u'\n', start), text.size());
    lines.emplace_back().text = text.substr(start, end - start);
    start = end + 1;
  }
  read_block(lines, 0, lines.size(), labels);
  std::u16string out;
  for (const Line& line : lines) {
    std::size_t at = 0;
    if (&line != &lines.front()) out += u'|';
    for (const Hidden& hidden : line.hidden) {
      EXPECT_LE(at, hidden.start) << "in order, not overlapping";
      out += line.text.substr(at, hidden.start - at);
      out += hidden.shown;
      at = hidden.end;
    }
    out += line.text.substr(at);
  }
  std::ranges::replace(out, u'\uFFFC', u'*');
  return text::to_utf8(out);
}

TEST(MarkdownInline, CodeIsAPlaceholder) {
  EXPECT_EQ(read(u"gõ `ls -l` nhé"), "gõ * nhé");
  EXPECT_EQ(read(u"gõ ``a ` b`` nhé"), "gõ * nhé");
  EXPECT_EQ(read(u"một ` hai"), "một ` hai") << "without its end it is a letter";
}

TEST(MarkdownInline, OfALinkTheTextIsRead) {
  EXPECT_EQ(read(u"xem [trang này](https://example.com \"tên\") nhé"), "xem [trang này] nhé");
  EXPECT_EQ(read(u"xem [trang này][Đây] nhé", {u"đây"}), "xem [trang này] nhé") << "whatever its case";
  EXPECT_EQ(read(u"xem [trang này][kia] nhé", {u"đây"}), "xem [trang này][kia] nhé") << "nothing has that label";
}

TEST(MarkdownInline, TagsAndEntitiesAreNotRead) {
  EXPECT_EQ(read(u"một<br>hai").find("<"), std::string::npos);
  EXPECT_EQ(read(u"một &amp; hai").find("amp"), std::string::npos);
}

TEST(MarkdownInline, EscapedSignsAreLetters) {
  EXPECT_EQ(read(u"2 \\* 3").find("3"), read(u"2 \\* 3").size() - 1);
  EXPECT_EQ(read(u"không \\`mã\\` nhé").find("*"), std::string::npos);
}

TEST(MarkdownInline, ReachesOverTheLinesOfABlock) {
  EXPECT_EQ(read(u"gõ `ls\n-l` nhé"), "gõ *| nhé");
}

TEST(MarkdownInline, OfNothingNothingIsHidden) {
  std::vector<Line> none;
  read_block(none, 0, 0, {});
  EXPECT_EQ(read(u""), "");
}

}  // namespace
}  // namespace soat::document::markdown
