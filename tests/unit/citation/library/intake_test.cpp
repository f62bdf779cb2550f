#include "citation/library/intake.h"

#include <gtest/gtest.h>

#include <tuple>

#include "citation/library/library.h"
#include "unit/citation/library/library_test.h"

namespace soat::citation {
namespace {

using nlohmann::json;

TEST_F(LibraryTest, TakesFilesInAndKnowsWhatItHas) {
  Library library(file());
  library.add(book("Đò ngang", "Lê", "Út", 1999));
  json again = book("Đò ngang", "Lê", "Út", 1999);
  again["publisher"] = "Phù Sa";
  const json items = json::array({again, book("Chợ nổi", "Trần", "Én", 2001), "gì đó"});
  EXPECT_EQ(count_known(library, items), 1U);
  const Intake skipped = take_in(library, items, OnDuplicate::skip);
  EXPECT_EQ(std::tuple(skipped.added, skipped.merged, skipped.skipped), std::tuple(1U, 0U, 1U));
  EXPECT_TRUE(library.search("phu sa", 5).empty());
  EXPECT_EQ(take_in(library, items, OnDuplicate::merge).merged, 2U);
  EXPECT_EQ(library.search("phu sa", 5).size(), 1U);
  EXPECT_EQ(library.size(), 2U);
  EXPECT_EQ(take_in(library, items, OnDuplicate::keep).added, 2U);
  EXPECT_EQ(library.size(), 4U);
}

TEST_F(LibraryTest, FindsWorksThatAreThereTwiceAndMakesOneOfThem) {
  Library library(file());
  json first = book("Đò ngang", "Lê", "Út", 1999);
  json second = book("ĐÒ NGANG", "Lê", "Út", 1999);
  second["publisher"] = "Phù Sa";
  json third = second;
  third["DOI"] = "10.5/a";
  json volume = book("Đò ngang", "Lê", "Út", 1999);
  first["volume"] = "1";
  volume["volume"] = "2";
  const LibraryItem kept = library.add(first);
  library.add(book("Chợ nổi", "Trần", "Én", 2001));
  library.add(second);
  library.add(third);
  library.add(volume);
  const auto works = repeated_works(library);
  ASSERT_EQ(works.size(), 1U);
  ASSERT_EQ(works[0].size(), 3U);
  EXPECT_EQ(works[0][0].key, kept.key);
  merge_works(library, works);
  EXPECT_EQ(library.size(), 3U);
  const json one = library.find(kept.uri)->item;
  EXPECT_EQ(one["title"], "Đò ngang");
  EXPECT_EQ(one["publisher"], "Phù Sa");
  EXPECT_EQ(one["DOI"], "10.5/a");
  EXPECT_EQ(one["volume"], "1");
  EXPECT_TRUE(repeated_works(library).empty());
}

TEST(Intake, IdsBecomeUnique) {
  json items = json::parse(R"([{"id":"an"},{"id":"an"},{},{"id":7},{"id":"an"}])");
  make_ids_unique(items);
  EXPECT_EQ(items, json::parse(R"([{"id":"an"},{"id":"an-2"},{"id":"item"},{"id":"7"},{"id":"an-3"}])"));
}

}  // namespace
}  // namespace soat::citation
