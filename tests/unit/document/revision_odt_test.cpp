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

// The content of a document with what was done.
std::string marked_up(const std::string& body, const std::vector<Change>& changes, RevisionKind kind,
                      std::size_t made = 1) {
  const std::string bytes = make_odt(body);
  RevisionOptions options;
  options.kind = kind;
  options.author = "Người soát";
  options.date = "2024-05-06T07:08:09";
  const Document document = parse(bytes, "a.odt", Format::odt);
  const Revision revision = revise(bytes, "a.odt", Format::odt, document, changes, options);
  EXPECT_EQ(revision.count, made);
  std::string xml;
  Archive(revision.bytes, "a.odt").read("content.xml", 1 << 20, [&](std::string_view piece) { xml += piece; });
  return xml;
}

TEST(RevisionOdt, ATrackedChangeKeepsWhatStoodThere) {
  const std::string xml = marked_up("<text:p>abc def</text:p>", {{0, 4, 7, u"xyz", {}}}, RevisionKind::tracked);
  EXPECT_NE(xml.find("<text:tracked-changes"), std::string::npos) << xml;
  EXPECT_NE(xml.find("def"), std::string::npos) << "what was deleted";
  EXPECT_NE(xml.find("xyz"), std::string::npos) << "what was put in";
  EXPECT_NE(xml.find("Người soát"), std::string::npos);
  EXPECT_NE(xml.find("2024-05-06T07:08:09"), std::string::npos);
  EXPECT_LT(xml.find("<text:tracked-changes"), xml.find("<text:p")) << "changes stand before the text";
}

TEST(RevisionOdt, AFieldHoldsNothingButText) {
  const std::string body = "<text:p>abc <text:text-input text:description=\"\">def</text:text-input> ghi</text:p>";
  for (const RevisionKind kind : {RevisionKind::tracked, RevisionKind::comment}) {
    const std::string xml = marked_up(body, {{0, 4, 7, u"xyz", u"vì"}}, kind, 0);
    EXPECT_NE(xml.find("<text:text-input text:description=\"\">def</text:text-input>"), std::string::npos) << xml;
    EXPECT_NE(marked_up(body, {{0, 8, 11, u"xyz", u"vì"}}, kind).find("ghi"), std::string::npos);
  }
}

TEST(RevisionOdt, ACommentLeavesTheText) {
  const std::string xml =
      marked_up("<text:p>abc def</text:p>", {{0, 4, 7, u"xyz", u"vì < thế"}}, RevisionKind::comment);
  EXPECT_NE(xml.find("<office:annotation"), std::string::npos) << xml;
  EXPECT_NE(xml.find("vì &lt; thế"), std::string::npos) << xml;
  EXPECT_EQ(xml.find("xyz"), std::string::npos);
  EXPECT_NE(xml.find("def"), std::string::npos);
}

TEST(RevisionOdt, SeveralChangesHaveMarksOfTheirOwn) {
  const std::string xml = marked_up("<text:p>abc</text:p><text:p>def</text:p>",
                                    {{0, 0, 3, u"x", {}}, {1, 0, 3, u"y", {}}}, RevisionKind::tracked, 2);
  EXPECT_NE(xml.find("abc"), std::string::npos);
  EXPECT_NE(xml.find("def"), std::string::npos);
}

TEST(RevisionOdt, NumbersOfMarksAreNew) {
  EXPECT_EQ(free_number_odt("<a/>"), free_number_odt(""));
}

}  // namespace
}  // namespace soat::document
