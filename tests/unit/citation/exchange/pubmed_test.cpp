#include <gtest/gtest.h>

#include "citation/exchange/exchange.h"
#include "text/error.h"

namespace soat::citation {
namespace {

using nlohmann::json;

TEST(PubMed, ReadsAnArticle) {
  const json item = read_pubmed(
      "PMID- 31\nVI  - 12\nTI  - Salt in rice fields:\n      a survey.\nAU  - Nguyen TA\nDP  - 2019 Mar 4\nTA  - J "
      "Delta\nJT  "
      "- Journal of the delta\nLID - 10.9/x [doi]\nIS  - 1859-0039 (Electronic)\nLA  - eng\nPMC - PMC7\nCN  - Delta "
      "Group\n",
      "a.nbib")[0];
  EXPECT_EQ(item["title"], "Salt in rice fields: a survey");
  EXPECT_EQ(item["author"].dump(), R"([{"literal":"Delta Group"},{"family":"Nguyen","given":"TA"}])");
  EXPECT_EQ(item["issued"]["date-parts"].dump(), "[[2019,3,4]]");
  EXPECT_EQ(item["container-title"], "Journal of the delta");
  EXPECT_EQ(item["container-title-short"], "J Delta");
  EXPECT_EQ(item["DOI"], "10.9/x");
  EXPECT_EQ(item["ISSN"], "1859-0039");
  EXPECT_EQ(item["PMID"], "31");
  EXPECT_EQ(item["PMCID"], "PMC7");
  EXPECT_EQ(item["language"], "en");
}

TEST(PubMed, ReadsWhatEricWritesInItsTags) {
  const json items = read_pubmed(
      "OWN - ERIC\nTI  - Reading in the delta\nAU  - van Tran, An B.\nAU  - Le, Ut\nJT  - Journal of schools\nAID - "
      "http://example.org/1\nSO  - v12 n2 p42-51 2020\nDP  - 2020\nISSN - EISSN-1859-0039\nLA  - English\nPT  - "
      "Journal Articles\nPT  - Reports "
      "- "
      "Research\n\nOWN - ERIC\nTI  - Schools\nAU  - Le, Ut\nJT  - University of the Delta\nISBN - "
      "978-604-1-23456-7\nPT  - "
      "Dissertations/Theses - Doctoral Dissertations\n\nOWN - ERIC\nTI  - Pupils\nAU  - Le, Ut\nJT  - Ministry of "
      "schools\nPT  - Reports - Descriptive\n\nOWN - ERIC\nTI  - Rivers\nAU  - Le, Ut\nJT  - Journal of rivers\nOID - "
      "EJ12\nVI  - 6\nPT  - Reports - Research\n",
      "a.nbib");
  ASSERT_EQ(items.size(), 4U);
  EXPECT_EQ(items[3]["type"], "article-journal") << "ERIC numbers articles EJ";
  EXPECT_EQ(items[3]["container-title"], "Journal of rivers");
  EXPECT_EQ(items[1]["ISBN"], "978-604-1-23456-7");
  EXPECT_EQ(items[0]["type"], "article-journal");
  EXPECT_EQ(items[0]["author"][0].dump(), R"({"family":"Tran","given":"An B.","non-dropping-particle":"van"})");
  EXPECT_EQ(items[0]["container-title"], "Journal of schools");
  EXPECT_EQ(items[0]["ISSN"], "1859-0039");
  EXPECT_EQ(items[0]["URL"], "http://example.org/1");
  EXPECT_EQ(items[0]["language"], "en");
  EXPECT_EQ(items[0]["volume"], "12");
  EXPECT_EQ(items[0]["issue"], "2");
  EXPECT_EQ(items[0]["page"], "42-51");
  EXPECT_EQ(items[1]["type"], "thesis");
  EXPECT_EQ(items[1]["publisher"], "University of the Delta");
  EXPECT_EQ(items[2]["type"], "report");
  EXPECT_EQ(items[2]["publisher"], "Ministry of schools");
  EXPECT_FALSE(items[2].contains("container-title"));
}

}  // namespace
}  // namespace soat::citation
