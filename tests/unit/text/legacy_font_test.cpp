#include "text/legacy_font.h"

#include <gtest/gtest.h>

namespace soat::text {
namespace {

TEST(LegacyFont, KnowsTheEncodingByTheName) {
  const auto times = legacy_font(".VnTime");
  ASSERT_TRUE(times);
  EXPECT_EQ(times->encoding, LegacyEncoding::tcvn3);
  EXPECT_EQ(times->replacement, "Times New Roman");
  EXPECT_FALSE(times->capitals);
  EXPECT_TRUE(legacy_font(".VnTimeH")->capitals);
  EXPECT_EQ(legacy_font("'.VnArial Narrow'")->replacement, "Arial Narrow");
  EXPECT_EQ(legacy_font(".VNARIALH;Arial")->replacement, "Arial");
  EXPECT_TRUE(legacy_font(".VNARIALH;Arial")->capitals);
  EXPECT_EQ(legacy_font("VNI-Times")->encoding, LegacyEncoding::vni);
  EXPECT_EQ(legacy_font("VNI-Helve")->replacement, "Arial");
  EXPECT_EQ(legacy_font("VnTimeH")->encoding, LegacyEncoding::tcvn3);
}

TEST(LegacyFont, LeavesOtherFontsAlone) {
  for (const char* family : {"", "Times New Roman", "Arial", "VNF-Comic Sans", "Venice", "Liberation Serif", ".SF NS"})
    EXPECT_FALSE(legacy_font(family)) << family;
}

}  // namespace
}  // namespace soat::text
