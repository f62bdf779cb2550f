#include "citation/library/library_sources.h"

#include <gtest/gtest.h>

namespace soat::citation {
namespace {

using nlohmann::json;

json items() {
  return json::parse(R"([
    {"id":"a","type":"webpage","title":"Bến đò","URL":"https://www.ben.example/a/","author":[{"family":"Mai","given":"Én"}]},
    {"id":"b","type":"webpage","URL":"https://ben.example/khong-ten"},
    {"id":"c","type":"legislation","genre":"Nghị định","number":"30/2020/NĐ-CP","authority":"Chính phủ",
     "title":"công tác văn thư","issued":{"date-parts":[[2020,3,5]]}},
    {"id":"d","type":"webpage","title":"Sau","URL":"https://ben.example/a"},
    7])");
}

TEST(LibrarySources, KnowASourceByItsAddress) {
  const LibrarySources sources(items());
  const std::u16string* const line = sources.line_for_address(u"http://ben.example/a");
  ASSERT_NE(line, nullptr);
  EXPECT_NE(line->find(u"Bến đò"), std::u16string::npos);  // the first with the address
  EXPECT_EQ(sources.line_for_address(u"https://ben.example/b"), nullptr);
  EXPECT_EQ(sources.line_for_address(u""), nullptr);
  EXPECT_EQ(sources.line_for_address(u"\xD800"), nullptr);
}

TEST(LibrarySources, KnowALawByItsSymbol) {
  const LibrarySources sources(items());
  const std::u16string* const name = sources.name_for_symbol(u"30/2020/NĐ-CP");
  ASSERT_NE(name, nullptr);
  EXPECT_NE(name->find(u"Nghị định"), std::u16string::npos);
  EXPECT_EQ(sources.name_for_symbol(u"31/2020/NĐ-CP"), nullptr);
}

TEST(LibrarySources, OfNothingKnowNothing) {
  for (const json& none : {json::array(), json(nullptr), json(3), json::object()}) {
    const LibrarySources sources(none);
    EXPECT_EQ(sources.line_for_address(u"https://ben.example/a"), nullptr);
    EXPECT_EQ(sources.name_for_symbol(u"30/2020/NĐ-CP"), nullptr);
  }
}

}  // namespace
}  // namespace soat::citation
