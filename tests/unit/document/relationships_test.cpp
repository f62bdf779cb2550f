#include "document/relationships.h"

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

Document read_package(const std::vector<std::pair<std::string, std::string>>& parts) {
  return parse(make_archive(parts), "a.docx", Format::docx);
}

TEST(Relationships, MainPartIsTheOneThatTheRelationshipsName) {
  const std::string main = word("document", "<w:body>" + paragraph("bài") + "</w:body>");
  for (const auto& [target, part] :
       std::vector<std::pair<std::string, std::string>>{{"word/document2.xml", "word/document2.xml"},
                                                        {"/nội/bài.xml", "nội/bài.xml"},
                                                        {"./a/../b/c.xml", "b/c.xml"},
                                                        {"a%20b.xml", "a b.xml"},
                                                        {"Word/Document.xml", "word/document.xml"}}) {
    EXPECT_EQ(texts(read_package(
                  {{"_rels/.rels", relationships({{"styles", "x.xml"}, {"officeDocument", target}})}, {part, main}})),
              Texts{u"bài"})
        << target;
  }
}

TEST(Relationships, NotesAreThoseOfTheMainPart) {
  const auto document = read_package(
      {{"_rels/.rels", relationships({{"officeDocument", "doc/main.xml"}})},
       {"doc/main.xml", word("document", "<w:body>" + paragraph("bài") + "</w:body>")},
       {"doc/_rels/main.xml.rels", relationships({{"endnotes", "../notes/e.xml"}, {"footnotes", "/notes/f.xml"}})},
       {"notes/f.xml", word("footnotes", paragraph("chân"))},
       {"notes/e.xml", word("endnotes", paragraph("cuối"))},
       {"word/footnotes.xml", word("footnotes", paragraph("của ai"))}});
  EXPECT_EQ(texts(document), (Texts{u"bài", u"chân", u"cuối"}));
  EXPECT_TRUE(document.warnings().empty());
}

}  // namespace
}  // namespace soat::document
