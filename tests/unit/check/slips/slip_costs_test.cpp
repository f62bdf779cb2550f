#include "check/slips/slip_costs.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <string>

#include "unit/check/context/decision_files.h"

namespace soat::check::context {
namespace {

TEST_F(DecisionFiles, ReadsCostsOfSlips) {
  const SlipCosts read = SlipCosts::load(costs("# c\ntone\thỏi>ngã\t5\nmark\to>ơ\t2\n"));
  Slip slip;
  slip.tone = static_cast<ToneChange>(static_cast<std::size_t>(text::Tone::hoi) * text::tone_count +
                                      static_cast<std::size_t>(text::Tone::nga));
  EXPECT_FLOAT_EQ(read.cost(slip), 5);
  EXPECT_FLOAT_EQ(read.cost(Slip{}), 0);
}

TEST_F(DecisionFiles, NamesTheLineOfADamagedCost) {
  for (const char* damaged : {"tone\thỏi>ngã\tfive", "tone\thỏi>ngã\t-1", "tone\thỏi>ngã\tinf", "tone\thỏi>ngã\tnan",
                              "tone\thỏi>ngã\t", "tone\tsharp>flat\t5", "tone hỏi>ngã 5", "\t", "PK\3\4"})
    EXPECT_NE(problem_of_costs("mark\to>ơ\t2\n" + std::string(damaged) + "\n").find("costs:4: "), std::string::npos)
        << damaged;
  EXPECT_THROW(SlipCosts::load(folder_ / "missing"), Error);
}

}  // namespace
}  // namespace soat::check::context
