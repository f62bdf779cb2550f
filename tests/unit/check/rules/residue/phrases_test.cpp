#include "check/rules/residue/phrases.h"

#include <gtest/gtest.h>

#include "support/table_file.h"
#include "support/test_folder.h"
#include "text/error.h"
#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

TEST(ResiduePhrases, SaysWhichLineIsDamaged) {
  const test::TestFolder folder;
  const std::filesystem::path file =
      test::write_table(folder, "web-residue.txt", "residue", "line\txem thêm\nline\t12\n");
  try {
    ResiduePhrases::load(file);
    FAIL() << "read";
  } catch (const Error& error) {
    EXPECT_NE(std::string(error.what()).find("web-residue.txt:4:"), std::string::npos) << error.what();
  }
}

}  // namespace
}  // namespace soat::check
