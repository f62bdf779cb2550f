#include <random>

#include "document/reader.h"
#include "expect.h"
#include "text/utf.h"
#include "unit/document/read_markdown.h"

namespace soat::document {
namespace {

TEST(Markdown, LinesAreParagraphs) {
  EXPECT_EQ(read_lines("# Đề\n\nmột\nhai  \n- ba\n"), (Texts{u"# Đề", u"", u"một", u"hai  ", u"- ba"}));
}

TEST(Markdown, OriginalsStandAsInTheFile) {
  const Document document = read_markdown("gõ `ls` rồi\n\n    mã");
  EXPECT_EQ(document.originals(), (std::vector<std::u16string_view>{u"gõ `ls` rồi", u"", u"    mã"}));
  EXPECT_EQ(document.original_range(0, 5, 8), (std::pair<std::size_t, std::size_t>(8, 11)));
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
