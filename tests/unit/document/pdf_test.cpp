#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "archive_builder.h"
#include "document/reader.h"
#include "expect.h"
#include "other_programs.h"

namespace soat::document {
namespace {

class Pdf : public OtherPrograms {};

TEST_F(Pdf, IsReadByPdftotext) {
  put_program("pdftotext", "for last; do :; done; printf 'Trang m\\303\\264\\nt\\n\\f' > \"$last\"");
  EXPECT_EQ(texts(parse("%PDF-1.7", "-", std::nullopt)), Texts{u"Trang mô t"});
  put_program("pdftotext", "for last; do :; done; printf '\\f' > \"$last\"");
  const Document scan = parse("%PDF-1.7", "a.pdf", Format::pdf);
  EXPECT_EQ(scan.size(), 0u);
  EXPECT_EQ(scan.warnings().size(), 1u);
}

TEST_F(Pdf, ThatPdftotextCannotReadIsAFault) {
  put_program("pdftotext", "exit 1");
  EXPECT_NE(fault([] { parse("%PDF-1.7", "bài.pdf", Format::pdf); }).find("bài.pdf"), std::string::npos);
}

}  // namespace
}  // namespace soat::document
