#include "text/edit_script.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace soat::text {
namespace {

std::string show(std::u16string_view before, std::u16string_view after) {
  std::string out;
  for (const Edit& edit : edit_script(before, after)) {
    out += std::to_string(edit.start) + "-" + std::to_string(edit.end) + ":" + std::to_string(edit.text.size()) + " ";
  }
  return out;
}

std::u16string edited(std::u16string_view before, std::u16string_view after) {
  std::u16string text(before);
  const std::vector<Edit> edits = edit_script(before, after);
  for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit)
    text.replace(edit->start, edit->end - edit->start, edit->text);
  return text;
}

TEST(EditScript, ChangesAsFewLettersAsItCan) {
  EXPECT_EQ(show(u"nghành", u"ngành"), "2-3:0 ");
  EXPECT_EQ(show(u"ngành", u"nghành"), "2-2:1 ");
  EXPECT_EQ(show(u"nứơc", u"nước"), "1-3:2 ");
  EXPECT_EQ(show(u"giử gìn", u"giữ gìn"), "2-3:1 ");
  EXPECT_EQ(show(u"trừơng đạihọc", u"trường đại học"), "2-4:2 10-10:1 ");
  EXPECT_EQ(show(u"như cũ", u"như cũ"), "");
}

TEST(EditScript, GivesTheNewText) {
  const std::u16string long_old(3000, u'a');
  const std::u16string long_new = u"b" + std::u16string(2999, u'c');
  const std::vector<std::pair<std::u16string, std::u16string>> pairs = {
      {u"", u"thêm"}, {u"bớt", u""}, {u"học sinh học sinh", u"học sinh"}, {u"🎉 a", u"🎊 b"}, {long_old, long_new}};
  for (const auto& [before, after] : pairs) EXPECT_EQ(edited(before, after), after);
}

TEST(EditScript, NeverPartsAPairOfSurrogates) {
  for (const Edit& edit : edit_script(u"x🎉y", u"x🎊y")) {
    EXPECT_EQ(edit.start, 1U);
    EXPECT_EQ(edit.end, 3U);
    EXPECT_EQ(edit.text, u"🎊");
  }
}

}  // namespace
}  // namespace soat::text
