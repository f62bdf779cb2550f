#include "check/joined_syllables.h"

#include <gtest/gtest.h>

#include "text/utf.h"

namespace soat::check {
namespace {

class JoinedSyllables : public testing::Test {
 protected:
  static std::string cut(std::u16string_view word, bool mixed = false) {
    static const auto lexicon = lexicon::Lexicon::load({SOAT_SOURCE_DIR "/dictionaries/vi", {}, {}});
    const SyllableCut found = cut_into_syllables(word, mixed, *lexicon);
    return found.count == 0 ? "" : text::to_utf8(found.apart());
  }
};

TEST_F(JoinedSyllables, AreCutIntoTheLikeliest) {
  EXPECT_EQ(cut(u"đượcmột"), "được một");
  EXPECT_EQ(cut(u"khôngthểnào"), "không thể nào");
}

TEST_F(JoinedSyllables, AreCutAtCapitalsWhereThereAreSome) {
  EXPECT_EQ(cut(u"HàNội", true), "Hà Nội");
  EXPECT_EQ(cut(u"tạiĐiều", true), "tại Điều");
}

TEST_F(JoinedSyllables, AreNoneInOneSyllableAndInWhatIsNone) {
  for (const std::u16string_view word : {u"được", u"xyzw", u"", u"đ"}) EXPECT_EQ(cut(word), "");
  EXPECT_EQ(cut(std::u16string(60, u'à')), "");
}

}  // namespace
}  // namespace soat::check
