#include "check/word_shape.h"

#include <gtest/gtest.h>

namespace soat::check {
namespace {

TEST(WordShape, TellsLettersThatOnlyVietnameseHas) {
  EXPECT_TRUE(shape_of(u"người").only_vietnamese);
  EXPECT_FALSE(shape_of(u"café").only_vietnamese);
  EXPECT_TRUE(shape_of(u"café").marked);
  EXPECT_FALSE(shape_of(u"cafe").marked);
}

TEST(WordShape, TellsLettersThatVietnameseHasNot) {
  for (const std::u16string_view word : {u"wifi", u"jean", u"schön", u"Zalo"})
    EXPECT_TRUE(shape_of(word).foreign_letter) << word.size();
  EXPECT_FALSE(shape_of(u"nghiêng").foreign_letter);
}

TEST(WordShape, TellsConsonantsThatNoSyllableBeginsOrEndsWith) {
  for (const std::u16string_view word : {u"stop", u"krong", u"Đak", u"hotel", u"grup"})
    EXPECT_TRUE(shape_of(word).foreign_cluster) << word.size();
  for (const std::u16string_view word : {u"trong", u"ngang", u"thích", u"KHÔNG", u"nhanh"})
    EXPECT_FALSE(shape_of(word).foreign_cluster) << word.size();
}

TEST(WordShape, CountsRunsOfVowels) {
  EXPECT_EQ(shape_of(u"trng").vowel_groups, 0);
  EXPECT_EQ(shape_of(u"nguời").vowel_groups, 1);
  EXPECT_EQ(shape_of(u"banana").vowel_groups, 3);
}

}  // namespace
}  // namespace soat::check
