#include "check/highland_names.h"

#include <gtest/gtest.h>

#include <memory>
#include <string_view>

namespace soat::check {
namespace {

class HighlandName : public testing::Test {
 protected:
  // Whether a word in a text may be one.
  static bool may_be(std::u16string_view word, std::u16string_view text, bool with_lists = true) {
    static const auto words =
        std::make_shared<const RuleWords>(RuleWords::load(SOAT_SOURCE_DIR "/dictionaries/vi/rule-words.txt"));
    text::Analysis analysis;
    text::analyse(text, analysis);
    const HighlandNames names(with_lists ? words : nullptr);
    for (const text::Token& token : analysis.tokens) {
      if (analysis.view(token) == word) return names.may_be(analysis, token);
    }
    ADD_FAILURE() << "no such word";
    return false;
  }
};

TEST_F(HighlandName, StandsBesideOtherCapitals) {
  EXPECT_TRUE(may_be(u"Kà", u"Qua cửa khẩu Kà Tum."));
  EXPECT_TRUE(may_be(u"Kà", u"Kà Tum là một cửa khẩu."));
  EXPECT_TRUE(may_be(u"Kọ", u"Họ đến Đắk Kọ rồi về."));
}

TEST_F(HighlandName, StandsBehindWordsThatNamesFollow) {
  EXPECT_TRUE(may_be(u"Kạ", u"Họ đến buôn Kạ rồi về."));
  EXPECT_TRUE(may_be(u"Kồ", u"Ông Kồ đã về."));
  EXPECT_TRUE(may_be(u"Kọ", u"Ở xã Kọ có chợ."));
  EXPECT_FALSE(may_be(u"Kọ", u"Ở xã Kọ có chợ.", false)) << "the lists cannot be used";
}

TEST_F(HighlandName, IsNoWordInSmallLettersNorOneThatHasKBySpelling) {
  EXPECT_FALSE(may_be(u"kái", u"Họ mua kái bàn."));
  EXPECT_FALSE(may_be(u"Kái", u"Kái bàn này đẹp."));
  EXPECT_FALSE(may_be(u"Kiên", u"Ở thành phố Kiên Giang."));
  EXPECT_FALSE(may_be(u"Khánh", u"Ở tỉnh Khánh Hòa."));
}

}  // namespace
}  // namespace soat::check
