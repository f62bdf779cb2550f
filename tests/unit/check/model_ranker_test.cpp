#include "check/model_ranker.h"

#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <string>

#include "model/language_model.h"

namespace soat::check {
namespace {

class ModelRankerTest : public testing::Test {
 protected:
  static std::array<float, 2> scores(std::u16string_view text, std::uint32_t token,
                                     const std::array<std::u16string, 2>& candidates) {
    static const std::unique_ptr<SuggestionRanker> ranker = make_model_ranker(
        model::LanguageModel::open(std::filesystem::path(SOAT_SOURCE_DIR) / "dictionaries/vi/soat.model"));
    text::Analysis analysis;
    text::analyse(text, analysis);
    std::array<float, 2> out{};
    ranker->score(analysis, token, token + 1, candidates, out);
    return out;
  }
};

TEST_F(ModelRankerTest, PrefersTheWordThatTheNeighboursAskFor) {
  const auto inside = scores(u"Nước ta xuât khẩu nhiều gạo.", 2, {u"xuất", u"xuân"});
  EXPECT_GT(inside[0], inside[1]);
  // What follows counts too.
  const auto first = scores(u"Xuât khẩu gạo tăng mạnh.", 0, {u"xuất", u"xuân"});
  EXPECT_GT(first[0], first[1]);
}

TEST_F(ModelRankerTest, ScoresSeveralWordsAndUnknownOnes) {
  const auto [apart, together] = scores(u"Xã đã xây đượcmột cây cầu.", 3, {u"được một", u"đượcmột"});
  EXPECT_GT(apart, together);
}

TEST_F(ModelRankerTest, GivesNothingOutsideEverySentence) {
  const auto [a, b] = scores(u"", 0, {u"xuất", u"xuân"});
  EXPECT_FLOAT_EQ(a, 0);
  EXPECT_FLOAT_EQ(b, 0);
}

}  // namespace
}  // namespace soat::check
