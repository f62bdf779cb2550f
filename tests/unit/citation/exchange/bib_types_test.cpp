#include "citation/exchange/bib_types.h"

#include <gtest/gtest.h>

#include "citation/csl/item_types.h"

namespace soat::citation {
namespace {

TEST(BibTypes, HaveACslType) {
  EXPECT_EQ(csl_type_of_bib("article"), "article-journal");
  EXPECT_EQ(csl_type_of_bib("phdthesis"), "thesis");
  EXPECT_EQ(csl_type_of_bib("misc"), "");
  EXPECT_EQ(csl_type_of_bib("Article"), "");  // in small letters
  EXPECT_EQ(csl_type_of_bib(""), "");
}

TEST(BibTypes, EveryCslTypeHasOne) {
  for (const std::string_view type : csl_types) {
    const std::string bib = bib_type_of_csl(type);
    EXPECT_FALSE(bib.empty()) << type;
    const std::string back = csl_type_of_bib(bib);
    EXPECT_TRUE(back.empty() || is_csl_type(back)) << bib;
  }
  EXPECT_EQ(bib_type_of_csl("no-such-type"), "misc");
}

TEST(BibTypes, TheUsualOneIsWritten) {
  EXPECT_EQ(bib_type_of_csl("book"), "book");
  EXPECT_EQ(bib_type_of_csl("chapter"), "incollection");
  EXPECT_EQ(bib_type_of_csl("webpage"), "online");
  EXPECT_EQ(bib_type_of_csl("post-weblog"), "online");
  EXPECT_EQ(bib_type_of_csl("article-newspaper"), "article");
}

TEST(IsCslType, KnowsThoseOfCsl) {
  EXPECT_TRUE(is_csl_type("article-journal") && is_csl_type("webpage") && is_csl_type("article"));
  EXPECT_FALSE(is_csl_type("phdthesis") || is_csl_type("") || is_csl_type("Book"));
}

}  // namespace
}  // namespace soat::citation
