#include "check/context/examiner.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <initializer_list>
#include <memory>
#include <string_view>
#include <vector>

#include "text/syllable.h"

namespace soat::check::context {
namespace {

const std::filesystem::path data = std::filesystem::path(SOAT_SOURCE_DIR) / "dictionaries/vi";

class ContextExaminerTest : public testing::Test {
 protected:
  static const std::shared_ptr<const model::LanguageModel>& words() {
    static const std::shared_ptr<const model::LanguageModel> model = model::LanguageModel::open(data / "soat.model");
    return model;
  }

  std::vector<Suspect> suspects(std::initializer_list<std::u16string_view> texts) {
    static const Examiner examiner(words(), std::make_shared<const ngram::WordFacts>(*words()),
                                   ContextVectors::load(data / "context.vectors", *words()),
                                   SlipCosts::load(data / "context-slips.tsv"));
    paragraphs_.clear();
    for (const std::u16string_view one : texts) text::analyse(one, paragraphs_.emplace_back());
    std::vector<Suspect> out;
    examiner.examine(paragraphs_, out);
    return out;
  }

  // The suspect whose word this is; null when there is none.
  const Suspect* suspect_at(const std::vector<Suspect>& all, std::u16string_view text) const {
    const auto found = std::ranges::find_if(all, [&](const Suspect& suspect) {
      return paragraphs_[suspect.paragraph].text.substr(suspect.start, suspect.end - suspect.start) == text;
    });
    return found == all.end() ? nullptr : &*found;
  }

  static float feature(const Suspect& suspect, Feature feature) {
    return suspect.features[static_cast<std::size_t>(feature)];
  }

  std::vector<text::Analysis> paragraphs_;
};

TEST_F(ContextExaminerTest, SuspectsWordsThatAnotherFitsBetterThan) {
  const auto all = suspects({u"Trời mưa.", u"Cháu bé bị bỏ dơi trên đường về nhà."});
  const Suspect* wrong = suspect_at(all, u"dơi");
  ASSERT_NE(wrong, nullptr);
  EXPECT_EQ(wrong->paragraph, 1U);
  ASSERT_GT(wrong->suggestion_count, 0);
  EXPECT_EQ(wrong->suggestions[0], words()->find(text::parse(u"rơi")));
  EXPECT_GT(feature(*wrong, Feature::score), 0);
  EXPECT_LE(wrong->suggestion_count, Suspect::most_suggestions);
}

TEST_F(ContextExaminerTest, LeavesAloneWhatIsExpectedWhereItStands) {
  const auto all = suspects({u"Đảng Cộng sản Việt Nam lãnh đạo nhân dân."});
  EXPECT_EQ(suspect_at(all, u"Nam"), nullptr);
  EXPECT_TRUE(suspects({}).empty());
  EXPECT_TRUE(suspects({u"", u"123 – 456", u"…"}).empty());
}

TEST_F(ContextExaminerTest, CountsWhatComesBackInTheDocument) {
  const auto once = suspects({u"Cháu bé bị bỏ dơi trên đường về nhà."});
  const auto often = suspects({u"Cháu bé bị bỏ dơi trên đường về nhà.", u"Con mèo bị bỏ dơi trên đường về nhà.",
                               u"Con chó bị bỏ dơi trên đường về nhà."});
  ASSERT_NE(suspect_at(once, u"dơi"), nullptr);
  const Suspect one = *suspect_at(once, u"dơi");
  ASSERT_NE(suspect_at(often, u"dơi"), nullptr);
  const Suspect three = *suspect_at(often, u"dơi");
  EXPECT_GT(feature(three, Feature::repeated), feature(one, Feature::repeated));
  EXPECT_GT(feature(three, Feature::same_before), feature(one, Feature::same_before));
}

// The neighbour of a wrong word is judged beside what was meant.
TEST_F(ContextExaminerTest, ReadsASentenceAgainWithWhatWasMeant) {
  const auto all = suspects({u"Cháu bé bị bỏ dơi trên đường về nhà."});
  EXPECT_EQ(suspect_at(all, u"trên"), nullptr);
}

}  // namespace
}  // namespace soat::check::context
