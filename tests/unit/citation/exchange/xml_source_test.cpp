#include "citation/exchange/xml_source.h"

#include <gtest/gtest.h>

#include "text/error.h"

namespace soat::citation {
namespace {

std::string fault(std::string_view bytes) {
  try {
    parse_xml(bytes, "a.xml");
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

TEST(XmlSource, ElementsAreFoundWhateverTheirPrefix) {
  const XmlSource tree = parse_xml("<r xmlns:z='u'> x <z:a b=' 1  2 '>một\n  <i>hai</i></z:a><a/></r>", "a.xml");
  const xmlNode* const root = xmlDocGetRootElement(tree.get());
  const xmlNode* const a = child_of(root, "a");
  ASSERT_NE(a, nullptr);
  EXPECT_TRUE(is_named(a, "a"));
  EXPECT_EQ(text_in(a), "một hai");
  EXPECT_EQ(attribute_of(a, "b"), "1 2");
  EXPECT_EQ(attribute_of(a, "c"), "");
  EXPECT_EQ(child_of(root, "b"), nullptr);
  EXPECT_EQ(element_from(root->children), a);
}

TEST(XmlSource, NothingIsAskedOfNothing) {
  EXPECT_EQ(child_of(nullptr, "a"), nullptr);
  EXPECT_EQ(element_from(nullptr), nullptr);
  EXPECT_FALSE(is_named(nullptr, "a"));
  EXPECT_EQ(text_in(nullptr), "");
  EXPECT_EQ(attribute_of(nullptr, "a"), "");
}

TEST(XmlSource, DamageIsToldWithItsLine) {
  EXPECT_NE(fault("<r>\n<a></r>").find("line 2"), std::string::npos) << fault("<r>\n<a></r>");
  EXPECT_NE(fault(""), "");
  EXPECT_NE(fault("<!DOCTYPE r [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><r>&a;</r>"), "");
}

}  // namespace
}  // namespace soat::citation
