#include "check/context/compounds.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/analysis.h"
#include "text/syllable.h"
#include "text/utf.h"

namespace soat::check::context {
namespace {

const std::filesystem::path data = std::filesystem::path(SOAT_SOURCE_DIR) / "dictionaries/vi";

struct Loaded {
  std::shared_ptr<const model::LanguageModel> words = model::LanguageModel::open(data / "soat.model");
  ngram::WordFacts facts{*words};
  Candidates candidates{*words, SlipCosts::load(data / "context-slips.tsv")};
  Compounds compounds{*words, facts};
};

// What makes a compound at the word of a sentence where what is written makes none, among all that may have been
// meant; empty when nothing does.
std::string compound(std::u16string_view text, std::u16string_view word) {
  static const Loaded loaded;
  text::Analysis analysis;
  text::analyse(text, analysis);
  ngram::ScoredSentence sentence(*loaded.words);
  EXPECT_TRUE(sentence.read(analysis, analysis.sentences.at(0)));
  std::size_t i = 0;
  while (i < sentence.size() && sentence.letters(i) != word) ++i;
  EXPECT_LT(i, sentence.size());
  const model::WordId written = sentence.word(i);
  std::vector<Rival> rivals;
  for (const Candidate& candidate : loaded.candidates.of(loaded.facts.small(written)))
    rivals.push_back({candidate, candidate.word, {0, 0, {2, 2, 2}}, 0, 0});
  const std::size_t found = loaded.compounds.find(sentence, i, written, rivals);
  return found == rivals.size() ? "" : std::string(loaded.words->spelling(rivals[found].word));
}

TEST(ContextCompounds, FindTheWordThatWasMeant) {
  EXPECT_EQ(compound(u"Hai tên cướp chấn lột khách đi đường.", u"chấn"), "trấn");
  EXPECT_EQ(compound(u"Hai anh em thả con tàu giấy xuôi ròng.", u"ròng"), "dòng");
  // At the beginning of a sentence too.
  EXPECT_EQ(compound(u"Chấn lột là phạm tội.", u"Chấn"), "trấn");
}

TEST(ContextCompounds, LeaveWordsThatBelongToOthers) {
  // What is written is a compound with the word on the other side.
  EXPECT_EQ(compound(u"Họ cho nổ địa chấn lột bỏ lớp đất mặt.", u"chấn"), "");
  // The word beside it is.
  EXPECT_EQ(compound(u"Công cụ này tăng cấp nhật ký của máy.", u"cấp"), "");
}

TEST(ContextCompounds, LeaveNamesAndMarksBetweenWords) {
  EXPECT_EQ(compound(u"Anh ấy gặp bà Chấn lột vỏ cam.", u"Chấn"), "");
  EXPECT_EQ(compound(u"Sau trận dư chấn, lột bỏ mái tôn.", u"chấn"), "");
  EXPECT_EQ(compound(u"Hai tên cướp trấn lột khách đi đường.", u"trấn"), "");
}

}  // namespace
}  // namespace soat::check::context
