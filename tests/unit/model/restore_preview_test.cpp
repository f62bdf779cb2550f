#include "model/restore_preview.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace soat::model {
namespace {

bool any_word(std::uint32_t, std::uint32_t) {
  return true;
}

RestoredWord word(std::uint32_t start, std::uint32_t end, std::vector<Alternative> alternatives) {
  return {start, end, std::move(alternatives)};
}

TEST(RestorePreviewTest, TellsTheParagraphAsItWouldRead) {
  const Restoration restored{{}, {word(0, 3, {{u"tôi", 1}}), word(4, 7, {{u"bạn", 1}})}};
  EXPECT_EQ(preview_of(u"toi ban nha.", restored, any_word).after, u"tôi bạn nha.");
  EXPECT_EQ(preview_of(u"toi", {}, any_word).after, u"toi");
  EXPECT_EQ(preview_of(u"", {}, any_word).after, u"");
}

TEST(RestorePreviewTest, WordsThatMayNotChangeStay) {
  const Restoration restored{{}, {word(0, 3, {{u"tôi", 0.5F}, {u"tới", 0.5F}}), word(4, 7, {{u"bạn", 1}})}};
  const RestorePreview preview =
      preview_of(u"toi ban", restored, [](std::uint32_t start, std::uint32_t) { return start == 4; });
  EXPECT_EQ(preview.after, u"toi bạn");
  EXPECT_TRUE(preview.unsure.empty());
}

TEST(RestorePreviewTest, ListsWhatIsNotSureOnceWithItsOtherWays) {
  const std::vector<Alternative> doubtful = {
      {u"bạn", 0.6F}, {u"bán", 0.2F}, {u"bàn", 0.1F}, {u"bản", 0.05F}, {u"ban", 0.05F}};
  const Restoration restored{
      {}, {word(0, 3, doubtful), word(4, 7, doubtful), word(8, 11, {{u"tôi", 0.95F}, {u"tới", 0.05F}})}};
  EXPECT_EQ(preview_of(u"ban ban toi", restored, any_word).unsure, std::vector<std::u16string>{u"bạn (bán, bàn, bản)"});
}

TEST(RestorePreviewTest, NoMoreThanAPersonReads) {
  std::u16string text;
  Restoration restored;
  for (char16_t letter = u'a'; letter <= u'z'; ++letter) {
    const auto start = static_cast<std::uint32_t>(text.size());
    text += std::u16string{letter} + u" ";
    restored.words.push_back(word(start, start + 1, {{std::u16string(2, letter), 0.5F}}));
  }
  EXPECT_EQ(preview_of(text, restored, any_word).unsure.size(), 20U);
}

TEST(RestorePreviewTest, ThatEveryThirdWordChangesTellsOfTextWithoutMarks) {
  const Restoration one{{}, {word(0, 3, {{u"tôi", 1}}), word(4, 7, {{u"ban", 1}})}};
  EXPECT_TRUE(preview_of(u"toi ban\tnha", one, any_word).bare);
  EXPECT_FALSE(preview_of(u"toi ban  nha  ta", one, any_word).bare);
}

}  // namespace
}  // namespace soat::model
