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

}  // namespace
}  // namespace soat::citation
