#include <gtest/gtest.h>

#include <span>
#include <string>
#include <vector>

#include "archive_builder.h"
#include "document/revision.h"
#include "expect.h"
#include "unit/document/revised.h"

namespace soat::document {
namespace {

TEST(RevisionDocx, ChangesTextOverRunsOfADocx) {
  const std::string bytes = make_docx("<w:p><w:r><w:t>ab</w:t></w:r><w:r><w:tab/><w:t>c&amp;d</w:t></w:r></w:p>");
  EXPECT_EQ(revised(bytes, "a.docx", Format::docx, {{0, 1, 2, u"xy", {}}, {0, 4, 6, u"<", {}}}), Texts{u"axy\tc<"});
}

TEST(RevisionDocx, LeavesWhatIsNoText) {
  const std::string bytes = make_docx("<w:p><w:r><w:t>ab</w:t><w:tab/><w:t>c</w:t></w:r></w:p>");
  const Document document = parse(bytes, "a.docx", Format::docx);
  const std::vector<Change> changes = {{0, 1, 4, u"x", {}}, {0, 0, 1, u"A", {}}};
  const Revision revision = revise(bytes, "a.docx", Format::docx, document, std::span(changes).first(1), {});
  EXPECT_EQ(revision.count, 0U);
  EXPECT_EQ(revision.bytes, bytes);
}

}  // namespace
}  // namespace soat::document
