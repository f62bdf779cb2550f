#include "check/context/confusables.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace soat::check::context {
namespace {

constexpr auto words = std::to_array<std::u16string_view>(
    {u"chung", u"trung", u"trùng", u"chúng", u"cung", u"nghỉ", u"nghĩ", u"bàn", u"bàng", u"gạo", u"rất", u"dất"});

// The words that one slip turns into what is written, with the slip.
std::map<std::u16string_view, Slip> meant_by(std::u16string_view written) {
  static const Confusables confusables(words);
  Form form;
  EXPECT_TRUE(take_apart(written, form));
  std::map<std::u16string_view, Slip> found;
  confusables.visit(form, [&](std::uint32_t word, const Slip& slip) {
    EXPECT_TRUE(found.emplace(words[word], slip).second) << "each word once";
  });
  return found;
}

TEST(Confusables, AreOneSlipAway) {
  const auto found = meant_by(u"chung");
  EXPECT_TRUE(found.contains(u"trung")) << "onsets that sound alike";
  EXPECT_TRUE(found.contains(u"chúng")) << "another tone";
  EXPECT_TRUE(found.contains(u"cung")) << "a letter more";
  EXPECT_FALSE(found.contains(u"bàn"));
  EXPECT_FALSE(found.contains(u"chung")) << "what is written is not what else was meant";
}

TEST(Confusables, TellTheSlip) {
  const std::vector<Operation> operations = all_operations();
  const auto found = meant_by(u"chung");
  EXPECT_EQ(operations[found.at(u"trung").operation].kind, Operation::Kind::onset);
  EXPECT_EQ(found.at(u"trung").tone, no_tone_change);
  EXPECT_NE(found.at(u"trùng").tone, no_tone_change);
  EXPECT_EQ(operations[found.at(u"chúng").operation].kind, Operation::Kind::none);
  EXPECT_EQ(operations[found.at(u"cung").operation].kind, Operation::Kind::extra);
  const auto coda = meant_by(u"bàng");
  EXPECT_EQ(operations[coda.at(u"bàn").operation].kind, Operation::Kind::coda);
  EXPECT_EQ(tone_change_name(meant_by(u"nghỉ").at(u"nghĩ").tone), "hỏi>ngã");
}

TEST(Confusables, OfWordsThatAreNoneAreFoundToo) {
  EXPECT_TRUE(meant_by(u"gaọo").contains(u"gạo")) << "a doubled letter";
  EXPECT_TRUE(meant_by(u"GAO").contains(u"gạo")) << "any letter case";
  EXPECT_TRUE(meant_by(u"x").empty());
}

TEST(Confusables, WordsThatCannotBeTakenApartAreNeverFound) {
  constexpr auto odd = std::to_array<std::u16string_view>({u"", u"日本", u"abcdefghijklmnop", u"gạo"});
  const Confusables confusables(odd);
  Form form;
  ASSERT_TRUE(take_apart(u"gao", form));
  std::set<std::uint32_t> found;
  confusables.visit(form, [&](std::uint32_t word, const Slip&) { found.insert(word); });
  EXPECT_EQ(found, std::set<std::uint32_t>{3});
}

TEST(Confusables, OnsetAndCodaOfBareLetters) {
  EXPECT_EQ(bare_onset("nghieng"), "ngh");
  EXPECT_EQ(bare_onset("giang"), "gi");
  EXPECT_EQ(bare_onset("gin"), "g");
  EXPECT_EQ(bare_onset("quang"), "q");
  EXPECT_EQ(bare_onset("an"), "");
  EXPECT_EQ(bare_coda("nghieng"), "ng");
  EXPECT_EQ(bare_coda("toi"), "i");
  EXPECT_EQ(bare_coda("ba"), "");
}

}  // namespace
}  // namespace soat::check::context
