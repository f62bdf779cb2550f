#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "archive_builder.h"
#include "document/archive.h"
#include "document/revision.h"
#include "document/revision_parts.h"
#include "expect.h"

namespace soat::document {
namespace {

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

TEST(RevisionDocx, TrackedChangesLeaveNoRunWithoutText) {
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

TEST(RevisionDocx, WhatIsPutIntoAnothersInsertionIsNotTheirs) {
  const std::string text = "<w:p><w:ins w:id=\"3\" w:author=\"An\"><w:r><w:t>abc def ghi</w:t></w:r></w:ins></w:p>";
  const std::string xml = marked_up(text, {{0, 4, 7, u"xyz", {}}}, RevisionKind::tracked);
  const auto insertion = [&](std::size_t from) { return xml.find("<w:ins ", from); };
  const std::size_t first = insertion(0);
  const std::size_t ours = insertion(first + 1);
  const std::size_t last = insertion(ours + 1);
  ASSERT_NE(last, std::string::npos) << xml;
  EXPECT_LT(xml.find("<w:delText"), xml.find("</w:ins>")) << xml;  // a part of theirs is deleted
  EXPECT_NE(xml.substr(first, ours - first).find("An"), std::string::npos) << xml;
  EXPECT_EQ(xml.substr(ours, last - ours).find("An"), std::string::npos) << xml;
  EXPECT_NE(xml.substr(ours, last - ours).find("xyz"), std::string::npos) << xml;
  EXPECT_NE(xml.substr(last).find("w:author=\"An\""), std::string::npos) << xml;
  EXPECT_EQ(xml.find("w:id=\"3\""), xml.rfind("w:id=\"3\"")) << xml;
}

TEST(RevisionDocx, WhatElseIsInARunStays) {
  const std::string text = "<w:p><w:r><w:tab/><w:t>abc</w:t><w:br/></w:r></w:p>";
  const std::string xml = marked_up(text, {{0, 1, 4, u"xyz", {}}}, RevisionKind::tracked);
  EXPECT_NE(xml.find("<w:tab/>"), std::string::npos) << xml;
  EXPECT_NE(xml.find("<w:br/>"), std::string::npos) << xml;
}

TEST(RevisionDocx, CommentsNeedThePartThatTellsWhatPartsAre) {
  const std::string bytes = make_docx("<w:p><w:r><w:t>abc def</w:t></w:r></w:p>");
  const Document document = parse(bytes, "a.docx", Format::docx);
  const std::vector<Change> changes = {{0, 4, 7, u"xyz", u"vì thế"}};
  RevisionOptions options;
  options.kind = RevisionKind::comment;
  EXPECT_NE(
      fault([&] { revise(bytes, "a.docx", Format::docx, document, changes, options); }).find("[Content_Types].xml"),
      std::string::npos);
}

TEST(RevisionDocx, NumbersOfMarksAreNew) {
  EXPECT_EQ(free_number_docx("<w:document/>"), free_number_docx(""));
  EXPECT_GT(free_number_docx("<w:ins w:id=\"41\"/><w:del w:id=\"7\"/>"), 41U);
}

}  // namespace
}  // namespace soat::document
