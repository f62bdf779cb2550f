#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "archive_builder.h"
#include "document/reader.h"
#include "expect.h"
#include "other_programs.h"

namespace soat::document {
namespace {

class OfficeFile : public OtherPrograms {};

TEST_F(OfficeFile, HasNoPlacesInTheFileThatTheOfficeMadeOfIt) {
  folder_.write("made.odt", make_odt("<text:p text:style-name=\"P\">Chữ</text:p>",
                                     "<style:style style:name=\"P\" style:family=\"paragraph\"><style:text-properties "
                                     "fo:language=\"en\"/></style:style>"));
  put_program("soffice",
              "for last; do :; done\nfolder=${last%/*}\n"
              "case \"$1\" in *[\\ á]*) exit 1;; esac\n"  // an address has no blanks
              "grep -q DisableMacros \"$folder/profile/user/registrymodifications.xcu\" || exit 1\n"
              "mkdir \"$folder/out\"; cp \"" +
                  (folder_ / "made.odt").string() + "\" \"$folder/out/document.odt\"");
  for (const char* bytes : {"\xD0\xCF\x11\xE0", "{\\rtf1}"}) {
    const Document document = parse(bytes, "a.doc", Format::doc);
    EXPECT_EQ(texts(document), Texts{u"Chữ"});
    EXPECT_TRUE(document.origins().empty() && document.parts().empty());
  }
  EXPECT_EQ(texts(parse(make_odt("<text:p>Odt</text:p>"), "a.doc", Format::doc)), Texts{u"Odt"});
  EXPECT_EQ(texts(parse("<html><p>Trang", "a.rtf", Format::rtf)), Texts{u"Trang"});
}

TEST_F(OfficeFile, ThatTheOfficeMakesNothingOfIsAFault) {
  put_program("soffice", "exit 0");
  EXPECT_NE(fault([] { parse("{\\rtf1}", "bài.rtf", Format::rtf); }).find("bài.rtf"), std::string::npos);
  EXPECT_TRUE(left_nothing());
}

}  // namespace
}  // namespace soat::document
