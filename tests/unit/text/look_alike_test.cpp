#include "text/look_alike.h"

#include <gtest/gtest.h>

#include <random>

#include "text/utf.h"

namespace soat::text {
namespace {

std::vector<LookAlikeSpan> found(std::u16string_view text) {
  std::vector<LookAlikeSpan> spans;
  find_look_alikes(text, spans);
  return spans;
}

TEST(FindLookAlikes, CleanTextHasNone) {
  EXPECT_TRUE(found(u"Đường về “quê hương” – 20 °C, 5 m², giá 10 €; café, Ångström…").empty());
  EXPECT_TRUE(found(u"").empty());
}

TEST(FindLookAlikes, DStroke) {
  const auto spans = found(u"Ðảng và Ɖoàn, ɖi");
  ASSERT_EQ(spans.size(), 3u);
  EXPECT_EQ(spans[0].kind, LookAlike::d_stroke);
  EXPECT_EQ(spans[0].start, 0u);
  EXPECT_EQ(spans[0].end, 1u);
  EXPECT_EQ(spans[0].meant, u"Đ");
  EXPECT_EQ(spans[2].meant, u"đ");
}

TEST(FindLookAlikes, LettersOfOtherScriptsInLatinWords) {
  const auto spans = found(u"thаnh cоng");  // Cyrillic а and о
  ASSERT_EQ(spans.size(), 2u);
  EXPECT_EQ(spans[0].kind, LookAlike::cyrillic);
  EXPECT_EQ(spans[0].start, 2u);
  EXPECT_EQ(spans[0].meant, u"a");
  EXPECT_EQ(found(u"Νam").at(0).kind, LookAlike::greek);
  EXPECT_EQ(found(u"nơi со núi").at(0).meant, u"co");  // both letters Cyrillic
}

TEST(FindLookAlikes, LeavesOtherLanguagesAlone) {
  EXPECT_TRUE(found(u"báo Правда và слово со мной, góc α, λόγος").empty());
  EXPECT_TRUE(found(u"\u2A6C\u03F6\u0482").empty());  // symbols of the Greek and Cyrillic blocks
}

TEST(FindLookAlikes, MarksThatCompose) {
  const auto spans = found(u"Vie\u0323\u0302t, x\u0301");
  ASSERT_EQ(spans.size(), 1u);
  EXPECT_EQ(spans[0].kind, LookAlike::combining_mark);
  EXPECT_EQ(spans[0].start, 2u);
  EXPECT_EQ(spans[0].end, 5u);
  EXPECT_EQ(spans[0].meant, u"ệ");
}

TEST(FindLookAlikes, SpacesAndInvisibleCharacters) {
  const auto spans = found(u"a\u00A0b\u3000c\u00AD\u200Bd");
  ASSERT_EQ(spans.size(), 3u);
  EXPECT_EQ(spans[0].kind, LookAlike::no_break_space);
  EXPECT_EQ(spans[1].kind, LookAlike::odd_space);
  EXPECT_EQ(spans[1].meant, u" ");
  EXPECT_EQ(spans[2].kind, LookAlike::invisible);
  EXPECT_EQ(spans[2].end - spans[2].start, 2u);
  EXPECT_TRUE(spans[2].meant.empty());
}

TEST(FindLookAlikes, FullWidthStyledAndPrivate) {
  const auto spans = found(u"Ｓoát, \U0001D400b \uE001");
  ASSERT_EQ(spans.size(), 3u);
  EXPECT_EQ(spans[0].kind, LookAlike::full_width);
  EXPECT_EQ(spans[0].meant, u"S");
  EXPECT_EQ(spans[1].kind, LookAlike::styled);
  EXPECT_EQ(spans[1].meant, u"A");
  EXPECT_EQ(spans[2].kind, LookAlike::private_use);
}

TEST(RepairLookAlikes, GivesWhatIsMeant) {
  EXPECT_EQ(repair_look_alikes(u"Ðảng thаnh cо\u0302ng,\u200B Vie\u0323\u0302t\u00A0Nam\u3000Ｓ"),
            u"Đảng thanh công, Việt\u00A0Nam S");
}

TEST(RepairLookAlikes, NothingButWantedKindsIsLeft) {
  std::mt19937 random(11);
  const std::u16string alphabet = u"aeo ÐðƉɖаеорсΑο\u0301\u0302\u0323\u00AD\u200B\u3000Ａ１đệ\xD835\xDC00n";
  for (int round = 0; round < 5'000; ++round) {
    std::u16string text;
    for (std::size_t n = random() % 24; n > 0; --n) text.push_back(alphabet[random() % alphabet.size()]);
    std::uint32_t end = 0;
    for (const LookAlikeSpan& span : found(text)) {
      ASSERT_GE(span.start, end) << to_utf8(text);
      ASSERT_GT(span.end, span.start);
      ASSERT_LE(span.end, text.size());
      end = span.end;
    }
    std::u16string once = repair_look_alikes(text);
    // Repair may bring a letter and a mark together, or Latin letters into a foreign word; it comes to rest.
    for (int pass = 0; pass < 3; ++pass) once = repair_look_alikes(once);
    ASSERT_EQ(repair_look_alikes(once), once) << to_utf8(text);
  }
}

TEST(FindLookAlikes, TakesLongRuns) {
  for (const char16_t unit : {u'\u0301', u'а', u'\u200B', u'Ａ', u'\uE000'}) {
    const std::u16string text(1'000'000, unit);
    const auto spans = found(text);
    EXPECT_LE(spans.size(), 1u);
  }
}

}  // namespace
}  // namespace soat::text
