#include "citation/csl/full_names.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "citation/csl/csl_engine.h"
#include "unit/citation/csl/works.h"
#include "unit/citation/fixture.h"

namespace soat::citation {
namespace {

using nlohmann::json;
using test::options_for;

TEST(FullNames, MakesInitialsOfAllVietnameseLetters) {
  EngineOptions options = options_for("ieee");
  options.full_names = FullNames::never;
  CslEngine engine(std::move(options));
  engine.set_items(json::array({book("a", "Nguyễn", "Vân Ước", "Một", 2001), book("b", "Đặng", "Ơn Ẩn", "Hai", 2002)}));
  engine.set_uncited({"a", "b"});
  const auto list = engine.bibliography(false, {});
  EXPECT_NE(list.groups.at(0).entries.at(0).text.find("V. Ư."), std::string::npos) << list.groups[0].entries[0].text;
  EXPECT_NE(list.groups.at(0).entries.at(1).text.find("Ơ. Ẩ."), std::string::npos) << list.groups[0].entries[1].text;
}

struct Named {
  std::string cited, listed;
};

// "nguyen" and "smith" cited together, and how they stand in the list.
Named named(const std::string& style, FullNames names, bool vietnamese_order = true) {
  EngineOptions options = options_for(style);
  options.full_names = names;
  options.vietnamese_order = vietnamese_order;
  CslEngine engine(std::move(options));
  engine.set_items(works());
  json both = cite("a", "nguyen");
  both["citationItems"].push_back({{"id", "smith"}});
  Named result{engine.insert(both, {}, {}).changed.at(0).text, {}};
  for (const auto& group : engine.bibliography(false, {}).groups) {
    for (const auto& entry : group.entries) result.listed += entry.text + "\n";
  }
  return result;
}

bool has(const std::string& text, const char* part) {
  return text.find(part) != std::string::npos;
}

TEST(FullNames, NamesVietnamesePersonsInFullAndOthersAsTheStyleHasThem) {
  const Named usual = named("apa", FullNames::usual);
  EXPECT_EQ(usual.cited, "(Nguyễn Thị Ánh, 1999; Smith, 2011)");
  EXPECT_TRUE(has(usual.listed, "Nguyễn Thị Ánh. (1999)")) << usual.listed;
  EXPECT_TRUE(has(usual.listed, "Smith, J. (2011)")) << usual.listed;
  const Named never = named("apa", FullNames::never);
  EXPECT_EQ(never.cited, "(Nguyễn, 1999; Smith, 2011)");
  EXPECT_TRUE(has(never.listed, "Nguyễn T. Á. (1999)")) << never.listed;
}

TEST(FullNames, FullNamesNeedNoVietnameseOrder) {
  EXPECT_TRUE(has(named("apa", FullNames::usual, false).cited, "Nguyễn Thị Ánh, 1999"));
  EXPECT_TRUE(has(named("apa", FullNames::never, false).cited, "(Nguyễn, 1999"));
}

TEST(FullNames, InitialsWithoutFullStopsStayUnlessFullNamesAreWantedAlways) {
  EXPECT_TRUE(has(named("vancouver", FullNames::usual).listed, "Nguyễn TÁ."));
  EXPECT_TRUE(has(named("vancouver", FullNames::always).listed, "Nguyễn Thị Ánh."));
}

TEST(FullNames, WorksAreToldApartByFullNamesBeforeLettersBehindTheYear) {
  CslEngine engine(options_for("apa"));
  engine.set_items(
      json::array({book("a", "Nguyễn", "Văn Sông", "Bến nước", 2002), book("b", "Nguyễn", "Thị Ánh", "Chợ nổi", 2002),
                   book("c", "Nguyễn", "Thị Ánh", "Chợ phiên", 2002)}));
  json all = cite("a", "a");
  all["citationItems"].push_back({{"id", "b"}});
  all["citationItems"].push_back({{"id", "c"}});
  EXPECT_EQ(engine.insert(all, {}, {}).changed.at(0).text, "(Nguyễn Thị Ánh, 2002a, 2002b; Nguyễn Văn Sông, 2002)");
}

}  // namespace
}  // namespace soat::citation
