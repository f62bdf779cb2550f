#include "reference/reference_list.h"

#include <gtest/gtest.h>

#include <string>

namespace soat::reference {
namespace {

using Paragraphs = std::vector<std::u16string>;

ReferenceListReview review(const Paragraphs& paragraphs) {
  return review_reference_list(std::vector<std::u16string_view>(paragraphs.begin(), paragraphs.end()));
}

Paragraphs operator+(Paragraphs text, const Paragraphs& list) {
  text.insert(text.end(), list.begin(), list.end());
  return text;
}

std::vector<std::u16string> missing(const Paragraphs& paragraphs) {
  std::vector<std::u16string> found;
  for (const MissingEntry& one : review(paragraphs).missing)
    found.push_back(paragraphs[one.place.paragraph].substr(one.place.start, one.place.end - one.place.start));
  return found;
}

const Paragraphs numbered = {u"TÀI LIỆU THAM KHẢO",
                             u"Tiếng Việt",
                             u"[1] Lê Thị Sông (2015), Chợ nổi miền Tây, NXB Phù Sa, Cần Thơ.",
                             u"[2] Trần Văn Đò (2018), Bến sông xưa, NXB Phù Sa, Cần Thơ.",
                             u"Tiếng Anh",
                             u"[3] Smith J. (2012), Floating markets, River Press, London."};
const Paragraphs by_author = {u"Tài liệu tham khảo:", u"Lê Thị Sông (2015). Chợ nổi miền Tây. NXB Phù Sa.",
                              u"Trần Văn Đò & Phạm Lúa (2018). Bến sông xưa. NXB Phù Sa.",
                              u"Bộ Giáo dục và Đào tạo (2020). Sổ tay trường ven sông. Hà Nội.",
                              u"Smith, J. (2012). Floating markets of the delta. River Press."};

TEST(ReferenceList, NumbersWithoutEntry) {
  EXPECT_EQ(
      missing(Paragraphs{u"Chợ họp sớm [1], bến cũ [2, tr. 17] và bến mới [5].", u"Xem thêm [1-3; 7, tr. 4, 9]."} +
              numbered),
      (std::vector<std::u16string>{u"5", u"7"}));
  EXPECT_EQ(missing(Paragraphs{u"Chợ họp sớm [1], bến cũ [2-4]."} + numbered), std::vector<std::u16string>{u"2-4"});
  EXPECT_EQ(missing(Paragraphs{u"Chợ [1], [2]–[3] và [xem 2, tr. 243; 3: 15]."} + numbered),
            std::vector<std::u16string>());
}

TEST(ReferenceList, BracketsThatAreNoSources) {
  EXPECT_EQ(
      missing(Paragraphs{u"Chợ [1] và bến [2], năm ấy [2015], sao chép [sic], đoạn [5 dòng], mảng a[9], khoảng [0, 1], "
                         u"trang [3, 243].",
                         u"[…] và [7.5] và [8%]"} +
              numbered),
      std::vector<std::u16string>());
}

TEST(ReferenceList, OtherWaysToNumber) {
  EXPECT_EQ(missing({u"Chợ [1], bến [2], thuyền [4].", u"DANH MỤC TÀI LIỆU THAM KHẢO",
                     u"1. Lê Thị Sông, Chợ nổi, NXB Phù Sa, 2015.", u"2. Trần Văn Đò, Bến sông xưa, NXB Phù Sa, 2018.",
                     u"PHỤ LỤC", u"4. Bảng số liệu về chợ nổi năm 2015 và 2016."}),
            std::vector<std::u16string>{u"4"});
}

TEST(ReferenceList, SilentWithoutAListOrWithoutProof) {
  EXPECT_FALSE(review({u"Chợ [1], bến [2], thuyền [9]."}).has_list);
  // One number found is too little, and so is a list for each chapter.
  EXPECT_EQ(missing(Paragraphs{u"Chợ [1], bến [9]."} + numbered), std::vector<std::u16string>());
  EXPECT_EQ(
      missing(Paragraphs{u"Chợ [1], bến [2], [9]."} + numbered + Paragraphs{u"Chương 2: thuyền [1], [2]."} + numbered),
      std::vector<std::u16string>());
  // Numbered by the office: the numbers are not in the text.
  EXPECT_EQ(missing({u"Chợ [1], bến [2], [9].", u"Tài liệu tham khảo", u"Lê Thị Sông (2015), Chợ nổi, NXB Phù Sa.",
                     u"Trần Văn Đò (2018), Bến sông xưa, NXB Phù Sa."}),
            std::vector<std::u16string>());
}

TEST(ReferenceList, ATableOfContentsIsNotTheList) {
  EXPECT_EQ(
      missing(Paragraphs{u"Mục lục", u"Tài liệu tham khảo", u"Chương 1. Chợ nổi", u"Chợ [1], bến [2], thuyền [9]."} +
              numbered),
      std::vector<std::u16string>{u"9"});
}

TEST(ReferenceList, AuthorsWithoutEntry) {
  EXPECT_EQ(
      missing(Paragraphs{u"Chợ họp sớm (Lê Thị Sông, 2015; Trần và Phạm, 2018, tr. 4), bến cũ (Nguyễn Phà, 2011).",
                         u"Quy định (Bộ Giáo dục và Đào tạo, 2020) và chợ nổi (Smith, 2012)."} +
              by_author),
      std::vector<std::u16string>{u"Nguyễn Phà, 2011"});
}

TEST(ReferenceList, AnotherYear) {
  const Paragraphs text =
      Paragraphs{u"Chợ (Sông, 2015), bến (Trần Văn Đò và cộng sự, 2019), trường (Bộ Giáo dục và Đào tạo, 2020)."} +
      by_author;
  const ReferenceListReview found = review(text);
  ASSERT_EQ(found.missing.size(), 1U);
  EXPECT_TRUE(found.missing[0].other_year);
  EXPECT_EQ(found.missing[0].suggestions, std::vector<std::u16string>{u"2018"});
  EXPECT_EQ(missing(text), std::vector<std::u16string>{u"2019"});
}

TEST(ReferenceList, ParenthesesThatAreNoSources) {
  EXPECT_EQ(
      missing(
          Paragraphs{
              u"Chợ (Lê Thị Sông, 2015), bến (Trần & Phạm, 2018), thi (Hà Nội, 2020), (tháng 3, 2019), (UBND, 2017), "
              u"(Luật Báo chí 2016), (Hình 3, 2014), (sinh năm 1980), (2015), (Việt Nam, 1975), (Sông 2015)."} +
          by_author),
      std::vector<std::u16string>());
}

TEST(ReferenceList, EntriesThatNothingRefersTo) {
  EXPECT_EQ(review(Paragraphs{u"Chợ [1], bến [3]."} + numbered).uncited, std::vector<std::uint32_t>{4});
  EXPECT_EQ(
      review(Paragraphs{u"Theo Lê Thị Sông (2015), chợ họp sớm (Trần & Phạm, 2018; Smith, 2012)."} + by_author).uncited,
      std::vector<std::uint32_t>{4});
}

TEST(ReferenceList, EntriesThatComeTwice) {
  const auto found = review({u"Tài liệu tham khảo", u"[1] Lê Thị Sông (2015), Chợ nổi miền Tây, NXB Phù Sa.",
                             u"[2] Trần Văn Đò, Bến, https://www.phu-sa.example/ben-song, 2018.",
                             u"[3] Lê Thị Sông (2015): Chợ nổi miền Tây. NXB Phù Sa",
                             u"[4] Báo Phù Sa, “Bến sông”, http://phu-sa.example/ben-song/, 2019.",
                             u"[5] Báo Phù Sa, http://phu-sa.example/, 2019."});
  ASSERT_EQ(found.repeated.size(), 2U);
  EXPECT_EQ(found.repeated[0].paragraph, 3U);
  EXPECT_EQ(found.repeated[0].first, 1U);
  EXPECT_EQ(found.repeated[1].paragraph, 4U);
  EXPECT_EQ(found.repeated[1].first, 2U);
}

TEST(ReferenceList, TakesAnyText) {
  EXPECT_NO_THROW(review({u"", u"[", u"(", u"[1", u"Tài liệu tham khảo", u"[1]", u"[2]", u"\xD800[3]", u"1.", u"((((((",
                          u"(Xem, 2020", u"2."}));
  EXPECT_NO_THROW(review({u"Tài liệu tham khảo"}));
}

}  // namespace
}  // namespace soat::reference
