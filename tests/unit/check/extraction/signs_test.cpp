#include "check/extraction/signs.h"

#include <gtest/gtest.h>

#include <initializer_list>
#include <memory>
#include <string_view>
#include <vector>

namespace soat::check::extraction {
namespace {

class Signs : public testing::Test {
 protected:
  DocumentSigns signs(std::initializer_list<std::u16string_view> texts) {
    paragraphs_.clear();
    for (const std::u16string_view one : texts) text::analyse(one, paragraphs_.emplace_back());
    return read_signs(paragraphs_, *lexicon_);
  }

  std::shared_ptr<const lexicon::Lexicon> lexicon_ =
      lexicon::Lexicon::load({SOAT_SOURCE_DIR "/dictionaries/vi", {}, {}});
  std::vector<text::Analysis> paragraphs_;
};

TEST_F(Signs, OfWholeTextAreNone) {
  const DocumentSigns found = signs({u"Nhân dân xã ta đã xây dựng nhiều công trình mới.", u""});
  EXPECT_FALSE(found.any());
  EXPECT_FALSE(signs({}).any());
}

TEST_F(Signs, SyllablesSetApartAreJoins) {
  const DocumentSigns found = signs({u"Một dòng lành lặn.",
                                     u"ng ười d ân đ ược h ưởng qu yền l ợi, ph ường x ã th ực h iện ch ính s ách, "
                                     u"tr ường h ọc và b ệnh v iện đ ều nh ận đ ược"});
  EXPECT_TRUE(found.joins);
  EXPECT_FALSE(found.splits);
  ASSERT_EQ(found.paragraphs.size(), 2U);
  EXPECT_EQ(found.paragraphs[0].joins, 0U);
  EXPECT_GT(found.paragraphs[1].joins, 5U);
  EXPECT_GT(found.paragraphs[1].words, found.paragraphs[1].joins);
}

TEST_F(Signs, WordsRunTogetherAreSplits) {
  const DocumentSigns found =
      signs({u"Nhândân xãta đãxây dựngnhiều côngtrình mớicho trườnghọc và bệnhviện, "
             u"chínhquyền địaphương hỗtrợ ngườidân"});
  EXPECT_TRUE(found.splits);
  EXPECT_FALSE(found.joins);
}

TEST_F(Signs, OneSlipIsNoDamage) {
  EXPECT_FALSE(signs({u"Ng ười dân xã ta đã xây dựng nhiều công trình mới cho trường học."}).any());
}

TEST_F(Signs, OddIsAWordThatNoSyllableInUseIs) {
  text::Analysis analysis;
  text::analyse(u"người nguời 123 ,", analysis);
  ASSERT_EQ(analysis.tokens.size(), 4U);
  EXPECT_FALSE(is_odd(analysis.tokens[0], *lexicon_));
  EXPECT_TRUE(is_odd(analysis.tokens[1], *lexicon_));
  EXPECT_TRUE(is_letters(analysis.tokens[0]));
  EXPECT_FALSE(is_letters(analysis.tokens[2]));
  EXPECT_FALSE(is_letters(analysis.tokens[3]));
  EXPECT_TRUE(is_upper(u"NGƯỜI"));
  EXPECT_FALSE(is_upper(u"Người"));
}

}  // namespace
}  // namespace soat::check::extraction
