#include "document/archive.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "archive_builder.h"
#include "document/reader.h"
#include "expect.h"
#include "unit/document/read_docx.h"

namespace soat::document {
namespace {

TEST(Archive, SaysWhatElseAnArchiveIs) {
  const auto why = [](const std::vector<std::pair<std::string, std::string>>& parts, Format format) {
    return fault([&] { parse(make_archive(parts), "a", format); });
  };
  EXPECT_NE(why({{"content.xml", "<a/>"}}, Format::docx).find("OpenDocument text"), std::string::npos);
  EXPECT_NE(why({{"word/document.xml", "<a/>"}}, Format::odt).find("Word document"), std::string::npos);
  EXPECT_NE(why({{"xl/workbook.xml", "<a/>"}, {"_rels/.rels", "<a/>"}}, Format::docx).find("Excel"), std::string::npos);
  EXPECT_NE(why({{"EncryptedPackage", "x"}}, Format::docx).find("encrypted"), std::string::npos);
  EXPECT_NE(
      why({{"content.xml", "x"}, {"META-INF/manifest.xml", "<m:encryption-data/>"}}, Format::odt).find("encrypted"),
      std::string::npos);
  EXPECT_NE(why({{"word/document.xml", "<w/>"}}, Format::docx).find("not the text of a Word document"),
            std::string::npos);
  EXPECT_NE(fault([] { parse("", "a.docx", Format::docx); }).find("empty"), std::string::npos);
}

}  // namespace
}  // namespace soat::document
