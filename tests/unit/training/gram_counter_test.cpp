#include "training/gram_counter.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <tuple>
#include <vector>

#include "support/test_folder.h"

namespace soat::training {
namespace {

using Words = std::vector<model::WordId>;
constexpr model::WordId a = model::kFirstWord;
constexpr model::WordId b = model::kFirstWord + 1;

// Windows, newest word first, with their counts.
std::map<Words, std::uint32_t> counted(GramCounter& counter) {
  std::map<Words, std::uint32_t> counts;
  counter.for_each([&](const Gram& gram) {
    Words words;
    for (unsigned i = 0; i < counter.order(); ++i) words.push_back(gram.word(i));
    counts[words] += gram.count;
  });
  return counts;
}

TEST(GramCounter, CountsEveryWordWithThoseBeforeItAndTheEnd) {
  const test::TestFolder folder;
  GramCounter counter(3, folder.path(), 1);
  counter.add_sentence(Words{a, b});
  counter.add_sentence(Words{a});
  const std::map<Words, std::uint32_t> expected = {{{a, model::kBoundary, model::kNone}, 2},
                                                   {{b, a, model::kBoundary}, 1},
                                                   {{model::kBoundary, b, a}, 1},
                                                   {{model::kBoundary, a, model::kBoundary}, 1}};
  EXPECT_EQ(counted(counter), expected);
  EXPECT_EQ(counted(counter), expected);  // again
}

TEST(GramCounter, ASentenceWithoutWordsIsItsBoundaries) {
  const test::TestFolder folder;
  GramCounter counter(2, folder.path(), 1);
  counter.add_sentence({});
  EXPECT_EQ(counted(counter), (std::map<Words, std::uint32_t>{{{model::kBoundary, model::kBoundary}, 1}}));
}

TEST(GramCounter, OfNothingGivesNothing) {
  const test::TestFolder folder;
  GramCounter counter(5, folder.path(), 1);
  EXPECT_TRUE(counted(counter).empty());
}

TEST(GramCounter, KeepsFiveWordsApart) {
  const test::TestFolder folder;
  GramCounter counter(5, folder.path(), 1);
  counter.add_sentence(Words{a, b, b, b, b});
  counter.add_sentence(Words{b, b, b, b, b});
  const auto counts = counted(counter);
  EXPECT_EQ(counts.at({b, b, b, b, a}), 1U);
  EXPECT_EQ(counts.at({b, b, b, b, b}), 1U);
}

TEST(GramCounter, MergesRunsInOrder) {
  const test::TestFolder folder;
  GramCounter counter(2, folder.path(), 1);  // the least memory: the runs go to disk
  std::mt19937 random(3);
  std::map<Words, std::uint32_t> expected;
  for (int i = 0; i < 40'000; ++i) {
    const Words words = {static_cast<model::WordId>(a + random() % 200),
                         static_cast<model::WordId>(a + random() % 200)};
    counter.add_sentence(words);
    ++expected[{words[0], model::kBoundary}];
    ++expected[{words[1], words[0]}];
    ++expected[{model::kBoundary, words[1]}];
  }
  std::tuple<std::uint64_t, std::uint32_t> last;
  bool first = true;
  counter.for_each([&](const Gram& gram) {
    const std::tuple now(gram.newest, gram.oldest);
    if (!first) {
      ASSERT_LT(last, now);
    }
    first = false;
    last = now;
  });
  EXPECT_EQ(counted(counter), expected);
}

}  // namespace
}  // namespace soat::training
