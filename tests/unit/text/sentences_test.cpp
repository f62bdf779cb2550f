#include "text/sentences.h"

#include <gtest/gtest.h>

#include <string>

#include "text/analysis.h"
#include "unit/text/analysed.h"

namespace soat::text {
namespace {

TEST(Sentences, EndAtStops) {
  EXPECT_EQ(sentences(u"Trời mưa. Ai đi? Tôi! Ừ… Vậy nhé."), "[Trời mưa.][Ai đi?][Tôi!][Ừ…][Vậy nhé.]");
  EXPECT_EQ(sentences(u"“Đi đâu?” anh hỏi. “Về nhà.” Chị đáp."), "[“Đi đâu?” anh hỏi.][“Về nhà.”][Chị đáp.]");
  EXPECT_EQ(sentences(u"không có dấu chấm"), "[không có dấu chấm]");
  EXPECT_EQ(sentences(u"Xong việc.Sau đó về. sau đó ngủ."), "[Xong việc.][Sau đó về.][sau đó ngủ.]");
}

TEST(Sentences, AreGuarded) {
  EXPECT_EQ(sentences(u"Ở TP. Huế có 1.000 người. GS. TS. Lê An đến."),
            "[Ở TP. Huế có 1.000 người.][GS. TS. Lê An đến.]");
  EXPECT_EQ(sentences(u"Cam, quýt, v.v. đều có. Ông Đ. T. Lan về."), "[Cam, quýt, v.v. đều có.][Ông Đ. T. Lan về.]");
  EXPECT_EQ(sentences(u"Anh ấy... im lặng."), "[Anh ấy... im lặng.]");
  EXPECT_EQ(sentences(u"1. Mở đầu. 2. Kết. Có 2. Sau đó."), "[1. Mở đầu.][2. Kết.][Có 2.][Sau đó.]");
  EXPECT_EQ(sentences(u"VI. Mở đầu. Câu 3."), "[VI. Mở đầu.][Câu 3.]");
  EXPECT_EQ(sentences(u"IV. Kết luận"), "[IV. Kết luận]");
  EXPECT_EQ(sentences(u"a) Nội dung. Kết"), "[a) Nội dung.][Kết]");
}

TEST(Sentences, FirstWordAfterAHeadStartsTheSentence) {
  const Analysis analysis = analysed(u"1. “Mở đầu. Kết");
  std::string starts;
  for (const Token& token : analysis.tokens) starts += token.sentence_start ? '1' : '0';
  EXPECT_EQ(starts, "1111001");
}

TEST(Sentences, WithoutAnEndAreCut) {
  std::u16string text;
  for (int i = 0; i < 10'000; ++i) text += u"người ";
  const Analysis analysis = analysed(text);
  ASSERT_EQ(analysis.sentences.size(), 3U);
  EXPECT_EQ(analysis.sentences[0].end_token, 4096U);
  EXPECT_EQ(analysis.sentences[1].first_token, 4096U);
  EXPECT_EQ(analysis.sentences[2].end_token, 10'000U);
  EXPECT_TRUE(analysis.tokens[0].sentence_start);
  EXPECT_FALSE(analysis.tokens[4096].sentence_start) << "the sentence goes on";
}

}  // namespace
}  // namespace soat::text
