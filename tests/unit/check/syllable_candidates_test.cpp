#include "check/syllable_candidates.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "check/slips/slip_cost.h"
#include "lexicon/lexicon.h"

namespace soat::check {
namespace {

class SyllableCandidatesTest : public testing::Test {
 protected:
  // All syllables in use compared with the word one by one.
  std::vector<Candidate> compared_with_all(std::u16string_view word, float limit, std::size_t most) const {
    constexpr float log_of_two = 0.6931F;
    constexpr float cost_weight = 6;
    std::vector<Candidate> all;
    for (const text::Syllable syllable : text::possible_syllables()) {
      if (!lexicon_->attested(syllable)) continue;
      const float cost = slip_cost(WordLetters(word), WordLetters(text::spell(syllable)), 100);
      if (cost <= limit)
        all.push_back(
            {syllable, cost, log_of_two * static_cast<float>(lexicon_->frequency(syllable)) - cost_weight * cost});
    }
    std::ranges::sort(all, [](const Candidate& a, const Candidate& b) {
      return a.score != b.score ? a.score > b.score : a.syllable < b.syllable;
    });
    all.resize(std::min(all.size(), most));
    return all;
  }

  std::shared_ptr<const lexicon::Lexicon> lexicon_ =
      lexicon::Lexicon::load({SOAT_SOURCE_DIR "/dictionaries/vi", {}, {}});
  SyllableCandidates candidates_{*lexicon_};
};

TEST_F(SyllableCandidatesTest, AreThoseThatComparingWithAllSyllablesFinds) {
  for (const std::u16string_view word : {u"nguời", u"đuợc", u"trấm", u"nghành", u"google", u"tuơng", u"xyz", u"ưung",
                                         u"khôngg", u"THƯC", u"qủa", u"chuơng", u"gnhe", u"mm", u"wifi", u"dảm"}) {
    for (const float limit : {0.6F, 1.3F, 2.2F}) {
      for (const std::size_t most : std::to_array<std::size_t>({1, 8})) {
        const std::vector<Candidate> found = candidates_.find(word, limit, most);
        const std::vector<Candidate> expected = compared_with_all(word, limit, most);
        ASSERT_EQ(found.size(), expected.size()) << limit;
        for (std::size_t i = 0; i < found.size(); ++i) {
          EXPECT_EQ(found[i].syllable, expected[i].syllable) << i << " of " << most << " up to " << limit;
          EXPECT_EQ(found[i].cost, expected[i].cost);
          EXPECT_EQ(found[i].score, expected[i].score);
        }
      }
    }
  }
}

TEST_F(SyllableCandidatesTest, OfARightWordIsTheWordItself) {
  const std::vector<Candidate> found = candidates_.find(u"người", 0, 5);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].syllable, text::parse(u"người"));
  EXPECT_EQ(found[0].cost, 0);
}

TEST_F(SyllableCandidatesTest, OfNothingAndOfTooMuchAreNone) {
  EXPECT_TRUE(candidates_.find(u"", 5, 5).empty());
  EXPECT_TRUE(candidates_.find(u"nguời", 5, 0).empty());
  EXPECT_TRUE(candidates_.find(u"nguờinguờinguờinguời", 5, 5).empty());
  EXPECT_TRUE(candidates_.find(u"字", 0.5F, 5).empty());
}

}  // namespace
}  // namespace soat::check
