#include "review/ignored_place.h"

#include <gtest/gtest.h>

#include "check/rule_info.h"
#include "check/rules/table.h"

namespace soat::review {
namespace {

// The first place in a paragraph that reads so.
check::Finding place_in(std::u16string_view paragraph, std::u16string_view wording,
                        std::string_view rule = "spelling.tone-placement") {
  check::Finding finding;
  finding.rule = check::find_rule(rule);
  finding.start = static_cast<std::uint32_t>(paragraph.find(wording));
  finding.end = finding.start + static_cast<std::uint32_t>(wording.size());
  return finding;
}

constexpr std::u16string_view sentence = u"Đến mùa nứơc lên, bà con lại ra đồng.";

bool survives(std::u16string_view edited, std::u16string_view wording = u"nứơc") {
  IgnoredInDocument ignored;
  ignored.add_place(place_in(sentence, u"nứơc"), sentence);
  return ignored.contains(place_in(edited, wording), edited);
}

TEST(IgnoredInDocument, FindsAPlaceAgainAfterEditsOnOneSide) {
  EXPECT_TRUE(survives(sentence));
  EXPECT_TRUE(survives(u"Rồi đến mùa nứơc lên, bà con đã về."));
  EXPECT_TRUE(survives(u"Đến mùa nứơc lên"));
  EXPECT_TRUE(survives(u"Đến MÙA   nứơc (lên) rồi."));
  EXPECT_TRUE(survives(u"Khi nứơc lên, bà con lại ra đồng."));
  EXPECT_TRUE(survives(u"Đến mùa nứơc xuống, bà con về.")) << "all that stands before";
}

TEST(IgnoredInDocument, DoesNotTakeAnotherPlaceForIt) {
  EXPECT_FALSE(survives(u"Mùa nứơc xuống."));
  EXPECT_FALSE(survives(u"Khi nứơc rút, bà con lại ra đồng."));
  EXPECT_FALSE(survives(u"Đến mùa trừơng lên, bà con lại ra đồng.", u"trừơng"));
  IgnoredInDocument ignored;
  ignored.add_place(place_in(sentence, u"nứơc"), sentence);
  EXPECT_FALSE(ignored.contains(place_in(sentence, u"nứơc", "spelling.joined"), sentence));
}

TEST(IgnoredInDocument, DoesNotTakeForItWhatOnlyHasTheSameWordsRightBesideIt) {
  constexpr std::u16string_view one = u"Mùa nứơc lên rất nhanh.";
  IgnoredInDocument ignored;
  ignored.add_place(place_in(one, u"nứơc"), one);
  for (const std::u16string_view other : {u"Trời mưa, mùa nứơc lên chậm.", u"Mùa nứơc xuống.", u"Con nứơc lên."})
    EXPECT_FALSE(ignored.contains(place_in(other, u"nứơc"), other));
  constexpr std::u16string_view longer = u"Mùa nứơc lên rất nhanh ở vùng này.";
  EXPECT_TRUE(ignored.contains(place_in(longer, u"nứơc"), longer));
}

TEST(IgnoredInDocument, KnowsAPlaceAtTheEdgesOfItsParagraph) {
  IgnoredInDocument ignored;
  ignored.add_place(place_in(u"Nứơc", u"Nứơc"), u"Nứơc");
  EXPECT_TRUE(ignored.contains(place_in(u"Nứơc.", u"Nứơc"), u"Nứơc."));
  EXPECT_FALSE(ignored.contains(place_in(u"Nứơc lên.", u"Nứơc"), u"Nứơc lên."));
}

TEST(IgnoredInDocument, IgnoresAWordingWhereverItStands) {
  IgnoredInDocument ignored;
  EXPECT_TRUE(ignored.add_rule("spelling.tone-placement:nứơc"));
  EXPECT_TRUE(ignored.contains(place_in(sentence, u"nứơc"), sentence));
  EXPECT_TRUE(ignored.contains(place_in(u"Mùa nứơc xuống.", u"nứơc"), u"Mùa nứơc xuống."));
  EXPECT_FALSE(ignored.contains(place_in(u"Mùa trừơng.", u"trừơng"), u"Mùa trừơng."));
  IgnoredInDocument read = IgnoredInDocument::read(ignored.text());
  EXPECT_TRUE(read.contains(place_in(u"Mùa nứơc xuống.", u"nứơc"), u"Mùa nứơc xuống."));
  read.add_place(place_in(sentence, u"nứơc"), sentence);
  EXPECT_EQ(read.names(), (std::vector<std::u16string>{u"spelling.tone-placement:nứơc"})) << "once for all of it";
  EXPECT_TRUE(read.remove(u"spelling.tone-placement:nứơc"));
  EXPECT_TRUE(read.empty());
  EXPECT_FALSE(read.contains(place_in(sentence, u"nứơc"), sentence));
}

TEST(IgnoredInDocument, IgnoresAWholeRule) {
  IgnoredInDocument ignored;
  EXPECT_TRUE(ignored.add_rule("spelling.tone-placement"));
  EXPECT_FALSE(ignored.add_rule("spelling.tone-placement"));
  EXPECT_TRUE(ignored.contains(place_in(sentence, u"nứơc"), sentence));
  EXPECT_FALSE(ignored.contains(place_in(sentence, u"nứơc", "spelling.joined"), sentence));
}

TEST(IgnoredInDocument, IsWrittenWithoutBlanksAndReadAgain) {
  constexpr std::u16string_view odd = u"Giá 5;6,7 %  là đắt.";
  IgnoredInDocument ignored;
  ignored.add_rule("style.tone");
  ignored.add_place(place_in(sentence, u"nứơc"), sentence);
  ignored.add_place(place_in(odd, u"5;6,7 %"), odd);
  const std::string text = ignored.text();
  EXPECT_EQ(text.find_first_of(" \t\n"), std::string::npos) << text;
  const IgnoredInDocument again = IgnoredInDocument::read(text);
  EXPECT_EQ(again.text(), text);
  EXPECT_EQ(again.names(), ignored.names());
  EXPECT_TRUE(again.contains(place_in(odd, u"5;6,7 %"), odd));
  EXPECT_TRUE(again.contains(place_in(sentence, u"nứơc"), sentence));
  EXPECT_FALSE(IgnoredInDocument(again).add_place(place_in(sentence, u"nứơc"), sentence));
}

TEST(IgnoredInDocument, KeepsWhatItDoesNotUnderstand) {
  for (const char* const text : {"place-of-tomorrow:x,1.2,3;", "%zz;", "%4", "rule,1.1.1,2.2.2;", ",;",
                                 "a:b,1.1.x,1.1.1;", "a:b,1..1,1.1.1;", "a:b,fffffffff.1.1,1.1.1;"}) {
    IgnoredInDocument ignored = IgnoredInDocument::read(text);
    EXPECT_TRUE(ignored.empty()) << text;
    ignored.add_rule("style.tone");
    const std::string written = ignored.text();
    const std::string_view entry(text, std::string_view(text).find_last_not_of(';') + 1);
    EXPECT_NE(written.find(entry), std::string::npos) << written;
  }
}

TEST(IgnoredInDocument, TakesOutByName) {
  IgnoredInDocument ignored;
  ignored.add_rule("style.tone");
  ignored.add_place(place_in(sentence, u"nứơc"), sentence);
  ignored.add_place(place_in(u"Mùa nứơc xuống.", u"nứơc"), u"Mùa nứơc xuống.");
  EXPECT_EQ(ignored.names(), (std::vector<std::u16string>{u"style.tone", u"spelling.tone-placement:nứơc"}));
  EXPECT_TRUE(ignored.remove(u"spelling.tone-placement:nứơc"));
  EXPECT_FALSE(ignored.remove(u"spelling.tone-placement:nứơc"));
  EXPECT_TRUE(ignored.remove(u"style.tone"));
  EXPECT_TRUE(ignored.empty());
  EXPECT_EQ(ignored.text(), "");
}

}  // namespace
}  // namespace soat::review
