#include "check/rules/spelling/confusable_table.h"

#include <gtest/gtest.h>

#include <string>

#include "support/table_file.h"
#include "text/error.h"
#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

TEST(ConfusableTable, NamesTheLineThatItCannotRead) {
  const test::TestFolder folder;
  for (const char* line : {"spelling\tnỗi tiếng\n", "other\ta\tb\n", "spelling\txyz\tb\n", "spelling\tba\tbà\tmá\n",
                           "spelling\t\tbà\n", "spelling\n"}) {
    try {
      ConfusableTable::load(test::write_table(folder, "pairs", "confusables", std::string("# head\n") + line));
      ADD_FAILURE() << line;
    } catch (const Error& error) {
      EXPECT_NE(std::string(error.what()).find("pairs:4:"), std::string::npos) << error.what();
    }
  }
}

}  // namespace
}  // namespace soat::check
