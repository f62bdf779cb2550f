#include "cli/baseline.h"

#include <gtest/gtest.h>

#include "support/test_folder.h"
#include "text/error.h"
#include "unit/cli/some_findings.h"

namespace soat::cli {
namespace {

constexpr std::u16string_view line = u"Nguời dân nói rằng nguời ta đã về.";

check::Finding first() {
  return some_finding("spelling.non-syllable", 0, 0, 5);
}

check::Finding second() {
  return some_finding("spelling.non-syllable", 0, 19, 24);
}

std::size_t left(const Baseline& baseline, std::vector<check::Finding> findings) {
  baseline.take_out_known({line}, findings);
  return findings.size();
}

TEST(Identity, IsThatOfThePlaceNotOfItsNumber) {
  const std::u16string later = u"Hôm nay thì khác hẳn. Nguời dân nói rằng nguời ta đã về.";
  const check::Finding moved = some_finding("spelling.non-syllable", 0, 41, 46);
  EXPECT_EQ(identity(second(), line), identity(moved, later));
  EXPECT_NE(identity(first(), line), identity(second(), line));
  EXPECT_NE(identity(first(), line), identity(some_finding("spelling.tone-placement", 0, 0, 5), line));
  EXPECT_EQ(identity(first(), line).find('\n'), std::string::npos);
}

TEST(Baseline, TakesOutWhatIsKnown) {
  Baseline baseline;
  EXPECT_TRUE(baseline.empty());
  EXPECT_EQ(left(baseline, {first(), second()}), 2U);
  baseline.add({identity(first(), line)});
  EXPECT_EQ(left(baseline, {first(), second()}), 1U);
  EXPECT_EQ(left(baseline, {}), 0U);
}

TEST(Baseline, WhatComesMoreOftenIsNew) {
  const std::string one = identity(first(), line);
  Baseline baseline;
  baseline.add({one, one});
  baseline.add({one});  // another document has it once
  EXPECT_EQ(left(baseline, {first(), first()}), 0U);
  EXPECT_EQ(left(baseline, {first(), first(), first()}), 1U);
}

TEST(Baseline, IsWrittenAndReadAgain) {
  const test::TestFolder folder;
  Baseline baseline;
  baseline.add({identity(first(), line), identity(second(), line), identity(second(), line)});
  const Baseline again = Baseline::read(folder.write("a", baseline.text()));
  EXPECT_EQ(again.text(), baseline.text());
  EXPECT_EQ(left(again, {first(), second()}), 0U);
  EXPECT_TRUE(Baseline::read(folder.write("b", Baseline().text())).empty());
}

TEST(Baseline, DamageIsTold) {
  const test::TestFolder folder;
  Baseline baseline;
  baseline.add({identity(first(), line)});
  const std::string text = baseline.text();
  for (const std::string& bytes :
       {std::string(), std::string("gì đó\n"), text.substr(0, text.size() - 2), text + "1\tx\n", text.substr(0, 20)})
    EXPECT_THROW(Baseline::read(folder.write("a", bytes)), Error) << bytes;
  EXPECT_THROW(Baseline::read(folder / "không có"), Error);
}

}  // namespace
}  // namespace soat::cli
