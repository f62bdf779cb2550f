#include "check/extraction/repairer.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/utf.h"

namespace soat::check::extraction {
namespace {

const std::filesystem::path data = std::filesystem::path(SOAT_SOURCE_DIR) / "dictionaries/vi";

class RepairerTest : public testing::Test {
 protected:
  // The paragraphs with the repairs made.
  std::vector<std::string> repaired(std::initializer_list<std::u16string_view> texts) {
    paragraphs_.clear();
    std::vector<std::u16string> lines;
    for (const std::u16string_view one : texts) {
      text::analyse(one, paragraphs_.emplace_back());
      lines.push_back(paragraphs_.back().text);
    }
    repairs_ = repairer_.repair(paragraphs_);
    for (auto repair = repairs_.rbegin(); repair != repairs_.rend(); ++repair)
      lines[repair->paragraph].replace(repair->start, repair->end - repair->start, repair->meant);
    std::vector<std::string> out;
    for (const std::u16string& line : lines) out.push_back(text::to_utf8(line));
    return out;
  }

  std::shared_ptr<const lexicon::Lexicon> lexicon_ = lexicon::Lexicon::load({data, {}, {}});
  Repairer repairer_{*lexicon_, model::LanguageModel::open(data / "soat.model")};
  std::vector<text::Analysis> paragraphs_;
  std::vector<Repair> repairs_;
};

TEST_F(RepairerTest, JoinsSyllablesThatWereSetApart) {
  EXPECT_EQ(repaired({u"Lời đầu.",
                      u"Ng ười dân được h ưởng quyền l ợi, phường x ã thực h iện chính s ách, tr ường "
                      u"học và b ệnh viện đều nh ận được."}),
            (std::vector<std::string>{"Lời đầu.",
                                      "Người dân được hưởng quyền lợi, phường xã thực hiện chính sách, trường "
                                      "học và bệnh viện đều nhận được."}));
  for (const Repair& repair : repairs_) {
    EXPECT_EQ(repair.kind, Repair::Kind::spacing);
    EXPECT_EQ(repair.paragraph, 1U);
  }
}

TEST_F(RepairerTest, PartsWordsThatRanTogether) {
  EXPECT_EQ(repaired({u"Nhândân xã ta đãxây dựng nhiều côngtrình mới cho trườnghọc và bệnhviện, chínhquyền hỗtrợ."}),
            (std::vector<std::string>{"Nhân dân xã ta đã xây dựng nhiều công trình mới cho trường học và bệnh viện, "
                                      "chính quyền hỗ trợ."}));
}

TEST_F(RepairerTest, LeavesWholeTextAndSingleSlipsAlone) {
  repaired({u"Nhân dân xã ta đã xây dựng nhiều công trình mới."});
  EXPECT_TRUE(repairs_.empty());
  repaired({u"Nhân dân xã ta đãxây dựng nhiều công trình mới."});
  EXPECT_TRUE(repairs_.empty());
  repaired({});
  EXPECT_TRUE(repairs_.empty());
}

TEST_F(RepairerTest, GivesRepairsInOrder) {
  repaired({u"Nhândân xã ta đãxây dựng nhiều côngtrình mới.", u"Cho trườnghọc và bệnhviện, chínhquyền hỗtrợ."});
  ASSERT_GT(repairs_.size(), 3U);
  for (std::size_t i = 1; i < repairs_.size(); ++i) {
    EXPECT_TRUE(repairs_[i - 1].paragraph < repairs_[i].paragraph ||
                (repairs_[i - 1].paragraph == repairs_[i].paragraph && repairs_[i - 1].end <= repairs_[i].start));
  }
}

}  // namespace
}  // namespace soat::check::extraction
