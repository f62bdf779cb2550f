#include "citation/exchange/reference_at.h"

#include <gtest/gtest.h>

#include <string>

namespace soat::citation {
namespace {

// What is found at "|" or between two of them: the range, and what it is of.
std::pair<std::u16string, std::string> at(std::u16string text) {
  const std::size_t start = text.find(u'|');
  text.erase(start, 1);
  std::size_t end = text.find(u'|');
  if (end == std::u16string::npos) {
    end = start;
  } else {
    text.erase(end, 1);
  }
  const auto found = reference_at(text, start, end);
  if (!found) return {};
  return {text.substr(found->start, found->end - found->start),
          found->item.value(found->in_words ? "number" : "URL", "")};
}

using Pair = std::pair<std::u16string, std::string>;

TEST(ReferenceAt, ASelectedAddressGoesWithWhatAnnouncesIt) {
  EXPECT_EQ(at(u"|Nguồn: https://phu-sa.example/ben|"),
            (Pair{u"Nguồn: https://phu-sa.example/ben", "https://phu-sa.example/ben"}));
  EXPECT_EQ(at(u"Nguồn: |www.phu-sa.example/ben|."),
            (Pair{u"www.phu-sa.example/ben", "https://www.phu-sa.example/ben"}));
}

TEST(ReferenceAt, ACursorMeansWhereItStandsOrTheOnlyOne) {
  EXPECT_EQ(at(u"Ngu|ồn: https://phu-sa.example/ben."),
            (Pair{u"https://phu-sa.example/ben", "https://phu-sa.example/ben"}));
  EXPECT_EQ(at(u"Xem http://a.example/1, http://a.ex|ample/2) và http://a.example/3"),
            (Pair{u"http://a.example/2", "http://a.example/2"}));
  EXPECT_EQ(at(u"Xem| http://a.example/1 và http://a.example/2"), Pair());
  EXPECT_EQ(at(u"Không |có gì."), Pair());
  EXPECT_EQ(at(u"|"), Pair());
}

TEST(ReferenceAt, DocumentsInWords) {
  const std::u16string decree = u"Nghị định số 48/2015/NĐ-CP ngày 15/5/2015 của Chính phủ";
  EXPECT_EQ(at(u"Theo| " + decree + u", xã đắp đê."), (Pair{decree, "48/2015/NĐ-CP"}));
  EXPECT_EQ(at(u"|Theo " + decree + u"|, xã đắp đê."), (Pair{decree, "48/2015/NĐ-CP"}));
  EXPECT_EQ(at(u"|Theo " + decree + u" và Thông tư số 02/2016/TT-BNN|"), Pair());
}

TEST(ReferenceAt, TakesAnyRange) {
  EXPECT_FALSE(reference_at(u"abc", 7, 9));
  EXPECT_FALSE(reference_at(u"abc", 2, 1));
  EXPECT_FALSE(reference_at(u"https://", 0, 8));
}

}  // namespace
}  // namespace soat::citation
