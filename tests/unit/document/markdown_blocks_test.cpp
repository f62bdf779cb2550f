#include "document/markdown_blocks.h"

#include <gtest/gtest.h>

#include <string>

#include "document/reader.h"
#include "expect.h"
#include "unit/document/read_markdown.h"

namespace soat::document {
namespace {

TEST(MarkdownBlocks, BlocksOfCodeAreNotRead) {
  EXPECT_EQ(read_lines("một\n```cpp\nint a;\n\n~~~\n```\nhai"), (Texts{u"một", u"", u"", u"", u"", u"", u"hai"}));
  EXPECT_EQ(read_lines("~~~~\nmã\n~~~\n~~~~~\nhai"), (Texts{u"", u"", u"", u"", u"hai"}));
  EXPECT_EQ(read_lines("một\n\n    mã\n\tmã\nhai\n    tiếp"), (Texts{u"một", u"", u"", u"", u"hai", u"    tiếp"}));
  EXPECT_EQ(read_lines("> ```\n> mã\nngoài"), (Texts{u"> ", u"", u"ngoài"}));
  EXPECT_EQ(read_lines("```a`b``` chữ"), Texts{u"\uFFFC chữ"});
}

TEST(MarkdownBlocks, TextOfListsIsNoCode) {
  EXPECT_EQ(read_lines("- một\n\n  hai\n\n      mã\n    - ba\n1. bốn\n\n   năm\n\n    sáu"),
            (Texts{u"- một", u"", u"  hai", u"", u"", u"    - ba", u"1. bốn", u"", u"   năm", u"", u"    sáu"}));
  EXPECT_EQ(read_lines("- [ ] làm\n- [x] xong"), (Texts{u"-  làm", u"-  xong"}));
}

TEST(MarkdownBlocks, FenceWithoutEndIsToldOf) {
  const Document document = read_markdown("một\n```\nhai\n");
  EXPECT_EQ(texts(document), (Texts{u"một", u"", u""}));
  ASSERT_EQ(document.warnings().size(), 1u);
  EXPECT_NE(document.warnings()[0].utf8(text::Language::en).find("a.md: line 2: "), std::string::npos);
}

TEST(MarkdownBlocks, FrontMatterIsNotRead) {
  EXPECT_EQ(read_lines("---\ntags: [a, b]\n---\nbài"), (Texts{u"", u"", u"", u"bài"}));
  EXPECT_EQ(read_lines("+++\na = 1\n+++\nbài"), (Texts{u"", u"", u"", u"bài"}));
  EXPECT_EQ(read_lines("---\nbài\n"), (Texts{u"---", u"bài"}));
}

TEST(MarkdownBlocks, TableRulesAreNotRead) {
  EXPECT_EQ(read_lines("| a | b |\n|---|:-:|\n| c | d |"), (Texts{u"| a | b |", u"", u"| c | d |"}));
}

}  // namespace
}  // namespace soat::document
