#include "document/revision.h"

#include <gtest/gtest.h>

#include "archive_builder.h"
#include "document/archive.h"
#include "expect.h"
#include "text/error.h"

namespace soat::document {
namespace {

const RevisionOptions as_change = {};

Texts revised(const std::string& bytes, const std::string& name, Format format, const std::vector<Change>& changes,
              const RevisionOptions& options = as_change) {
  const Document document = parse(bytes, name, format);
  return texts(parse(revise(bytes, name, format, document, changes, options).bytes, name, format));
}

TEST(Revision, ChangesTextOverRunsOfADocx) {
  const std::string bytes = make_docx("<w:p><w:r><w:t>ab</w:t></w:r><w:r><w:tab/><w:t>c&amp;d</w:t></w:r></w:p>");
  EXPECT_EQ(revised(bytes, "a.docx", Format::docx, {{0, 1, 2, u"xy", {}}, {0, 4, 6, u"<", {}}}), Texts{u"axy\tc<"});
}

TEST(Revision, LeavesWhatIsNoText) {
  const std::string bytes = make_docx("<w:p><w:r><w:t>ab</w:t><w:tab/><w:t>c</w:t></w:r></w:p>");
  const Document document = parse(bytes, "a.docx", Format::docx);
  const std::vector<Change> changes = {{0, 1, 4, u"x", {}}, {0, 0, 1, u"A", {}}};
  const Revision revision = revise(bytes, "a.docx", Format::docx, document, std::span(changes).first(1), {});
  EXPECT_EQ(revision.count, 0U);
  EXPECT_EQ(revision.bytes, bytes);
}

TEST(Revision, TakesOutABlankThatIsAnElement) {
  const std::string bytes = make_odt("<text:p>a <text:s/>b</text:p>");
  EXPECT_EQ(revised(bytes, "a.odt", Format::odt, {{0, 1, 3, u" ", {}}}), Texts{u"a b"});
}

TEST(Revision, KeepsEncodingAndLineEndsOfText) {
  const std::string utf16("\xFE\xFF\0a\0\r\0\n\0b", 10);
  const Document document = parse(utf16, "a.txt", Format::text);
  const std::vector<Change> changes = {{1, 0, 1, u"ạ", {}}};
  EXPECT_EQ(revise(utf16, "a.txt", Format::text, document, changes, {}).bytes,
            std::string("\xFE\xFF\0a\0\r\0\n\x1E\xA1", 10));
}

TEST(Revision, NothingIsChangedInsideCodeOfMarkdown) {
  EXPECT_EQ(revised("a `b` c\n", "a.md", Format::markdown, {{0, 0, 1, u"x", {}}}),
            texts(parse("x `b` c\n", "a.md", Format::markdown)));
}

TEST(Revision, CommentsNeedADocumentThatHasThem) {
  RevisionOptions comments;
  comments.kind = RevisionKind::comment;
  EXPECT_THROW(revised("a\n", "a.txt", Format::text, {{0, 0, 1, u"b", u"c"}}, comments), Error);
}

}  // namespace
}  // namespace soat::document
