#include "check/best_suggestions.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace soat::check {
namespace {

using Words = std::vector<std::u16string>;

TEST(BestSuggestions, LeaveOutWhatWasSaidAndKeepTheOrder) {
  EXPECT_EQ(best_suggestions({u"b", u"a", u"b", u"c", u"a"}), (Words{u"b", u"a", u"c"}));
  EXPECT_TRUE(best_suggestions({}).empty());
}

TEST(BestSuggestions, AreTenAtTheMost) {
  Words many;
  for (char16_t letter = u'a'; letter <= u'z'; ++letter) many.emplace_back(3, letter);
  const Words kept = best_suggestions(many);
  EXPECT_EQ(kept, Words(many.begin(), many.begin() + 10));
  EXPECT_LE(kept.capacity(), kept.size());
}

}  // namespace
}  // namespace soat::check
