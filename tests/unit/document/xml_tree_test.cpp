#include "document/xml_tree.h"

#include "expect.h"

namespace soat::document {
namespace {

constexpr std::string_view uri = "http://sông.example";
constexpr std::string_view sample =
    "<r xmlns:s='http://sông.example'><s:p s:a='1' a='2'>một</s:p><p><q>hai &amp; ba</q></p></r>";

TEST(XmlTree, NamesWithTheirNamespaces) {
  const Tree tree = parse_tree(sample, "a.xml");
  xmlNode* const root = xmlDocGetRootElement(tree.get());
  xmlNode* const first = root->children;
  EXPECT_TRUE(is_element(root, "", "r"));
  EXPECT_TRUE(is_element(first, uri, "p"));
  EXPECT_FALSE(is_element(first, "", "p"));
  EXPECT_FALSE(is_element(first->children, uri, "p"));  // text
  EXPECT_EQ(local_name(first), "p");
  EXPECT_EQ(namespace_of(first), uri);
  EXPECT_EQ(namespace_of(first->children), "");
  EXPECT_EQ(attribute(first, uri, "a"), "1");
  EXPECT_EQ(attribute(first, "", "a"), "2");
  EXPECT_EQ(attribute(first, "", "b"), "");
}

TEST(XmlTree, WalkEntersWhatItMay) {
  const Tree tree = parse_tree(sample, "a.xml");
  std::string seen;
  walk(xmlDocGetRootElement(tree.get()), [&](xmlNode* node) {
    if (node->type != XML_ELEMENT_NODE) return false;
    seen += local_name(node);
    return !is_element(node, "", "p");
  });
  EXPECT_EQ(seen, "rpp");
}

TEST(XmlTree, WalkMayTakeNodesAway) {
  const Tree tree = parse_tree("<r><a/><b/><a/></r>", "a.xml");
  walk(xmlDocGetRootElement(tree.get()), [](xmlNode* node) {
    if (!is_element(node, "", "a")) return true;
    remove(node);
    return false;
  });
  EXPECT_NE(to_bytes(tree.get()).find("<r><b/></r>"), std::string::npos) << to_bytes(tree.get());
}

TEST(XmlTree, AttributesAreChangedWhereTheAnswerDiffers) {
  const Tree tree = parse_tree("<r a='x &lt; y' b='z'/>", "a.xml");
  std::string values;
  change_attributes(tree.get(), [&](std::string_view, std::string_view name, std::string value) {
    values += value + ";";
    return name == "a" ? "mới & <cũ>" : value;
  });
  EXPECT_EQ(values, "x < y;z;");
  EXPECT_EQ(attribute(xmlDocGetRootElement(tree.get()), "", "a"), "mới & <cũ>");
  const Tree again = parse_tree(to_bytes(tree.get()), "a.xml");
  EXPECT_EQ(attribute(xmlDocGetRootElement(again.get()), "", "a"), "mới & <cũ>");
}

TEST(XmlTree, DamageIsToldWithItsLine) {
  EXPECT_TRUE(fault([] { parse_tree("<r>\n<a></r>", "a.xml"); }).starts_with("a.xml, line 2: "));
  EXPECT_NE(fault([] { parse_tree("", "a.xml"); }), "");
  EXPECT_NE(fault([] { parse_tree("<!DOCTYPE r [<!ENTITY a 'b'>]><r>&a;</r>", "a.xml"); }), "");
}

}  // namespace
}  // namespace soat::document
