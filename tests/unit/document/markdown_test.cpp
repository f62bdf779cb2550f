#include <random>

#include "document/reader.h"
#include "expect.h"
#include "text/utf.h"

namespace soat::document {
namespace {

Document read_markdown(std::string_view text) {
  return parse(text, "a.md", Format::markdown);
}

Texts read_lines(std::string_view text) {
  return texts(read_markdown(text));
}

TEST(Markdown, LinesAreParagraphs) {
  EXPECT_EQ(read_lines("# Đề\n\nmột\nhai  \n- ba\n"), (Texts{u"# Đề", u"", u"một", u"hai  ", u"- ba"}));
}

TEST(Markdown, CodeSpansArePlaceholders) {
  EXPECT_EQ(read_lines("gõ `ls -l` rồi ``a`b`` và ` mở"), Texts{u"gõ \uFFFC rồi \uFFFC và ` mở"});
  EXPECT_EQ(read_lines("đầu `mã\nmã` cuối"), (Texts{u"đầu \uFFFC", u" cuối"}));
  EXPECT_EQ(read_lines("đầu `mã\n\nmã` cuối"), (Texts{u"đầu `mã", u"", u"mã` cuối"}));
  EXPECT_EQ(read_lines("\\`không`"), Texts{u"\\`không`"});
}

TEST(Markdown, BlocksOfCodeAreNotRead) {
  EXPECT_EQ(read_lines("một\n```cpp\nint a;\n\n~~~\n```\nhai"), (Texts{u"một", u"", u"", u"", u"", u"", u"hai"}));
  EXPECT_EQ(read_lines("~~~~\nmã\n~~~\n~~~~~\nhai"), (Texts{u"", u"", u"", u"", u"hai"}));
  EXPECT_EQ(read_lines("một\n\n    mã\n\tmã\nhai\n    tiếp"), (Texts{u"một", u"", u"", u"", u"hai", u"    tiếp"}));
  EXPECT_EQ(read_lines("> ```\n> mã\nngoài"), (Texts{u"> ", u"", u"ngoài"}));
  EXPECT_EQ(read_lines("```a`b``` chữ"), Texts{u"\uFFFC chữ"});
}

TEST(Markdown, TextOfListsIsNoCode) {
  EXPECT_EQ(read_lines("- một\n\n  hai\n\n      mã\n    - ba\n1. bốn\n\n   năm\n\n    sáu"),
            (Texts{u"- một", u"", u"  hai", u"", u"", u"    - ba", u"1. bốn", u"", u"   năm", u"", u"    sáu"}));
  EXPECT_EQ(read_lines("- [ ] làm\n- [x] xong"), (Texts{u"-  làm", u"-  xong"}));
}

TEST(Markdown, FenceWithoutEndIsToldOf) {
  const Document document = read_markdown("một\n```\nhai\n");
  EXPECT_EQ(texts(document), (Texts{u"một", u"", u""}));
  ASSERT_EQ(document.warnings().size(), 1u);
  EXPECT_NE(document.warnings()[0].utf8(text::Language::en).find("a.md: line 2: "), std::string::npos);
}

TEST(Markdown, FrontMatterIsNotRead) {
  EXPECT_EQ(read_lines("---\ntags: [a, b]\n---\nbài"), (Texts{u"", u"", u"", u"bài"}));
  EXPECT_EQ(read_lines("+++\na = 1\n+++\nbài"), (Texts{u"", u"", u"", u"bài"}));
  EXPECT_EQ(read_lines("---\nbài\n"), (Texts{u"---", u"bài"}));
}

TEST(Markdown, TargetsOfLinksAreNotRead) {
  EXPECT_EQ(read_lines("xem [trang chủ](http://a.vn/b_(c) \"tên\") và ![ảnh](<a b.png>)."),
            Texts{u"xem [trang chủ] và [ảnh]."});
  EXPECT_EQ(read_lines("xem [đây][ĐÔNG] và [1][2]\n\n[đông]: http://a.vn 'x'"),
            (Texts{u"xem [đây] và [1][2]", u"", u""}));
  EXPECT_EQ(read_lines("chữ[^1]\n\n[^1]: ghi chú"), (Texts{u"chữ[^1]", u"", u" ghi chú"}));
  EXPECT_EQ(read_lines("[a](b c) [d](\n"), Texts{u"[a](b c) [d]("});
}

TEST(Markdown, TagsAndEntitiesAreNotRead) {
  EXPECT_EQ(read_lines("<b>t</b>ả <br/>một<!-- hai --> ba&nbsp;bốn &amp; 1 < 2 > 0 <http://a.vn>"),
            Texts{u"tả \nmột ba bốn \uFFFC 1 < 2 > 0 <http://a.vn>"});
  EXPECT_EQ(read_lines("<div class=\"a>b\"\nid=x>chữ <code>mã</code></div>"), (Texts{u"\n", u"chữ \uFFFC\n"}));
  EXPECT_EQ(read_lines("<script>\nvar a;\n\nb\n</script>\n<!-- x\n\ny -->\nchữ"),
            (Texts{u"", u"", u"", u"", u"", u"", u"", u"", u"chữ"}));
}

TEST(Markdown, TableRulesAreNotRead) {
  EXPECT_EQ(read_lines("| a | b |\n|---|:-:|\n| c | d |"), (Texts{u"| a | b |", u"", u"| c | d |"}));
}

TEST(Markdown, OriginalsStandAsInTheFile) {
  const Document document = read_markdown("gõ `ls` rồi\n\n    mã");
  EXPECT_EQ(document.originals(), (std::vector<std::u16string_view>{u"gõ `ls` rồi", u"", u"    mã"}));
  EXPECT_EQ(document.original_range(0, 5, 8), (std::pair<std::size_t, std::size_t>(8, 11)));
}

TEST(Markdown, NotesAreComments) {
  using Notes = std::vector<std::pair<std::size_t, std::string>>;
  const auto notes = [](std::string_view text) {
    Notes all;
    const Document document = read_markdown(text);
    for (const Note& note : document.notes()) all.emplace_back(note.paragraph, note.text);
    return all;
  };
  EXPECT_EQ(notes("một <!--soat-ignore style --> hai\n  <!-- soat-ignore -->\nba"),
            (Notes{{0, "soat-ignore style "}, {2, "soat-ignore "}}));
  EXPECT_EQ(notes("> - <!-- soat-ignore -->\n\n<!-- a --> <!-- soat-ignore-file -->"),
            (Notes{{1, "soat-ignore "}, {2, "soat-ignore-file "}}));
  EXPECT_EQ(notes("<!-- khác soat-ignore --> <!--> <!---> <!-- soat-ignore\n\nmột"), Notes{});
}

TEST(Markdown, CodeIsNoComment) {
  for (const std::string_view text :
       {"viết `<!-- soat-ignore-file -->` vào", "```\n<!-- soat-ignore-file -->\n```", "    <!-- soat-ignore-file -->",
        "-     <!-- soat-ignore-file -->", "<script>\n<!-- soat-ignore-file -->\n</script>",
        "\\<!-- soat-ignore-file -->", "---\na: <!-- soat-ignore-file -->\n---"})
    EXPECT_TRUE(read_markdown(text).notes().empty()) << text;
}

// Whatever stands in a file: as many paragraphs as lines, and each run that is read is what stands at its place.
TEST(Markdown, RunsAreWhatStandsThere) {
  constexpr std::string_view pieces[] = {"`",        "``",   "```",    "~~~",   "<b>",   "</b>", "<!--",   "-->",
                                         "[",        "](",   ")",      "\n",    "\n\n",  "    ", "- ",     "> ",
                                         "1. ",      "\\",   "&nbsp;", "---\n", "ễ",     "a b",  "<code>", "</code>",
                                         "[x]: y\n", "][x]", "\t",     "|-",    "<pre>", "\r"};
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::size_t i = 0, size = random() % 24; i < size; ++i) text += pieces[random() % std::size(pieces)];
    const Document document = read_markdown(text);
    const Texts plain = texts(Document::from_lines(text::to_utf16(text)));
    const auto originals = document.originals();
    ASSERT_EQ(Texts(originals.begin(), originals.end()), plain) << text;
    const Texts read = texts(document);
    for (std::size_t p = 0; p < read.size(); ++p) {
      for (std::size_t at = 0; at < read[p].size(); ++at) {
        const auto [start, end] = document.original_range(p, at, at + 1);
        ASSERT_LE(end, originals[p].size()) << text;
        ASSERT_LE(start, end) << text;
        if (end - start == 1 && read[p][at] != u'\uFFFC' && read[p][at] != u'\n') {
          ASSERT_EQ(originals[p][start], read[p][at]) << text;
        }
      }
    }
  }
}

}  // namespace
}  // namespace soat::document
