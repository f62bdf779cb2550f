#include "check/extraction/sentence_reader.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/utf.h"

namespace soat::check::extraction {
namespace {

const std::filesystem::path data = std::filesystem::path(SOAT_SOURCE_DIR) / "dictionaries/vi";

class SentenceReaderTest : public testing::Test {
 protected:
  // The sentences of a text as they are read under these rates.
  std::string read(std::u16string_view text, const Rates& rates) {
    text::analyse(text, analysis_);
    std::vector<Repair> repairs;
    counts_ = {};
    for (const text::Sentence& sentence : analysis_.sentences)
      reader_.read(analysis_, sentence, rates, repairs, counts_);
    std::u16string out = analysis_.text;
    for (auto repair = repairs.rbegin(); repair != repairs.rend(); ++repair) {
      EXPECT_EQ(repair->paragraph, 0U);
      out.replace(repair->start, repair->end - repair->start, repair->meant);
    }
    return text::to_utf8(out);
  }

  std::shared_ptr<const lexicon::Lexicon> lexicon_ = lexicon::Lexicon::load({data, {}, {}});
  std::shared_ptr<const model::LanguageModel> words_ = model::LanguageModel::open(data / "soat.model");
  ExchangeSet exchanges_;
  SentenceReader reader_{*lexicon_, *words_, exchanges_};
  text::Analysis analysis_;
  Counts counts_;
};

TEST_F(SentenceReaderTest, JoinsWhatABlankHasParted) {
  EXPECT_EQ(read(u"Nh ân dân x ã ta vui.", {.join = 0.3F}), "Nhân dân xã ta vui.");
  EXPECT_EQ(counts_.stray_blanks, 2);
  EXPECT_GT(counts_.blanks, counts_.stray_blanks);
}

TEST_F(SentenceReaderTest, PartsWhatHasLostItsBlank) {
  EXPECT_EQ(read(u"Nhândân xãta vui.", {.split = 0.3F}), "Nhân dân xã ta vui.");
  EXPECT_EQ(counts_.lost_blanks, 2);
  EXPECT_GT(counts_.boundaries, counts_.lost_blanks);
}

TEST_F(SentenceReaderTest, LeavesWholeSentencesAsTheyAre) {
  const std::u16string_view text = u"Nhân dân xã ta đã xây dựng nhiều công trình. Bà con vui, có 3 cầu mới.";
  EXPECT_EQ(read(text, {.join = 0.1F, .split = 0.1F}), text::to_utf8(text));
  EXPECT_EQ(counts_.stray_blanks, 0);
  EXPECT_EQ(counts_.lost_blanks, 0);
}

TEST_F(SentenceReaderTest, WithoutDamageNothingIsLookedFor) {
  EXPECT_EQ(read(u"Nh ân dân xãta vui.", {}), "Nh ân dân xãta vui.");
}

TEST_F(SentenceReaderTest, ForeignWordsStay) {
  EXPECT_EQ(read(u"Nh ân dân dùng Facebook và Wikipedia.", {.join = 0.3F, .split = 0.3F}),
            "Nhân dân dùng Facebook và Wikipedia.");
}

}  // namespace
}  // namespace soat::check::extraction
