#include "check/variants/capital_families.h"

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "text/utf.h"

namespace soat::check {
namespace {

std::vector<text::Analysis> analysed(std::initializer_list<std::u16string_view> texts) {
  std::vector<text::Analysis> paragraphs;
  for (const std::u16string_view one : texts) text::analyse(one, paragraphs.emplace_back());
  return paragraphs;
}

const CapitalTable& varying() {
  static const CapitalTable table = CapitalTable::load(SOAT_SOURCE_DIR "/dictionaries/vi/capitals-varying.txt");
  return table;
}

// "Phó Chủ tịch 2, Phó chủ tịch 1": the wordings of all families with the number of their places.
std::string wordings(std::initializer_list<std::u16string_view> texts) {
  std::string out;
  const std::vector<text::Analysis> paragraphs = analysed(texts);
  for (const auto& [line, family] : find_capital_families(paragraphs, varying())) {
    for (const CapitalFamily::Wordings* each : {&family.by_norm, &family.otherwise}) {
      for (const auto& [wording, places] : *each)
        out += (out.empty() ? "" : ", ") + text::to_utf8(wording) + " " + std::to_string(places.size());
    }
  }
  return out;
}

TEST(CapitalFamilies, ThoseByTheNormStandBeforeTheOthers) {
  EXPECT_EQ(wordings({u"Hôm qua, Phó chủ tịch xã đến.", u"Sau đó Phó Chủ tịch xã về, rồi Phó Chủ tịch lại đến."}),
            "Phó Chủ tịch 2, Phó chủ tịch 1");
}

TEST(CapitalFamilies, SmallLettersAndHeadingsSayNothing) {
  EXPECT_EQ(wordings({u"Hôm qua, phó chủ tịch xã đến."}), "");
  EXPECT_EQ(wordings({u"PHÓ CHỦ TỊCH XÃ ĐẾN"}), "");
  EXPECT_EQ(wordings({u"Hôm Qua Phó Chủ Tịch Xã Đến"}), "");
}

TEST(CapitalFamilies, PlacesAreThoseOfTheNamesFirstWord) {
  const std::vector<text::Analysis> paragraphs = analysed({u"Một dòng.", u"Hôm qua, Phó chủ tịch xã đến."});
  const auto families = find_capital_families(paragraphs, varying());
  ASSERT_EQ(families.size(), 1U);
  const CapitalFamily& family = families.begin()->second;
  ASSERT_EQ(family.otherwise.size(), 1U);
  const CapitalPlace& place = family.otherwise.begin()->second.at(0);
  EXPECT_EQ(place.paragraph, 1U);
  EXPECT_EQ(place.token, 3U);
  EXPECT_EQ(place.name->length, 3U);
}

TEST(CapitalFamilies, OfNoTextAreNone) {
  EXPECT_TRUE(find_capital_families({}, varying()).empty());
  EXPECT_EQ(wordings({u"", u"Phó"}), "");
}

}  // namespace
}  // namespace soat::check
