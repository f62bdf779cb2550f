#include "document/pdf_text.h"

#include "expect.h"

namespace soat::document {
namespace {

TEST(PdfText, LinesAreJoinedToParagraphs) {
  EXPECT_EQ(
      texts(document_of_pages(u"Hà Nội là thủ đô của nước Cộng hòa xã hội chủ\nnghĩa Việt Nam. Thành phố nằm bên\n"
                              u"sông Hồng.\nMột đoạn khác.\n\n  Đoạn   thứ ba\ncòn tiếp.\n")),
      (Texts{u"Hà Nội là thủ đô của nước Cộng hòa xã hội chủ nghĩa Việt Nam. Thành phố nằm bên sông Hồng.",
             u"Một đoạn khác.", u"Đoạn   thứ ba còn tiếp."}));
}

TEST(PdfText, PointsOfAListStandByThemselves) {
  EXPECT_EQ(
      texts(document_of_pages(u"Gồm có:\n- cà phê,\n- chè và\nhồ tiêu;\na) nước;\n12. Điều kiện\nĐiều 7. Phạm vi\n")),
      (Texts{u"Gồm có:", u"- cà phê,", u"- chè và hồ tiêu;", u"a) nước;", u"12. Điều kiện", u"Điều 7. Phạm vi"}));
}

TEST(PdfText, HyphenThatPartsAWordGoes) {
  EXPECT_EQ(
      texts(document_of_pages(
          u"phần mềm infor-\nmation\n\nmột vô-lăng ra-đi-\nô\n\nJean-\nPaul\n\nnăm 1990-\n1995\n\nso\u00AD\nát\n")),
      (Texts{u"phần mềm information", u"một vô-lăng ra-đi-ô", u"Jean-Paul", u"năm 1990- 1995", u"soát"}));
}

TEST(PdfText, SentencesGoOnOverPagesAndNumbersOfPagesAreNoText) {
  const Document document = document_of_pages(
      u"1\n\nĐoạn đầu chưa\n\n– 1 –\n\fhết ở trang này.\n\nĐoạn sau.\n\nTrang 2\n\f\fTrang bốn 4\n3/40\n");
  EXPECT_EQ(texts(document), (Texts{u"Đoạn đầu chưa hết ở trang này.", u"Đoạn sau.", u"Trang bốn 4"}));
  std::vector<std::uint32_t> pages;
  for (const text::DocumentPlace& place : document.places()) pages.push_back(place.page);
  EXPECT_EQ(pages, (std::vector<std::uint32_t>{1, 2, 4}));
}

TEST(PdfText, NothingIsNothing) {
  EXPECT_EQ(document_of_pages(u"").size(), 0u);
  EXPECT_EQ(document_of_pages(u"\f\n\n\f 7 \n").size(), 0u);
}

}  // namespace
}  // namespace soat::document
