#include "check/garble/companions.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string_view>

#include "text/syllable.h"

namespace soat::check::garble {
namespace {

class CompanionsTest : public testing::Test {
 protected:
  Companions::Shares shares(std::u16string_view word) { return companions_.of(words_->find(text::parse(word))); }

  std::shared_ptr<const model::LanguageModel> words_ =
      model::LanguageModel::open(std::filesystem::path(SOAT_SOURCE_DIR) / "dictionaries/vi/soat.model");
  Predecessors predecessors_{*words_};
  Companions companions_{*words_, predecessors_};
};

TEST_F(CompanionsTest, HalfAWordKeepsToFewOthers) {
  EXPECT_GT(shares(u"suất").before, 0.6F) << "năng suất, hiệu suất, lãi suất";
  EXPECT_GT(shares(u"khuyến").behind, 0.6F) << "khuyến khích, khuyến cáo, khuyến mãi";
}

TEST_F(CompanionsTest, AWholeWordStandsBesideAnything) {
  EXPECT_LT(shares(u"nhà").before, 0.5F);
  EXPECT_EQ(shares(u"của").before, 0) << "too many for any to count";
  EXPECT_EQ(shares(u"của").behind, 0);
}

TEST_F(CompanionsTest, ClassesHaveNone) {
  EXPECT_EQ(companions_.of(model::kComma).before, 0);
  EXPECT_EQ(companions_.of(model::kNone).behind, 0);
}

}  // namespace
}  // namespace soat::check::garble
