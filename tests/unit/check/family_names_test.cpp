#include "check/family_names.h"

#include <gtest/gtest.h>

namespace soat::check {
namespace {

TEST(FamilyNames, AreThoseOfMostVietnamese) {
  for (const char16_t* name : {u"Nguyễn", u"trần", u"LÊ", u"Lý", u"Lí"}) EXPECT_TRUE(is_family_name(text::parse(name)));
}

TEST(FamilyNames, OtherSyllablesAreNone) {
  for (const char16_t* word : {u"đò", u"nguyên", u"của"}) EXPECT_FALSE(is_family_name(text::parse(word)));
  EXPECT_FALSE(is_family_name(text::Syllable()));
}

}  // namespace
}  // namespace soat::check
