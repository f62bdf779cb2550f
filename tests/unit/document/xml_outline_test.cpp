#include "document/xml_outline.h"

#include <gtest/gtest.h>

#include <string>

#include "text/error.h"

namespace soat::document {
namespace {

TEST(XmlOutline, CountsCharacterDataAsTheParserDoes) {
  const std::string bytes =
      "<?xml version=\"1.0\"?><a x='>'>ạ&amp;<!-- c --><b/>\r\n<c><![CDATA[<x>]]>&#x1EA1;z</c></a>\n";
  const XmlOutline found = outline(bytes, "a.xml");
  ASSERT_EQ(found.elements.size(), 3U);
  EXPECT_EQ(found.elements[2].name, "c");
  EXPECT_EQ(found.elements[2].parent, 0U);
  EXPECT_EQ(found.elements[1].end, found.elements[1].tag.end);
  ASSERT_EQ(found.texts.size(), 4U);
  EXPECT_EQ(found.texts[0].position, 0U);
  EXPECT_EQ(found.texts[1].position, 4U);  // ạ and &
  EXPECT_EQ(found.texts[2].position, 5U);  // a line end is one character
  EXPECT_TRUE(found.texts[2].is_cdata);
  EXPECT_EQ(found.texts[3].position, 8U);
  XmlCharacters at(bytes, found.texts[3]);
  EXPECT_EQ(bytes.substr(at.raw().start, at.raw().end - at.raw().start), "&#x1EA1;");
  at.next();
  EXPECT_EQ(at.position(), 11U);
}

TEST(XmlOutline, RefusesWhatIsNotUtf8OrNotWellFormed) {
  EXPECT_THROW(outline("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a/>", "a.xml"), Error);
  for (const char* bad : {"<a>", "</a>", "<a", "<a><!-- ", "<!DOCTYPE a><a/>"})
    EXPECT_THROW(outline(bad, "a.xml"), Error) << bad;
}

}  // namespace
}  // namespace soat::document
