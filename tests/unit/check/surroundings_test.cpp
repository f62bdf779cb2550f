#include "check/surroundings.h"

#include <gtest/gtest.h>

#include <string_view>

namespace soat::check {
namespace {

class LookAround : public testing::Test {
 protected:
  // The surroundings of a word in a text.
  static Surroundings of(std::u16string_view word, std::u16string_view text) {
    static const auto lexicon = lexicon::Lexicon::load({SOAT_SOURCE_DIR "/dictionaries/vi", {}, {}});
    text::Analysis analysis;
    text::analyse(text, analysis);
    for (std::uint32_t i = 0; i < analysis.tokens.size(); ++i) {
      if (analysis.view(analysis.tokens[i]) == word) return look_around(analysis, i, *lexicon);
    }
    ADD_FAILURE() << "no such word";
    return {};
  }
};

TEST_F(LookAround, CountsThreeWordsOnEitherSide) {
  const Surroundings around = of(u"nguời", u"Hôm qua mọi những nguời dân đều được biết.");
  EXPECT_EQ(around.foreign, 0);
  EXPECT_EQ(around.vietnamese + around.plain, 6);
  EXPECT_GE(around.vietnamese, 4);
}

TEST_F(LookAround, TellsForeignWords) {
  const Surroundings around = of(u"conf", u"Run the wxyz conf script jklf.");
  EXPECT_GE(around.foreign, 2);
  EXPECT_EQ(around.vietnamese, 0);
}

TEST_F(LookAround, StaysInTheSentence) {
  const Surroundings around = of(u"đuợc", u"Mọi người đều biết điều ấy. Rất đuợc.");
  EXPECT_EQ(around.vietnamese + around.plain + around.foreign, 1);
}

TEST_F(LookAround, TellsNamesBesideTheWord) {
  EXPECT_TRUE(of(u"Tum", u"Họ đi tới Kà Tum rồi về.").beside_name);
  EXPECT_FALSE(of(u"nguời", u"Mọi nguời dân đều biết.").beside_name);
}

}  // namespace
}  // namespace soat::check
