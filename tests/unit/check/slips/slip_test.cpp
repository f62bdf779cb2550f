#include "check/slips/slip.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "check/context/confusables.h"

namespace soat::check::context {
namespace {

Form form(std::u16string_view word) {
  Form out;
  EXPECT_TRUE(take_apart(word, out));
  return out;
}

TEST(Form, HoldsBareLettersMarksAndTheTone) {
  const Form duong = form(u"Đường");
  EXPECT_EQ(duong.view(), "duong");
  EXPECT_EQ(duong.letters[0], text::Letter::d_stroke);
  EXPECT_EQ(duong.letters[1], text::Letter::u_horn);
  EXPECT_EQ(duong.tone, text::Tone::huyen);
}

TEST(Form, RefusesWhatIsNoVietnameseWord) {
  Form out;
  EXPECT_FALSE(take_apart(u"", out));
  EXPECT_FALSE(take_apart(u"naïve", out));
  EXPECT_FALSE(take_apart(u"a1", out));
  EXPECT_FALSE(take_apart(u"nghiêngnghiêng", out));
}

TEST(Slip, NamesTheChangeOfOneMark) {
  const Slip slip = compare(form(u"tôt"), form(u"tốt"), 0, 3, 0);
  EXPECT_EQ(slip.marks, no_mark_change);
  EXPECT_EQ(tone_change_name(slip.tone), "ngang>sắc");
  EXPECT_EQ(mark_change_name(compare(form(u"con"), form(u"cơn"), 0, 3, 0).marks), "o>ơ");
}

TEST(Slip, TellsMissingMarksFromOthersWhenThereAreSeveral) {
  EXPECT_EQ(mark_change_name(compare(form(u"duong"), form(u"đương"), 0, 5, 0).marks), "several missing");
  EXPECT_EQ(mark_change_name(compare(form(u"đương"), form(u"duong"), 0, 5, 0).marks), "several added");
  EXPECT_EQ(mark_change_name(compare(form(u"đuông"), form(u"dương"), 0, 5, 0).marks), "several other");
}

TEST(Slip, HasADifferentNameForEachChange) {
  std::set<std::string> names;
  for (const Operation& operation : all_operations()) EXPECT_TRUE(names.insert(name(operation)).second);
  for (std::size_t i = 1; i < mark_change_count; ++i)
    EXPECT_TRUE(names.insert(mark_change_name(static_cast<MarkChange>(i))).second);
}

TEST(BareParts, KeepGiAndQuTogether) {
  EXPECT_EQ(bare_onset("giang"), "gi");
  EXPECT_EQ(bare_onset("gi"), "g");
  EXPECT_EQ(bare_onset("nghieng"), "ngh");
  EXPECT_EQ(bare_coda("nghieng"), "ng");
  EXPECT_EQ(bare_coda("hai"), "i");
  EXPECT_EQ(bare_coda("ta"), "");
}

}  // namespace
}  // namespace soat::check::context
