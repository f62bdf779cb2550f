#include "document/document.h"

#include "expect.h"

namespace soat::document {
namespace {

TEST(Document, ParagraphIsALine) {
  EXPECT_EQ(texts(Document::from_lines(u"một\nhai\n\nbốn")), (Texts{u"một", u"hai", u"", u"bốn"}));
}

TEST(Document, LineFeedAtTheEndStartsNoParagraph) {
  EXPECT_EQ(texts(Document::from_lines(u"một\n")), Texts{u"một"});
}

TEST(Document, CarriageReturnBelongsToTheLineEnd) {
  EXPECT_EQ(texts(Document::from_lines(u"một\r\nhai\r")), (Texts{u"một", u"hai"}));
}

TEST(Document, EmptyTextHasNoParagraph) {
  EXPECT_EQ(Document::from_lines(u"").size(), 0u);
}

TEST(Document, AppendedParagraphsComeInOrder) {
  Document document;
  document.append(u"một");
  document.append(u"");
  document.append(u"ba");
  EXPECT_EQ(texts(document), (Texts{u"một", u"", u"ba"}));
}

TEST(Document, LinesEndAsInOldAndNewFiles) {
  EXPECT_EQ(texts(Document::from_lines(u"một\rhai\r\rba")), (Texts{u"một", u"hai", u"", u"ba"}));
  EXPECT_EQ(texts(Document::from_lines(u"một\u0085hai\u2028ba\u2029\u2029bốn\n\r")),
            (Texts{u"một", u"hai", u"ba", u"", u"bốn", u""}));
  EXPECT_EQ(texts(Document::from_lines(u"trang\fhai\vba")), Texts{u"trang\fhai\vba"});
}

TEST(Document, NextLineInsideAMisreadLetterEndsNothing) {
  EXPECT_EQ(texts(Document::from_lines(u"Nguy\u00E1\u00BB\u0085n\u0085hai")),
            (Texts{u"Nguy\u00E1\u00BB\u0085n", u"hai"}));
  EXPECT_EQ(texts(Document::from_lines(u"\u0085\u0085")), (Texts{u"", u""}));
}

TEST(Document, RangesOfWhatIsReadLieInWhatStandsThere) {
  Document document;
  // "một `mã` hai": the code is read as one unit.
  document.append(u"một \uFFFC hai", u"một `mã` hai", {{0, 0, 4}, {5, 8, 4}});
  ASSERT_TRUE(document.has_originals());
  EXPECT_EQ(document.originals().at(0), u"một `mã` hai");
  using Range = std::pair<std::size_t, std::size_t>;
  EXPECT_EQ(document.original_range(0, 0, 3), Range(0, 3));
  EXPECT_EQ(document.original_range(0, 6, 9), Range(9, 12));
  EXPECT_EQ(document.original_range(0, 0, 9), Range(0, 12));
  EXPECT_EQ(document.original_range(0, 4, 5), Range(4, 8));
  EXPECT_EQ(document.original_range(0, 6, 6), Range(9, 9));
}

}  // namespace
}  // namespace soat::document
