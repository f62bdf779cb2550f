#include "text/syllable_inventory.h"

#include <gtest/gtest.h>

#include <set>
#include <tuple>

namespace soat::text {
namespace {

TEST(Rimes, NoneComesTwice) {
  std::set<std::tuple<Medial, Nucleus, Coda>> seen;
  for (const Rime& rime : rimes) EXPECT_TRUE(seen.emplace(rime.medial, rime.nucleus, rime.coda).second);
  EXPECT_EQ(seen.size(), rime_count);
}

TEST(Inventory, EachSpellingIsFoundAgain) {
  const Inventory& inventory = Inventory::get();
  std::size_t combinations = 0;
  for (std::size_t onset = 0; onset < onset_count; ++onset) {
    for (std::size_t rime = 0; rime < rime_count; ++rime) {
      const PackedSpelling spelling = inventory.spelling(static_cast<Onset>(onset), static_cast<RimeId>(rime));
      if (spelling.letters() == 0) continue;
      ++combinations;
      ASSERT_EQ(inventory.find(spelling.letters()),
                static_cast<int>(Syllable(static_cast<Onset>(onset), static_cast<RimeId>(rime), Tone::ngang).code()));
    }
  }
  EXPECT_GT(combinations, 3000U);
}

TEST(Inventory, FindsNothingForOtherLetters) {
  PackedSpelling odd;
  odd.add(u"xyz");
  EXPECT_EQ(Inventory::get().find(odd.letters()), -1);
  EXPECT_TRUE(Inventory::get().family(bare_letters(odd)).empty());
}

TEST(Inventory, StopsHaveTwoTones) {
  for (const Syllable syllable : Inventory::get().possible()) {
    if (!is_stop(syllable.coda())) continue;
    ASSERT_TRUE(syllable.tone() == Tone::sac || syllable.tone() == Tone::nang);
  }
}

TEST(Inventory, FamiliesHoldEveryPossibleSyllableOnce) {
  const Inventory& inventory = Inventory::get();
  std::set<std::uint64_t> keys;
  for (const Syllable syllable : inventory.possible())
    keys.insert(bare_letters(inventory.spelling(syllable.onset(), syllable.rime())));
  std::size_t members = 0;
  for (const std::uint64_t key : keys) {
    ASSERT_FALSE(inventory.family(key).empty());
    for (const Syllable syllable : inventory.family(key)) {
      ++members;
      ASSERT_EQ(bare_letters(inventory.spelling(syllable.onset(), syllable.rime())), key);
    }
  }
  EXPECT_EQ(members, inventory.possible().size());
}

TEST(PackedSpelling, KeepsLettersAndPlacesOfMarks) {
  PackedSpelling spelling;
  spelling.add(u"nghiêng");
  spelling.set_marks(4, 5);
  EXPECT_EQ(spelling.size(), PackedSpelling::max_letters);
  EXPECT_EQ(spelling.letter(4), letter_info(u'ê').letter);
  EXPECT_EQ(spelling.mark(ToneStyle::old_style), 4U);
  EXPECT_EQ(spelling.mark(ToneStyle::new_style), 5U);
  const PackedSpelling copy(spelling.bits());
  EXPECT_EQ(copy.letters(), spelling.letters());
  EXPECT_NE(bare_letters(spelling), spelling.letters());
}

}  // namespace
}  // namespace soat::text
