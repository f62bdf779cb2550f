#include <gtest/gtest.h>

#include "citation/exchange/exchange.h"
#include "text/error.h"

namespace soat::citation {
namespace {

using nlohmann::json;

TEST(EndNoteXml, KeepsMarkupOfTitles) {
  const json item = read_endnote_xml(
      "<xml><records><record><ref-type name='Journal Article'>17</ref-type><titles><title><style face='normal'>Về "
      "</style>"
      "<style face='italic'>Oryza</style></title></titles></record></records></xml>",
      "a.xml")[0];
  EXPECT_EQ(item["title"], "Về <i>Oryza</i>");
  EXPECT_EQ(item["type"], "article-journal");
}

TEST(EndNoteXml, DamageIsToldWithItsLine) {
  EXPECT_THROW(read_endnote_xml("<xml><records>\n<record>", "a.xml"), Error);
  EXPECT_THROW(read_endnote_xml("<xml><records/></xml>", "a.xml"), Error);
  EXPECT_THROW(read_endnote_xml("<!DOCTYPE x [<!ENTITY a 'b'>]><xml><records><record/></records></xml>", "a.xml"),
               Error);
}

}  // namespace
}  // namespace soat::citation
