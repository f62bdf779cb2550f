#include "model/token_stream.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "text/utf.h"

namespace soat::model {
namespace {

// The items of a text, one character or word each: classes by a letter, words as they are, with ^ before a telling
// capital and | between sentences.
std::string items(std::u16string_view text) {
  text::Analysis analysis;
  text::analyse(text, analysis);
  std::string out;
  std::vector<Item> items;
  for (const text::Sentence& sentence : analysis.sentences) {
    if (!out.empty()) out += "| ";
    read_sentence(analysis, sentence, items);
    for (const Item& item : items) {
      if (item.capitalised) out += '^';
      if (item.kind == Item::Kind::fixed) {
        out += "?|#DS,:()-WNAr R"[item.fixed];
      } else {
        out += text::to_utf8(std::u16string_view(analysis.text).substr(item.start, item.end - item.start));
        if (item.kind == Item::Kind::other) out += '*';
      }
      out += ' ';
    }
  }
  return out;
}

TEST(ReadSentence, ClassesStandForNumbersDatesAndMarks) {
  EXPECT_EQ(items(u"Điều 5, khoản 2 (sửa đổi)"), "Điều # , khoản # ( sửa đổi ) ");
  EXPECT_EQ(items(u"ngày 22/10/2018 có Nghị định 30/2020/NĐ-CP"), "ngày D có ^Nghị định S ");
  EXPECT_EQ(items(u"xem https://vi.example.org nhé"), "xem W nhé ");
}

TEST(ReadSentence, QuotationMarksAndStopsAreLeftOut) {
  EXPECT_EQ(items(u"Anh \u201Cđi\u201D rồi."), "Anh đi rồi ");
  EXPECT_EQ(items(u"Anh đi rồi. Chị ở lại."), "Anh đi rồi | Chị ở lại ");
}

TEST(ReadSentence, OnlyCapitalsInsideASentenceTell) {
  EXPECT_EQ(items(u"Sông Hồng chảy"), "Sông ^Hồng chảy ");
  EXPECT_EQ(items(u"Ông nói: \u201CTôi về Huế\u201D"), "Ông nói : Tôi về ^Huế ");
  EXPECT_EQ(items(u"HỘI ĐỒNG"), "HỘI ĐỒNG ");
}

TEST(ReadSentence, HyphenatedWordsAreTheirParts) {
  EXPECT_EQ(items(u"tỉnh Thừa Thiên-Huế"), "tỉnh ^Thừa ^Thiên - ^Huế ");
  EXPECT_EQ(items(u"mua e-mail"), "mua e - mail* ");
}

TEST(ReadSentence, OffsetsAreThoseOfTheWords) {
  const std::u16string text = u"Đi Bắc-Nam về, nhé";
  text::Analysis analysis;
  text::analyse(text, analysis);
  std::vector<Item> read;
  read_sentence(analysis, analysis.sentences.at(0), read);
  std::vector<std::u16string> parts;
  for (const Item& item : read) parts.push_back(text.substr(item.start, item.end - item.start));
  EXPECT_EQ(parts, (std::vector<std::u16string>{u"Đi", u"Bắc", u"-", u"Nam", u"về", u",", u"nhé"}));
}

// What stands round any tokens is what a reading of the whole sentence shows there, however few items are asked for.
TEST(ReadAround, GivesTheItemsOfTheSentence) {
  for (const std::u16string_view text :
       {u"Ông nói: “Tôi (ở Huế) về - Đà Nẵng”, rồi Lê-nin-grát ngày 2/9 của Anh Ba!",
        u"“““““ Anh ”””””””” Hai ,,,,,,,,,, Ba", u"( ( ( ( ( ( Hai", u"Sông : : * * * * * * Hồng – – – Hà", u"a"}) {
    text::Analysis analysis;
    text::analyse(text, analysis);
    for (const text::Sentence& sentence : analysis.sentences) {
      std::vector<Item> whole;
      read_sentence(analysis, sentence, whole);
      for (std::uint32_t first = sentence.first_token; first < sentence.end_token; ++first) {
        for (const std::size_t reach : {1, 2, 5}) {
          const std::uint32_t end = std::min(first + 2, sentence.end_token);
          std::vector<Item> around;
          read_around(analysis, sentence, first, end, reach, around);
          const auto same = [](const Item& a, const Item& b) {
            return a.start == b.start && a.end == b.end && a.capitalised == b.capitalised && a.fixed == b.fixed;
          };
          const auto found = std::search(whole.begin(), whole.end(), around.begin(), around.end(), same);
          ASSERT_TRUE(around.empty() || found != whole.end()) << first;
          const auto inside = [&](const Item& item) { return item.token >= first && item.token < end; };
          const auto before = [&](const Item& item) { return item.token < first; };
          const auto after = [&](const Item& item) { return item.token >= end; };
          EXPECT_EQ(std::ranges::count_if(around, inside), std::ranges::count_if(whole, inside));
          const auto enough = static_cast<std::ptrdiff_t>(reach);
          EXPECT_GE(std::ranges::count_if(around, before), std::min(enough, std::ranges::count_if(whole, before)));
          EXPECT_GE(std::ranges::count_if(around, after), std::min(enough, std::ranges::count_if(whole, after)));
        }
      }
    }
  }
}

}  // namespace
}  // namespace soat::model
