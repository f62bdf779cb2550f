#include "document/xml_reason.h"

#include <gtest/gtest.h>
#include <libxml/parser.h>

#include <string>

namespace soat::document {
namespace {

std::string reason(int code, const char* name = nullptr) {
  xmlError error = {};
  std::string copy = name ? name : "";
  error.code = code;
  error.str1 = name ? copy.data() : nullptr;
  return xml_reason(&error).utf8(text::Language::vi);
}

TEST(XmlReason, TellsWhatUsersMeetApart) {
  EXPECT_EQ(reason(XML_ERR_DOCUMENT_EMPTY), reason(XML_ERR_DOCUMENT_START));
  EXPECT_EQ(reason(XML_ERR_DOCUMENT_END), reason(XML_ERR_GT_REQUIRED));
  EXPECT_NE(reason(XML_ERR_DOCUMENT_EMPTY), reason(XML_ERR_DOCUMENT_END));
  EXPECT_NE(reason(XML_ERR_INVALID_CHAR), reason(XML_ERR_DOCUMENT_END));
}

TEST(XmlReason, NamesWhatTheLibraryNames) {
  for (const int code : {XML_ERR_TAG_NAME_MISMATCH, XML_ERR_UNDECLARED_ENTITY, XML_ERR_ATTRIBUTE_REDEFINED,
                         XML_NS_ERR_UNDEFINED_NAMESPACE})
    EXPECT_NE(reason(code, "đoạn").find("đoạn"), std::string::npos) << code;
  reason(XML_ERR_TAG_NAME_MISMATCH);  // without a name
}

TEST(XmlReason, OthersHaveTheirNumber) {
  EXPECT_NE(reason(4711).find("4711"), std::string::npos);
  EXPECT_FALSE(xml_reason(nullptr).utf8(text::Language::en).empty());
}

}  // namespace
}  // namespace soat::document
