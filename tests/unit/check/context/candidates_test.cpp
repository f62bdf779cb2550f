#include "check/context/candidates.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "unit/check/shipped_words.h"

namespace soat::check::context {
namespace {

const Candidates& candidates() {
  static const Candidates made(*shipped_words(), SlipCosts::load(shipped_data() / "context-slips.tsv"));
  return made;
}

bool has(std::span<const Candidate> list, std::u16string_view word) {
  return std::ranges::find(list, word_of(word), &Candidate::word) != list.end();
}

TEST(Candidates, AreOneSlipAway) {
  const std::span<const Candidate> list = candidates().of(word_of(u"nỗi"));
  EXPECT_TRUE(has(list, u"nổi"));
  EXPECT_FALSE(has(list, u"nỗi"));  // not itself
  EXPECT_FALSE(has(list, u"trường"));
  EXPECT_LE(list.size(), Candidates::most_candidates);
}

TEST(Candidates, AreListedByTheirWordsToo) {
  const model::WordId word = word_of(u"chiến");
  const std::span<const Candidate> list = candidates().of(word);
  const std::span<const std::uint16_t> ascending = candidates().ascending(word);
  ASSERT_EQ(ascending.size(), list.size());
  for (std::size_t i = 1; i < ascending.size(); ++i) EXPECT_LT(list[ascending[i - 1]].word, list[ascending[i]].word);
}

TEST(Candidates, OfAWordThatTheModelDoesNotHave) {
  std::vector<Candidate> found = {{}};
  candidates().find(u"NGUỜI", found);
  EXPECT_TRUE(has(found, u"người"));
  candidates().find(u"xyz123", found);
  EXPECT_TRUE(found.empty());
  candidates().find(u"", found);
  EXPECT_TRUE(found.empty());
}

TEST(Candidates, ClassesHaveNone) {
  EXPECT_TRUE(candidates().of(model::kBoundary).empty());
  EXPECT_EQ(candidates().spelling(word_of(u"nổi")), u"nổi");
}

TEST(Candidates, AreAsManyAsWereAskedFor) {
  const Candidates few(*shipped_words(), SlipCosts::load(shipped_data() / "context-slips.tsv"), 3);
  const std::span<const Candidate> all = candidates().of(word_of(u"chiến"));
  const std::span<const Candidate> three = few.of(word_of(u"chiến"));
  ASSERT_EQ(three.size(), 3U);
  for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(three[i].word, all[i].word);
}

}  // namespace
}  // namespace soat::check::context
