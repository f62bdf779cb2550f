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

std::set<std::u16string_view> meant(std::u16string_view written, std::span<const std::u16string_view> words) {
  std::set<std::u16string_view> out;
  const Confusables confusables(words);
  confusables.visit(form(written),
                    [&](std::uint32_t word, const Slip&) { EXPECT_TRUE(out.insert(words[word]).second); });
  return out;
}

using Words = std::set<std::u16string_view>;

TEST(Confusables, FindsWordsOneSlipAway) {
  const std::u16string_view words[] = {u"chiếm", u"chiến", u"trăng", u"trắng", u"sử", u"xử", u"nổi", u"nỗi", u"người"};
  EXPECT_EQ(meant(u"chiến", words), (Words{u"chiếm"}));
  EXPECT_EQ(meant(u"nỗi", words), (Words{u"nổi"}));
  EXPECT_EQ(meant(u"sử", words), (Words{u"xử"}));
  EXPECT_EQ(meant(u"trang", words), (Words{u"trăng", u"trắng"}));
  EXPECT_EQ(meant(u"nguời", words), (Words{u"người"}));
}

TEST(Confusables, FindsKeysMissingAddedAndSwapped) {
  const std::u16string_view words[] = {u"trong", u"nghĩa"};
  EXPECT_EQ(meant(u"tronng", words), (Words{u"trong"}));
  EXPECT_EQ(meant(u"trng", words), (Words{u"trong"}));
  EXPECT_EQ(meant(u"torng", words), (Words{u"trong"}));
  EXPECT_EQ(meant(u"teong", words), (Words{u"trong"}));
  EXPECT_EQ(meant(u"ngĩa", words), (Words{u"nghĩa"}));
  EXPECT_EQ(meant(u"xyz", words), Words{});
}

}  // namespace
}  // namespace soat::check::context
