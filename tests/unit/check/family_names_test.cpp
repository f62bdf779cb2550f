#include "check/family_names.h"

#include <gtest/gtest.h>

namespace soat::check {
namespace {

TEST(FamilyNames, AreTheFrequentOnes) {
  for (const char16_t* name : {u"Nguyễn", u"trần", u"Lê", u"Phạm", u"Hoàng", u"Vũ"})
    EXPECT_TRUE(is_family_name(text::parse(name)));
  for (const char16_t* word : {u"bàn", u"Nguyên", u"của"}) EXPECT_FALSE(is_family_name(text::parse(word)));
}

TEST(FamilyNames, MayBeWrittenWithIOrY) {
  EXPECT_EQ(is_family_name(text::parse(u"Lý")), is_family_name(text::parse(u"Lí")));
  EXPECT_TRUE(is_family_name(text::parse(u"Lý")));
}

TEST(FamilyNames, WhatIsNoSyllableIsNone) {
  EXPECT_FALSE(is_family_name(text::Syllable()));
  EXPECT_FALSE(is_family_name(text::parse(u"Smith")));
}

}  // namespace
}  // namespace soat::check
