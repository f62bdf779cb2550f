#include "text/language.h"

#include <gtest/gtest.h>

#include <string>

#include "text/composition.h"
#include "text/utf.h"

namespace soat::text {
namespace {

TEST(Language, VietnameseIsToldByItsLettersEvenWhenItIsMisspelt) {
  EXPECT_TRUE(is_vietnamese_text(u"Hội đồng đã họp phiên thứ hai trong năm."));
  EXPECT_TRUE(is_vietnamese_text(u"Các nguời dân ở nghành y."));
  EXPECT_TRUE(
      is_vietnamese_text(u"Số: 15/2023/QĐ-UBND"
                         u" của Ủy ban nhân dân tỉnh"));
  EXPECT_TRUE(is_vietnamese_text(u"MỤC LỤC"));
  // The letter e, dot below, circumflex: decomposed as some systems hand it over.
  EXPECT_TRUE(is_vietnamese_text(u"Vie\u0323\u0302c na\u0300y d\u0303a\u0303 xong, mo\u031B\u0300i ho\u0323p."));
}

TEST(Language, OtherLanguagesAreNotTakenForVietnamese) {
  EXPECT_FALSE(is_vietnamese_text(u"The committee met for the second time this year."));
  EXPECT_FALSE(is_vietnamese_text(u"Le comité s'est réuni à l'hôtel de ville, où l'été a été évoqué."));
  EXPECT_FALSE(is_vietnamese_text(u"El niño comió mañana el pan de su mamá."));
  EXPECT_FALSE(is_vietnamese_text(u"Não há mão que não dê pão à irmã."));
  EXPECT_FALSE(is_vietnamese_text(u"Anh ơi was the first song that the band ever recorded in the new studio."));
  EXPECT_FALSE(is_vietnamese_text(u"Президент Российской Федерации"));
  EXPECT_FALSE(is_vietnamese_text(u"我们今天开会。"));
}

TEST(Language, ShortTextsAreToldByTheShapeOfAllTheirWords) {
  for (const char16_t* text : {u"BÁO CÁO NGHÀNH", u"Trong nghành", u"Nguời", u"Các nhà văn", u"Quá trình nghĩ",
                               u"Thành phần tham gia", u"Báo cáo kính gửi", u"Tài liệu tham khảo"})
    EXPECT_TRUE(is_vietnamese_text(text)) << to_utf8(text);
}

TEST(Language, ShortTextsOfOtherLanguagesAreLeft) {
  for (const char16_t* text : {u"São Paulo",
                               u"à la carte",
                               u"Information",
                               u"Déjà vu",
                               u"Não há pão",
                               u"Sim, não",
                               u"Où est-il?",
                               u"Là-bas",
                               u"¿Qué tal?",
                               u"José María",
                               u"Café de Flore",
                               u"Até já",
                               u"Olá, tudo bem?",
                               u"Voilà",
                               u"Ça va",
                               u"Mañana",
                               u"À propos",
                               u"Résumé",
                               u"Você não está só",
                               u"Bună ziua",
                               u"Să fie",
                               u"Zürich",
                               u"Così fan tutte",
                               u"Città",
                               u"È già",
                               u"Sí, bien"})
    EXPECT_FALSE(is_vietnamese_text(text)) << to_utf8(text);
}

TEST(Language, WhatIsTooShortToTellIsLeft) {
  for (const char16_t* text : {u"", u"2024", u"Lan Anh", u"Table 1", u"a b c", u"https://example.com/viet-nam"})
    EXPECT_FALSE(is_vietnamese_text(text));
}

TEST(Language, ALongTextWithoutMarksIsToldWhenAllOfItCouldBeVietnamese) {
  EXPECT_TRUE(
      is_vietnamese_text(u"Kinh gui cac dong chi, hom nay chung ta hop ban ve nhung viec nam nay can lam ngay."));
  EXPECT_FALSE(is_vietnamese_text(u"In a moment, the man can go up on to the ship and do all that he has to do."));
}

TEST(Language, AQuotationInAnotherLanguageStays) {
  const std::u16string text = u"Ông nói “the rule of law matters here” rồi cười, và bà đáp “được lắm”.";
  const std::size_t open = text.find(u'“');
  const std::size_t close = text.find(u'”');
  const std::vector<Stretch> expected = {
      {0, static_cast<std::uint32_t>(open + 1)},
      {static_cast<std::uint32_t>(close), static_cast<std::uint32_t>(text.size())},
  };
  EXPECT_EQ(vietnamese_stretches(text), expected);
}

TEST(Language, StretchesCoverAllOfAParagraphWithoutQuotations) {
  const std::u16string text = u"Buổi họp sa\u0301ng nay đã xong.";
  EXPECT_EQ(vietnamese_stretches(text), (std::vector<Stretch>{{0, static_cast<std::uint32_t>(text.size())}}));
  EXPECT_TRUE(vietnamese_stretches(u"The meeting is over.").empty());
}

}  // namespace
}  // namespace soat::text
