#include "check/rules/garble/doubling_table.h"

#include <gtest/gtest.h>

#include "support/table_file.h"
#include "support/test_folder.h"
#include "text/error.h"
#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

TEST(DoublingTable, SaysWhichLineIsDamaged) {
  const test::TestFolder folder;
  const std::filesystem::path file = test::write_table(folder, "doubling.txt", "doubling", "once\tcủa\ntwice\tcủa\n");
  try {
    DoublingTable::load(file);
    FAIL() << "read";
  } catch (const Error& error) {
    EXPECT_NE(std::string(error.what()).find("doubling.txt:4:"), std::string::npos) << error.what();
  }
  EXPECT_THROW(DoublingTable::load(folder / "not-there.txt"), Error);
}

}  // namespace
}  // namespace soat::check
