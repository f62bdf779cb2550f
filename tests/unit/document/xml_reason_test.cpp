#include "document/xml_reason.h"

#include <gtest/gtest.h>
#include <libxml/parser.h>

#include <set>
#include <string>
#include <string_view>

namespace soat::document {
namespace {

// Why libxml2 does not take these bytes.
text::Message reason_of(std::string_view bytes) {
  xmlDoc* const tree = xmlReadMemory(bytes.data(), static_cast<int>(bytes.size()), "x", nullptr,
                                     XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET);
  EXPECT_EQ(tree, nullptr) << bytes;
  xmlFreeDoc(tree);
  return xml_reason(xmlGetLastError());
}

TEST(XmlReason, IsToldInBothLanguages) {
  for (const std::string_view bytes :
       {"", "x", "<a>", "<a></b>", "<a>&nosuch;</a>", "<a b='1' b='2'/>", "<a>\x01</a>"}) {
    const text::Message reason = reason_of(bytes);
    EXPECT_FALSE(reason.in(text::Language::en).empty());
    EXPECT_NE(reason.in(text::Language::vi), reason.in(text::Language::en)) << bytes;
  }
}

TEST(XmlReason, TellsFaultsApartAndNamesWhatIsMeant) {
  const std::string cut = reason_of("<a>").utf8(text::Language::en);
  const std::string mismatch = reason_of("<alpha></beta>").utf8(text::Language::en);
  EXPECT_NE(cut, mismatch);
  EXPECT_NE(mismatch.find("alpha"), std::string::npos) << mismatch;
  EXPECT_NE(reason_of("<a>&nosuch;</a>").utf8(text::Language::vi).find("nosuch"), std::string::npos);
}

TEST(XmlReason, OfAnUnknownFaultIsToldAsSuch) {
  EXPECT_FALSE(xml_reason(nullptr).in(text::Language::vi).empty());
}

}  // namespace
}  // namespace soat::document
