#include "check/variants/name_spellings.h"

#include <gtest/gtest.h>

#include "text/utf.h"
#include "unit/check/shipped_words.h"

namespace soat::check {
namespace {

std::vector<text::Analysis> analysed(std::initializer_list<std::u16string_view> paragraphs) {
  std::vector<text::Analysis> all;
  for (const std::u16string_view paragraph : paragraphs) text::analyse(paragraph, all.emplace_back());
  return all;
}

// "Đắk Lắk 2, Đắc Lắc 1; …"
std::string spellings(const std::vector<text::Analysis>& paragraphs) {
  std::string out;
  for (const NameSpellings& name : find_name_spellings(paragraphs, shipped_lexicon())) {
    if (!out.empty()) out += "; ";
    for (std::size_t i = 0; i < name.size(); ++i) {
      const NamePlace& place = name[i].front();
      const text::Analysis& in = paragraphs[place.paragraph];
      out += (i > 0 ? ", " : "") + text::to_utf8(in.view(in.tokens[place.token])) + " " +
             text::to_utf8(in.view(in.tokens[place.token + 1])) + " " + std::to_string(name[i].size());
    }
  }
  return out;
}

TEST(NameSpellings, TheMostFrequentComesFirst) {
  EXPECT_EQ(spellings(analysed({u"Tỉnh Đắc Lắc và Đắk Lắk.", u"Ở Đắk Lắk mưa."})), "Đắk Lắk 2, Đắc Lắc 1");
}

TEST(NameSpellings, OfAsFrequentOnesTheFirstInTheText) {
  EXPECT_EQ(spellings(analysed({u"Nước Hoa Kì và nước Hoa Kỳ."})), "Hoa Kì 1, Hoa Kỳ 1");
}

TEST(NameSpellings, PlacesOfTonesAndOtherNamesAreNone) {
  EXPECT_EQ(spellings(analysed({u"Bà Thuỵ Anh và bà Thụy Anh."})), "");
  EXPECT_EQ(spellings(analysed({u"Anh Nguyễn Hùng gặp anh Nguyễn Hưng."})), "");
  EXPECT_EQ(spellings({}), "");
  EXPECT_EQ(spellings(analysed({u"", u"Đắk Lắk"})), "");
}

TEST(SpeltAs, HasTheLettersOfOneAndTheCapitalsOfTheOther) {
  const std::vector<text::Analysis> both = analysed({u"Đắk Lắk", u"ĐẮC LẮC"});
  EXPECT_EQ(spelt_as(both[0], 0, both[1], 0), u"ĐẮK LẮK");
  EXPECT_EQ(spelt_as(both[1], 0, both[0], 0), u"Đắc Lắc");
}

}  // namespace
}  // namespace soat::check
