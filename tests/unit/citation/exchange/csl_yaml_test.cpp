#include <gtest/gtest.h>

#include "citation/exchange/exchange.h"
#include "text/error.h"

namespace soat::citation {
namespace {

using nlohmann::json;

TEST(CslYaml, ReadsAListOrWhatStandsUnderReferences) {
  const std::string item =
      "- id: ut11\n  type: book\n  title: Đò ngang\n  author:\n  - family: Lê\n    given: Thị Út\n";
  const json list = read_csl_yaml(item, "a.yaml");
  ASSERT_EQ(list.size(), 1U);
  EXPECT_EQ(list[0]["title"], "Đò ngang");
  EXPECT_EQ(list[0]["author"][0]["family"], "Lê");
  EXPECT_EQ(read_csl_yaml("---\nreferences:\n" + item + "...\n", "a.yaml"), list);
}

TEST(CslYaml, ReadsWhatItWrote) {
  const json items = {
      {{"id", "a"}, {"type", "book"}, {"title", "“Chợ: nổi” #1"}, {"issued", {{"date-parts", {{2011, 3}}}}}},
      {{"id", "b"}, {"type", "chapter"}, {"title", "no"}, {"note", "một dòng\nhai dòng"}}};
  EXPECT_EQ(read_csl_yaml(write_csl_yaml(items), "a.yaml"), items);
}

TEST(CslYaml, GivesNothingForNothingAndTellsWhatHasNoSources) {
  EXPECT_EQ(read_csl_yaml("", "a.yaml"), json::array());
  EXPECT_THROW(read_csl_yaml("chỉ một chuỗi", "a.yaml"), Error);
  EXPECT_THROW(read_csl_yaml("- [a", "a.yaml"), Error);
}

}  // namespace
}  // namespace soat::citation
