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
  EXPECT_EQ(texts(Document::from_lines(u"một\r\nhai\rba\r")), (Texts{u"một", u"hai\rba\r"}));
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

}  // namespace
}  // namespace soat::document
