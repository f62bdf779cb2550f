#include "training/learn_additions.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "support/test_folder.h"
#include "text/error.h"

namespace soat::training {
namespace {

// How often the words, with blanks between them, were counted; 0 when they were left out.
std::uint32_t count_of(const model::Additions& additions, const std::vector<std::string>& words) {
  const auto found = std::ranges::find(additions.entries, words, &model::Additions::Entry::words);
  return found == additions.entries.end() ? 0 : found->count;
}

model::Additions learnt(const std::string& text, std::uint32_t minimum) {
  const test::TestFolder folder;
  return learn_additions(std::array{folder.write("a.txt", text)}, minimum);
}

TEST(LearnAdditions, CountsWordsPairsAndTriples) {
  const model::Additions additions = learnt("ghe bầu lớn\nghe bầu lớn\nghe bầu nhỏ\n", 2);
  EXPECT_EQ(count_of(additions, {"ghe"}), 3U);
  EXPECT_EQ(count_of(additions, {"ghe", "bầu"}), 3U);
  EXPECT_EQ(count_of(additions, {"ghe", "bầu", "lớn"}), 2U);
  EXPECT_EQ(count_of(additions, {"nhỏ"}), 0U);
  EXPECT_EQ(count_of(additions, {"bầu", "nhỏ"}), 0U);
}

TEST(LearnAdditions, TellsNamesAndAbbreviationsFromWords) {
  const model::Additions additions =
      learnt("Ông Zenbox và ông ZENBOX, rồi zenbox\nThăm Zenbox và ZENBOX với zenbox\n", 2);
  EXPECT_EQ(count_of(additions, {"^zenbox"}), 2U);
  EXPECT_EQ(count_of(additions, {"+zenbox"}), 2U);
  EXPECT_EQ(count_of(additions, {"zenbox"}), 2U);
}

TEST(LearnAdditions, SpellingsOfTheSameSyllableAreOne) {
  const model::Additions additions = learnt("ghe hoà sĩ\nghe hòa sỹ\n", 2);
  EXPECT_EQ(additions.entries.size(), learnt("ghe hòa sĩ\nghe hòa sĩ\n", 2).entries.size());
  EXPECT_EQ(count_of(learnt("ghe ho\u00E0\nghe hoa\u0300\n", 2), {"ghe"}), 2U);
}

TEST(LearnAdditions, NumbersAreOneClass) {
  const model::Additions additions = learnt("ghe 12\nghe 345\n", 2);
  const auto pairs = std::ranges::count_if(additions.entries, [](const model::Additions::Entry& entry) {
    return entry.words.size() == 2 && entry.words.front() == "ghe";
  });
  EXPECT_EQ(pairs, 1);
}

TEST(LearnAdditions, SaysWhenNothingComesBack) {
  EXPECT_THROW(learnt("", 1), Error);
  EXPECT_THROW(learnt("một hai ba\n", 2), Error);
  EXPECT_THROW(learn_additions({}, 1), Error);
  EXPECT_THROW(learn_additions(std::array{std::filesystem::path("/không/có")}, 1), Error);
}

}  // namespace
}  // namespace soat::training
