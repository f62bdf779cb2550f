#include "check/garble/predecessors.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <iterator>
#include <set>
#include <span>
#include <vector>

#include "text/syllable.h"

namespace soat::check::garble {
namespace {

using model::WordId;

class PredecessorsTest : public testing::Test {
 protected:
  WordId word(std::u16string_view text) const { return words_->find(text::parse(text)); }

  std::vector<WordId> successors(WordId before) const {
    const model::LanguageModel::Successors all = words_->successors(before);
    std::vector<WordId> out;
    for (std::uint32_t i = 0; i < all.size(); ++i) out.push_back(all[i]);
    return out;
  }

  std::shared_ptr<const model::LanguageModel> words_ =
      model::LanguageModel::open(std::filesystem::path(SOAT_SOURCE_DIR) / "dictionaries/vi/soat.model");
  Predecessors predecessors_{*words_};
};

TEST_F(PredecessorsTest, AreThePairsTurnedRound) {
  for (const char16_t* text : {u"của", u"nghiêng", u"hóa", u"sương"}) {
    const std::span<const WordId> before = predecessors_.of(word(text));
    EXPECT_FALSE(before.empty());
    EXPECT_TRUE(std::ranges::is_sorted(before));
    const std::span<const std::uint8_t> codes = predecessors_.codes(word(text));
    ASSERT_EQ(codes.size(), before.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
      EXPECT_TRUE(std::ranges::binary_search(successors(before[i]), word(text)));
      model::State state;
      words_->score(words_->no_context(), before[i], state);
      EXPECT_EQ(words_->pair_probability(codes[i]), words_->score(state, word(text)).log_probability);
    }
  }
}

TEST_F(PredecessorsTest, GiveWhatFitsBetweenTwoWords) {
  // Frequent words have filters, rare ones have none: all four ways.
  for (const char16_t* before : {u"của", u"và", u"nghiêng", u"sương"}) {
    for (const char16_t* after : {u"là", u"có", u"ngả", u"mù"}) {
      const std::vector<WordId> left = successors(word(before));
      const std::span<const WordId> right = predecessors_.of(word(after));
      std::vector<WordId> expected;
      std::ranges::set_intersection(left, right, std::back_inserter(expected));
      std::erase_if(expected, [](WordId w) { return w < model::kFirstWord; });
      Between found;
      find_between(*words_, predecessors_, word(before), word(after), 100000, found);
      EXPECT_EQ(found.words, expected);
      ASSERT_EQ(found.places.size(), expected.size());
      for (std::size_t i = 0; i < expected.size(); ++i) EXPECT_EQ(left[found.places[i]], expected[i]);
    }
  }
  Between found{{WordId{17}}, {3}};
  find_between(*words_, predecessors_, word(u"của"), word(u"là"), 10, found);
  EXPECT_TRUE(found.words.empty() && found.places.empty()) << "both lists are longer than 10";
}

}  // namespace
}  // namespace soat::check::garble
