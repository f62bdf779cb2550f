#include "document/revision.h"

#include <gtest/gtest.h>

#include "archive_builder.h"
#include "document/archive.h"
#include "expect.h"
#include "text/error.h"
#include "unit/document/revised.h"

namespace soat::document {
namespace {

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
