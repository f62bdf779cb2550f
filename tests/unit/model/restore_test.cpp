#include "model/restore.h"

#include <gtest/gtest.h>

#include <string>

#include "support/model_sample.h"
#include "text/utf.h"

namespace soat::model {
namespace {

class RestoreTest : public testing::Test {
 protected:
  std::string restored(std::u16string_view text) const { return text::to_utf8(restore(*model_, text).text); }

  TestFolder folder_;
  std::shared_ptr<const LanguageModel> model_ = sample_model(folder_);
};

TEST_F(RestoreTest, ContextChoosesTheMarks) {
  EXPECT_EQ(restored(u"Toi thay Lan di cho mua ca hom nay."), "Tôi thấy Lan đi chợ mua cá hôm nay.");
  EXPECT_EQ(restored(u"toi thay Hung uong ca phe voi ban"), "tôi thấy Hùng uống cà phê với bạn");
}

TEST_F(RestoreTest, LettersKeepTheirCase) {
  EXPECT_EQ(restored(u"TOI THAY BAC SI DOC SACH"), "TÔI THẤY BÁC SĨ ĐỌC SÁCH");
  EXPECT_EQ(restored(u"Toi thay Bac Si doc Sach"), "Tôi thấy Bác Sĩ đọc Sách");
}

TEST_F(RestoreTest, TheSpellingWithYStays) {
  EXPECT_EQ(restored(u"bac sy"), "bác sỹ");
  EXPECT_EQ(restored(u"bac si"), "bác sĩ");
}

TEST_F(RestoreTest, MarksThatAreThereStay) {
  EXPECT_EQ(restored(u"Tôi thay Lan đi cho mua cà hom nay"), "Tôi thấy Lan đi chợ mua cà hôm nay");
  // No syllable as it stands: the marks that are missing are added to those that are there.
  EXPECT_EQ(restored(u"toi đoc sach"), "tôi đọc sách");
}

TEST_F(RestoreTest, WhatIsNotVietnameseStays) {
  for (const std::u16string_view text : {u"Send it by 2/9/2020, please: https://example.org/ca-phe?toi=1", u"",
                                         u"  \t ", u"x@y.vn #toithay", u"\xD800 \xDC00"}) {
    EXPECT_EQ(restore(*model_, text).text, text);
  }
}

TEST_F(RestoreTest, SpacesAndMarksBetweenWordsStay) {
  EXPECT_EQ(restored(u"  toi   thay,\tbac  si... (ban) "), "  tôi   thấy,\tbác  sĩ... (bạn) ");
}

TEST_F(RestoreTest, ProbabilitiesAreThoseOfTheWholeSentence) {
  const Restoration result = restore(*model_, u"toi uong ca phe voi ban; mua ca", {.least_probability = 0.0F});
  bool certain = false;
  for (const RestoredWord& word : result.words) {
    float sum = 0;
    for (std::size_t i = 0; i < word.alternatives.size(); ++i) {
      sum += word.alternatives[i].probability;
      if (i > 1) {
        EXPECT_GE(word.alternatives[i - 1].probability, word.alternatives[i].probability);
      }
    }
    EXPECT_NEAR(sum, 1, 1e-3);
    certain = certain || (word.alternatives[0].text == u"cà" && word.alternatives[0].probability > 0.9F);
  }
  EXPECT_TRUE(certain);
}

TEST_F(RestoreTest, OffsetsAreThoseOfTheTextHandedIn) {
  const std::u16string text = u"xem: Ve\u0301 toi thay ca";  // é decomposed
  for (const RestoredWord& word : restore(*model_, text).words) {
    EXPECT_EQ(text.substr(word.start, word.end - word.start).size(), word.alternatives[0].text.size());
  }
  EXPECT_EQ(restore(*model_, text).text.substr(0, 8), text.substr(0, 8));
}

TEST_F(RestoreTest, TextWithoutAFullStopIsRestoredThroughout) {
  std::u16string bare;
  std::string full;
  for (int i = 0; i < 500; ++i) {
    bare += u"toi thay bac si doc sach ";
    full += "tôi thấy bác sĩ đọc sách ";
  }
  EXPECT_EQ(restored(bare), full);
}

}  // namespace
}  // namespace soat::model
