#include "check/extraction/sentence_reader.h"

#include <gtest/gtest.h>

#include "text/utf.h"
#include "unit/check/shipped_words.h"

namespace soat::check::extraction {
namespace {

// "đ ất→đất …" as a sentence is read under rates of damage; counts are added up.
std::string read(std::u16string_view text, const Rates& rates, Counts& counts) {
  text::Analysis analysis;
  text::analyse(text, analysis);
  const ExchangeSet none;
  SentenceReader reader(shipped_lexicon(), *shipped_words(), none);
  std::vector<Repair> repairs;
  for (const text::Sentence& sentence : analysis.sentences) reader.read(analysis, sentence, rates, repairs, counts);
  std::string out;
  for (const Repair& one : repairs) {
    out += (out.empty() ? "" : " ") +
           text::to_utf8(std::u16string_view(analysis.text).substr(one.start, one.end - one.start)) + "→" +
           text::to_utf8(one.meant);
  }
  return out;
}

TEST(SentenceReader, WithoutDamageOfAKindRepairsNone) {
  Counts counts;
  EXPECT_EQ(read(u"Nhà nước quản lý đ ất đai.", {}, counts), "");
}

TEST(SentenceReader, JoinsUnderARateOfStrayBlanks) {
  Rates rates;
  rates.join = 0.3F;
  Counts counts;
  EXPECT_EQ(read(u"Nhà nước quản lý đ ất đai th eo quy hoạch.", rates, counts), "đ ất→đất th eo→theo");
  EXPECT_EQ(counts.stray_blanks, 2);
  EXPECT_GT(counts.blanks, 6);
}

TEST(SentenceReader, SplitsUnderARateOfLostBlanks) {
  Rates rates;
  rates.split = 0.3F;
  Counts counts;
  EXPECT_EQ(read(u"Nhà nước quảnlý đất đai.", rates, counts), "quảnlý→quản lý");
  EXPECT_EQ(counts.lost_blanks, 1);
}

TEST(SentenceReader, LeavesWhatIsRight) {
  Rates rates;
  rates.join = rates.split = 0.3F;
  Counts counts;
  EXPECT_EQ(read(u"Nhà nước quản lý đất đai theo quy hoạch.", rates, counts), "");
  EXPECT_EQ(read(u"", rates, counts), "");
}

}  // namespace
}  // namespace soat::check::extraction
