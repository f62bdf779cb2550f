#include "document/xml_tree.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "expect.h"

namespace soat::document {
namespace {

constexpr std::string_view part =
    "<a:top xmlns:a=\"urn:a\"><a:one a:id=\"5\" plain=\"x\">Một</a:one><two>Hai<three/></two></a:top>";

TEST(XmlTree, IsWalkedInDocumentOrder) {
  const Tree tree = parse_tree(part, "part");
  std::vector<std::string> names;
  walk(xmlDocGetRootElement(tree.get()), [&](xmlNode* node) {
    if (node->type == XML_ELEMENT_NODE) names.emplace_back(local_name(node));
    return true;
  });
  EXPECT_EQ(names, (std::vector<std::string>{"top", "one", "two", "three"}));
}

TEST(XmlTree, WhatIsNotWantedIsNotEntered) {
  const Tree tree = parse_tree(part, "part");
  int nodes = 0;
  walk(xmlDocGetRootElement(tree.get()), [&](xmlNode*) { return ++nodes > 1; });
  EXPECT_EQ(nodes, 1);
}

TEST(XmlTree, ElementsAndAttributesAreKnownByTheirNamespaces) {
  const Tree tree = parse_tree(part, "part");
  xmlNode* one = xmlDocGetRootElement(tree.get())->children;
  EXPECT_TRUE(is_element(one, "urn:a", "one"));
  EXPECT_FALSE(is_element(one, "urn:b", "one"));
  EXPECT_FALSE(is_element(one->children, "urn:a", "one")) << "text is no element";
  EXPECT_EQ(namespace_of(one), "urn:a");
  EXPECT_EQ(namespace_of(one->next), "");
  EXPECT_EQ(attribute(one, "urn:a", "id"), "5");
  EXPECT_EQ(attribute(one, "", "plain"), "x");
  EXPECT_EQ(attribute(one, "urn:a", "plain"), "");
}

TEST(XmlTree, AttributesAreChangedWhereTheAnswerDiffers) {
  const Tree tree = parse_tree(part, "part");
  change_attributes(tree.get(), [](std::string_view uri, std::string_view name, std::string value) {
    return uri == "urn:a" && name == "id" ? "6 & 7" : value;
  });
  const std::string bytes = to_bytes(tree.get());
  EXPECT_NE(bytes.find("a:id=\"6 &amp; 7\""), std::string::npos) << bytes;
  EXPECT_NE(bytes.find("plain=\"x\""), std::string::npos);
}

TEST(XmlTree, ANodeGoesWithAllThatIsInIt) {
  const Tree tree = parse_tree(part, "part");
  remove(xmlDocGetRootElement(tree.get())->children->next);
  const std::string bytes = to_bytes(tree.get());
  EXPECT_EQ(bytes.find("three"), std::string::npos);
  EXPECT_NE(bytes.find("Một"), std::string::npos) << "letters stay UTF-8";
}

TEST(XmlTree, WhatIsDamagedOrDeclaresATypeIsRefusedWithItsLine) {
  const auto told = [](std::string_view bytes) { return fault([&] { parse_tree(bytes, "bài.odt, content.xml"); }); };
  EXPECT_NE(told("<a>\n<b></a>").find("bài.odt, content.xml"), std::string::npos);
  EXPECT_NE(told("<a>\n<b></a>").find("2"), std::string::npos);
  EXPECT_NE(told("<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>"), "");
  EXPECT_NE(told(""), "");
}

}  // namespace
}  // namespace soat::document
