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

// The markup of a document with what was done, dates left out.
std::string marked_up(const std::string& body, const std::vector<Change>& changes, RevisionKind kind) {
  const std::string bytes = make_docx(body);
  RevisionOptions options;
  options.kind = kind;
  const Document document = parse(bytes, "a.docx", Format::docx);
  const std::string out = revise(bytes, "a.docx", Format::docx, document, changes, options).bytes;
  std::string xml;
  Archive(out, "a.docx").read("word/document.xml", 1 << 20, [&](std::string_view piece) { xml += piece; });
  return xml;
}

TEST(Revision, TrackedChangesLeaveNoRunWithoutText) {
  const std::string text = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>abc def</w:t></w:r></w:p>";
  const std::string empty = "<w:t xml:space=\"preserve\"></w:t>";
  const std::vector<std::vector<Change>> all = {{{0, 0, 3, u"xyz", {}}},
                                                {{0, 4, 7, u"uvw", {}}},
                                                {{0, 0, 7, u"xyz uvw", {}}},
                                                {{0, 0, 3, u"xyz", {}}, {0, 4, 7, u"uvw", {}}},
                                                {{0, 4, 7, u"uvw", {}}, {0, 7, 7, u".", {}}}};
  for (const std::vector<Change>& changes : all) {
    const std::string xml = marked_up(text, changes, RevisionKind::tracked);
    EXPECT_EQ(xml.find(empty), std::string::npos) << xml;
    EXPECT_EQ(xml.find("<w:t></w:t>"), std::string::npos) << xml;
    EXPECT_NE(xml.find("<w:rPr><w:b/></w:rPr><w:delText"), std::string::npos) << xml;
  }
  EXPECT_NE(marked_up(text, all[0], RevisionKind::tracked).find("<w:p><w:del "), std::string::npos);
  EXPECT_NE(marked_up(text, all[1], RevisionKind::tracked).find("</w:ins></w:p>"), std::string::npos);
}

TEST(Revision, WhatElseIsInARunStays) {
  const std::string text = "<w:p><w:r><w:tab/><w:t>abc</w:t><w:br/></w:r></w:p>";
  const std::string xml = marked_up(text, {{0, 1, 4, u"xyz", {}}}, RevisionKind::tracked);
  EXPECT_NE(xml.find("<w:tab/>"), std::string::npos) << xml;
  EXPECT_NE(xml.find("<w:br/>"), std::string::npos) << xml;
}

}  // namespace
}  // namespace soat::document
