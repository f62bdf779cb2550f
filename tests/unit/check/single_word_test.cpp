#include "check/single_word.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "check/syllable_candidates.h"

namespace soat::check {
namespace {

class SingleWord : public testing::Test {
 protected:
  bool known(std::u16string_view word) const { return is_known(*lexicon_, candidates_, word); }
  std::vector<std::u16string> meant(std::u16string_view word) const {
    return suggestions_for(*lexicon_, candidates_, word);
  }
  std::u16string first(std::u16string_view word) const {
    const std::vector<std::u16string> all = meant(word);
    return all.empty() ? u"" : all.front();
  }

  std::shared_ptr<const lexicon::Lexicon> lexicon_ =
      lexicon::Lexicon::load({SOAT_SOURCE_DIR "/dictionaries/vi", {}, {}});
  SyllableCandidates candidates_{*lexicon_};
};

TEST_F(SingleWord, IsKnownWhenItIsASyllableInUseInAnyCaseAndEitherStyleOfTones) {
  for (const std::u16string_view word : {u"người", u"NGƯỜI", u"Hoà", u"hòa", u"mỹ", u"mĩ"}) EXPECT_TRUE(known(word));
}

TEST_F(SingleWord, IsNotKnownWhenItIsVietnameseMisspelt) {
  for (const std::u16string_view word : {u"nguời", u"đuợc", u"nghành", u"Viêt"}) EXPECT_FALSE(known(word));
}

TEST_F(SingleWord, ThatDoesNotLookVietnameseIsNoMatterOfSpelling) {
  for (const std::u16string_view word :
       {u"", u"x", u"123", u"COVID19", u"Johnson", u"Zürich", u"example.com", u"--", u"…"})
    EXPECT_TRUE(known(word));
}

TEST_F(SingleWord, OfSeveralPartsIsKnownWhenAllAre) {
  EXPECT_TRUE(known(u"xã-hội"));
  EXPECT_TRUE(known(u"xã hội"));
  EXPECT_FALSE(known(u"nhà-nghành"));
}

TEST_F(SingleWord, TooLongToBeOneIsLeftAlone) {
  EXPECT_TRUE(known(std::u16string(200, u'ư')));
}

TEST_F(SingleWord, IsMendedInItsCaseAndWithItsPunctuation) {
  EXPECT_EQ(first(u"nguời"), u"người");
  EXPECT_EQ(first(u"Nguời,"), u"Người,");
  EXPECT_EQ(first(u"“NGUỜI”"), u"“NGƯỜI”");
  EXPECT_EQ(first(u"nhà-nghành"), u"nhà-ngành") << "the parts that are known stay";
}

TEST_F(SingleWord, ThatIsKnownHasNoSuggestions) {
  EXPECT_TRUE(meant(u"người").empty());
  EXPECT_TRUE(meant(u"").empty());
}

TEST_F(SingleWord, HasTenSuggestionsAtMost) {
  for (const std::u16string_view word : {u"nguời", u"tuơng", u"khôngg", u"xinhđẹp"}) {
    const std::vector<std::u16string> all = meant(word);
    EXPECT_FALSE(all.empty());
    EXPECT_LE(all.size(), 10U);
  }
}

TEST_F(SingleWord, MadeOfSyllablesRunTogetherIsSetApart) {
  const std::vector<std::u16string> all = meant(u"ngườidân");
  EXPECT_NE(std::ranges::find(all, u"người dân"), all.end());
}

}  // namespace
}  // namespace soat::check
