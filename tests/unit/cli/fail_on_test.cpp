#include "cli/fail_on.h"

#include <gtest/gtest.h>

#include "unit/cli/some_findings.h"

namespace soat::cli {
namespace {

FailOn parsed(const std::string& text) {
  std::string wrong;
  const auto out = parse_fail_on(text, wrong);
  EXPECT_TRUE(out) << text << ": " << wrong;
  return out.value_or(FailOn());
}

TEST(FailOn, IsEverythingWhereNothingIsSaid) {
  EXPECT_TRUE(FailOn().fails(some_finding("spelling.non-syllable", 0, 0, 1, 0)));
  EXPECT_TRUE(parsed("").fails(some_finding("citation.unsourced-quote", 0, 0, 1, 0)));
}

TEST(FailOn, CategoriesGravityAndConfidenceInAnyOrder) {
  const FailOn on = parsed("0.8,spelling,error,garble");
  check::Finding finding = some_finding("spelling.non-syllable", 0, 0, 1, 0.8F);
  EXPECT_TRUE(on.fails(finding));
  finding.confidence = 0.79F;
  EXPECT_FALSE(on.fails(finding));
  finding.confidence = 0.81F;
  finding.severity = check::Severity::warning;
  EXPECT_FALSE(on.fails(finding));
  EXPECT_TRUE(parsed("warning").fails(finding));
  EXPECT_FALSE(on.fails(some_finding("citation.unsourced-quote", 0, 0, 1, 1)));
}

// As numbers with a few digits, which is how people read and write them: 0.9F is less than 0.9.
TEST(FailOn, TheLeastConfidenceIsEnough) {
  for (int i = 0; i <= 100; ++i) {
    const std::string written = std::to_string(i / 100) + "." + (i % 100 < 10 ? "0" : "") + std::to_string(i % 100);
    EXPECT_TRUE(parsed(written).fails(some_finding("spelling.non-syllable", 0, 0, 1, static_cast<float>(i) / 100)))
        << written;
  }
}

TEST(FailOn, NamesWhatIsWrong) {
  for (const char* text : {"sai", "0.5x", "1.5", "-1", "nan", "inf", "spelling,,error", "Error"}) {
    std::string wrong = "chưa";
    EXPECT_FALSE(parse_fail_on(text, wrong)) << text;
    EXPECT_NE(wrong, "chưa");
  }
}

}  // namespace
}  // namespace soat::cli
