#include "check/slips/slip_costs.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <string_view>

#include "support/table_file.h"
#include "support/test_folder.h"
#include "text/error.h"

namespace soat::check::context {
namespace {

Slip slip_between(std::u16string_view written, std::u16string_view intended, std::uint8_t operation = 0) {
  Form a;
  Form b;
  EXPECT_TRUE(take_apart(written, a) && take_apart(intended, b));
  return compare(a, b, operation, a.size, 0);
}

TEST(SlipCosts, AreReadByTheirNames) {
  const test::TestFolder folder;
  const SlipCosts costs =
      SlipCosts::load(test::write_table(folder, "costs.txt", "slips", "mark\to>ơ\t2.5\ntone\thỏi>ngã\t4\n"));
  const Slip mark = slip_between(u"ron", u"rơn");
  EXPECT_FLOAT_EQ(costs.marks(mark.marks), 2.5F);
  EXPECT_FLOAT_EQ(costs.cost(mark), 2.5F);
  const Slip tone = slip_between(u"nghỉ", u"nghĩ");
  EXPECT_FLOAT_EQ(costs.tone(tone.tone), 4);
}

TEST(SlipCosts, OfNothingIsNothing) {
  EXPECT_EQ(SlipCosts().cost({}), 0);
}

TEST(SlipCosts, OfSeveralChangesAreTheDearestAndAShareOfTheOthers) {
  const test::TestFolder folder;
  const SlipCosts costs =
      SlipCosts::load(test::write_table(folder, "costs.txt", "slips", "mark\to>ơ\t2\ntone\tngang>huyền\t5\n"));
  const Slip both = slip_between(u"ron", u"rờn");
  const float tone = costs.tone(both.tone);
  const float mark = costs.marks(both.marks);
  ASSERT_FLOAT_EQ(tone, 5);
  EXPECT_GT(costs.cost(both), tone);
  EXPECT_LT(costs.cost(both), tone + mark);
}

TEST(SlipCosts, ThatAreNotInTheTableAreTheDearest) {
  const test::TestFolder folder;
  const SlipCosts costs = SlipCosts::load(test::write_table(folder, "costs.txt", "slips", "mark\to>ơ\t2\n"));
  EXPECT_FLOAT_EQ(costs.operation(1), SlipCosts().operation(1));
  EXPECT_GT(costs.operation(1), 10);
}

TEST(SlipCosts, ATableWithAFaultIsRefusedByItsLine) {
  const test::TestFolder folder;
  const auto fault = [&](std::string_view rows) -> std::string {
    try {
      SlipCosts::load(test::write_table(folder, "costs.txt", "slips", rows));
    } catch (const Error& error) {
      return error.what();
    }
    return "";
  };
  EXPECT_NE(fault("mark\to>ơ\t2\nmark\to>ß\t2\n").find("4"), std::string::npos) << "an unknown name, on line 4";
  EXPECT_NE(fault("mark\to>ơ\t-1\n"), "") << "below nought";
  EXPECT_NE(fault("mark\to>ơ\tmuch\n"), "");
  EXPECT_NE(fault("mark\to>ơ\n"), "") << "a column is missing";
  EXPECT_NE(fault(""), "") << "no costs";
  EXPECT_THROW(SlipCosts::load(folder / "none.txt"), Error);
}

}  // namespace
}  // namespace soat::check::context
