#include <gtest/gtest.h>

#include <filesystem>

#include "support/table_file.h"
#include "support/test_folder.h"
#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

constexpr std::string_view rule = "garble.foreign-word";

TEST(ForeignWord, SaysWhatMayBeMeant) {
  EXPECT_EQ(found(rule, u"Các đơn vị phải report tình hình thực hiện nhiệm vụ trước ngày mười."), "report→báo cáo");
  EXPECT_EQ(found(rule, u"Chúng tôi muốn nâng cao quality cuộc sống của nhân dân."), "quality→chất lượng");
}

TEST(ForeignWord, LeavesTermsNamesAndQuotationsAlone) {
  for (const std::u16string_view text :
       {u"Công ty tổ chức một chương trình marketing trên internet, có video và live show.",
        u"Từ “report” trong tiếng Anh có nghĩa là báo cáo.", u"Ông nói rằng chất lượng (quality) đã tăng lên nhiều.",
        u"Bài hát Love Story được nhiều bạn trẻ yêu thích.", u"The report was written in English for the school.",
        u"Họ dùng lệnh report --all để xem kết quả.", u""}) {
    EXPECT_EQ(found(rule, text, Profile::strict), "") << text::to_utf8(text);
  }
}

TEST(ForeignWord, IsLessSureWhereTheTextIsAboutTheWord) {
  const std::u16string_view once = u"Các đơn vị phải report tình hình thực hiện nhiệm vụ trước ngày mười.";
  std::u16string often(once);
  for (int i = 0; i < 5; ++i) (often += u'\n') += once;
  const std::vector<Finding> one = findings_of(rule, once, Profile::strict);
  const std::vector<Finding> many = findings_of(rule, often, Profile::strict);
  ASSERT_EQ(one.size(), 1U);
  ASSERT_FALSE(many.empty());
  EXPECT_GT(one[0].confidence, many[0].confidence);
}

TEST(ForeignWord, ADamagedTableIsAProblemAndNoMore) {
  const std::filesystem::path data = std::filesystem::path(SOAT_SOURCE_DIR) / "dictionaries/vi";
  for (const std::string_view content : {"report: báo cáo\n", "report\tbáo cáo||bản tin\n", "report\tbáo cáo"}) {
    const test::TestFolder folder;
    for (const auto& entry : std::filesystem::directory_iterator(data)) {
      if (entry.is_regular_file() && entry.path().filename() != "foreign-words.txt") folder.take(entry.path());
    }
    test::write_table(folder, "foreign-words.txt", "foreign-words", content);
    const auto checker = Checker::load({folder.path(), {}, {}});
    ASSERT_EQ(checker->problems().size(), 1U) << content;
    EXPECT_NE(std::string_view(checker->problems()[0].what()).find("foreign-words.txt"), std::string::npos);
  }
}

}  // namespace
}  // namespace soat::check
