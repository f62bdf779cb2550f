#include "check/garble/examiner.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <vector>

namespace soat::check::garble {
namespace {

// The first suspects of a document are described where they are found, the others later. Equal paragraphs must give
// equal suspects on both sides of that border.
TEST(Examiner, DescribesSuspectsOfLongDocumentsAsThoseOfShortOnes) {
  const std::filesystem::path data = std::filesystem::path(SOAT_SOURCE_DIR) / "dictionaries/vi";
  const auto words = model::LanguageModel::open(data / "soat.model");
  const Examiner examiner(words, std::make_shared<ngram::WordFacts>(*words),
                          SubstitutionTable::load(data / "substitutions.txt", *words));
  constexpr std::size_t copies = 1500;
  std::vector<text::Analysis> paragraphs(copies);
  for (text::Analysis& paragraph : paragraphs) {
    text::analyse(
        u"Nhà trường phối hợp với cơ quan lại chức năng tổ chức tập huấn phòng cháy chữa cháy cho toàn thể "
        u"giáo hòn và học sinh. Trung tâm y tế bàn ghế khuyến cáo người dân sông ngòi tiêm chủng.",
        paragraph);
  }
  Examiner::Reader reader(examiner, paragraphs);
  reader.read();
  std::vector<Suspect> first;
  std::size_t all = 0;
  for (std::uint32_t p = 0; p < copies; ++p) {
    std::size_t i = 0;
    reader.look_quickly(p, [&](const Suspect& suspect) {
      if (p == 0) first.push_back(suspect);
      ASSERT_LT(i, first.size());
      EXPECT_EQ(suspect.paragraph, p);
      EXPECT_EQ(suspect.start, first[i].start);
      EXPECT_EQ(suspect.end, first[i].end);
      EXPECT_EQ(suspect.filler, first[i].filler);
      ASSERT_EQ(suspect.features, first[i].features) << p;
      ++i;
    });
    ASSERT_EQ(i, first.size()) << p;
    all += i;
  }
  EXPECT_GT(all, 5000U);
}

}  // namespace
}  // namespace soat::check::garble
