#include "citation/zotero/source_cites.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace soat::citation::zotero {
namespace {

const nlohmann::json sources = {{{"id", "Anh99"}, {"type", "book"}, {"title", "Chợ nổi"}},
                                {{"id", 7}, {"title", "số"}},
                                "?",
                                {{"id", "Ut03"}, {"type", "book"}, {"title", "Sông nước"}}};

TEST(SourceCites, OfWordsCodes) {
  EXPECT_EQ(cites_of_word(R"( Anh99 \l 1066 \p "4, 7" \f "xem " \n \m Ut03 \v 2 \s " cuối \"đó\"" )"),
            Json::parse(R"([{"id":"Anh99","locator":"4, 7","label":"page","prefix":"xem ","suppress-author":true},
                            {"id":"Ut03","locator":"2","label":"volume","suffix":" cuối \"đó\""}])"));
  EXPECT_EQ(cites_of_word(R"(Anh99 \v 2 \p 4)"), Json::parse(R"([{"id":"Anh99","locator":"4","label":"page"}])"));
  for (const char* nothing : {"", "  ", "\\l 1066", "\\p"}) EXPECT_EQ(cites_of_word(nothing), Json::array()) << nothing;
  EXPECT_EQ(cites_of_word("a \\p").size(), 1U);
  EXPECT_EQ(cites_of_word("a \\f \"cut").size(), 1U);
}

TEST(SourceCites, OfJabRefsNames) {
  const auto keys = [](std::string_view name) {
    const auto field = read_jabref_name(name);
    std::vector<std::string> found;
    if (!field) return found;
    EXPECT_EQ(field->program, Program::jabref);
    for (const Json& cite : field->cites) found.push_back(cite["id"]);
    return found;
  };
  using Keys = std::vector<std::string>;
  EXPECT_EQ(keys("JR_cite_1_Anh99"), (Keys{"Anh99"}));
  EXPECT_EQ(keys("JR_cite12_2_Anh99,Ut03"), (Keys{"Anh99", "Ut03"}));
  EXPECT_EQ(keys("JABREF_Anh99 CID_1 f3a81bc0"), (Keys{"Anh99"}));
  EXPECT_EQ(keys("JABREF_Anh99 CID_1, JABREF_Ut_03 CID_2 f3a81bc0"), (Keys{"Anh99", "Ut_03"}));
  for (const char* other : {"JR_cite", "JR_cite_4_a", "JR_cite_1_", "JABREF_a", "JR_citex_1_a", "x"})
    EXPECT_TRUE(keys(other).empty()) << other;
  EXPECT_TRUE(read_jabref_name("JR_bib")->list);
  EXPECT_TRUE(read_jabref_name("CSL_bibliography")->list);
}

TEST(SourceCites, GetTheirDataById) {
  auto field = *read_jabref_name("JR_cite_1_Anh99,Ut03");
  add_page_info(field, "12-14");
  supply(field, sources);
  EXPECT_FALSE(field.partial);
  const Json& items = field.citation["citationItems"];
  ASSERT_EQ(items.size(), 2U);
  EXPECT_EQ(items[0]["itemData"]["title"], "Chợ nổi");
  EXPECT_EQ(items[1]["itemData"]["title"], "Sông nước");
  EXPECT_EQ(items[1]["locator"], "12-14");
  EXPECT_EQ(items[0]["uris"].size(), 1U);
}

TEST(SourceCites, AreIncompleteWhereOneIsMissing) {
  auto some = *read_word_field(" CITATION Anh99 \\m Ba01 ");
  supply(some, sources);
  EXPECT_TRUE(some.partial);
  EXPECT_EQ(some.citation["citationItems"].size(), 2U);
  auto bare = *read_word_field(" CITATION Ba01 ");
  supply(bare, nlohmann::json::array({{{"id", "Ba01"}, {"type", "document"}}}));
  EXPECT_TRUE(bare.partial);
  EXPECT_TRUE(bare.citation.is_null());
  auto none = *read_word_field(" CITATION Ba01 ");
  supply(none, sources);
  EXPECT_TRUE(none.partial);
  EXPECT_TRUE(none.citation.is_null());
  supply(none, nullptr);
  EXPECT_TRUE(none.citation.is_null());
}

TEST(SourceCites, OfJabRefsThatStandInTheSentenceOrShowNothing) {
  EXPECT_FALSE(read_jabref_name("JR_cite_1_Anh99")->author_in_text);
  EXPECT_TRUE(read_jabref_name("JR_cite_2_Anh99")->author_in_text);
  auto unseen = *read_jabref_name("JR_cite_3_Anh99");
  supply(unseen, sources);
  EXPECT_TRUE(unseen.partial);
}

TEST(SourceCites, PagesThatAreWordsStayWords) {
  auto field = *read_jabref_name("JR_cite_1_Anh99");
  add_page_info(field, "chương 3");
  EXPECT_EQ(field.cites[0]["suffix"], ", chương 3");
}

TEST(SourceCites, OfLibreOffice) {
  const ForeignField field = office_citation({{"id", "A"}, {"type", "book"}, {"title", "Bến"}});
  EXPECT_EQ(field.program, Program::libreoffice);
  EXPECT_EQ(field.citation["citationItems"][0]["itemData"]["title"], "Bến");
  EXPECT_TRUE(office_citation({{"id", "A"}, {"type", "book"}}).citation.is_null());
  EXPECT_TRUE(office_list().list);
}

}  // namespace
}  // namespace soat::citation::zotero
