#include "check/rules/capitalisation/capital_table.h"

#include <gtest/gtest.h>

#include <string>

#include "support/table_file.h"
#include "support/test_folder.h"
#include "text/error.h"
#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

std::string fault_of(const std::filesystem::path& file) {
  try {
    CapitalTable::load(file);
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

TEST(CapitalTable, SaysWhichLineIsDamaged) {
  const test::TestFolder folder;
  const auto fault = [&folder](const std::string& rows) {
    return fault_of(test::write_table(folder, "capitals.txt", "capitals", rows));
  };
  EXPECT_EQ(fault("sure\tViệt Nam\n"), "");
  for (const std::string text : {"sure\t[Hà|Huế\n", "sure\n", "", "maybe\tViệt Nam\n", "sure\tViệt Nam"}) {
    EXPECT_NE(fault(text).find("capitals.txt"), std::string::npos) << text;
  }
  EXPECT_NE(fault("sure\tViệt Nam\nmaybe\tHuế\n").find(":4: "), std::string::npos);
  EXPECT_NE(fault_of(folder.path() / "none.txt").find("none.txt"), std::string::npos);
}

TEST(CapitalTable, ATokenThatIsListedBothWaysMayBeEither) {
  const test::TestFolder folder;
  const CapitalTable table = CapitalTable::load(
      test::write_table(folder, "capitals.txt", "capitals", "sure\tHội An toàn\nsure\tHội an toàn\n"));
  text::Analysis analysis;
  text::analyse(u"hội an toàn", analysis);
  const CapitalName* name = table.find(analysis, 0);
  ASSERT_NE(name, nullptr);
  EXPECT_EQ(name->cased, 0b101U);
}

}  // namespace
}  // namespace soat::check
