#include "text/legacy_detection.h"

#include <gtest/gtest.h>

#include "text/utf.h"

namespace soat::text {
namespace {

constexpr LegacyEncoding all[] = {LegacyEncoding::tcvn3, LegacyEncoding::vni, LegacyEncoding::viqr,
                                  LegacyEncoding::windows_1258};

std::u16string misread(std::u16string_view text, LegacyEncoding encoding) {
  std::u16string out;
  for (const char byte : encode_legacy(text, encoding).bytes) out.push_back(static_cast<unsigned char>(byte));
  return out;
}

// "0 Trường học; 2 bạn": the paragraph and the text of each stretch.
std::string found(const std::vector<std::u16string>& paragraphs, const std::vector<LegacyStretch>& fonts = {}) {
  const std::vector<std::u16string_view> views(paragraphs.begin(), paragraphs.end());
  std::string out;
  for (const LegacyStretch& stretch : find_legacy(views, fonts)) {
    if (!out.empty()) out += "; ";
    out += std::to_string(stretch.paragraph) + " ";
    append_utf8(to_unicode(views[stretch.paragraph].substr(stretch.start, stretch.end - stretch.start), stretch), out);
  }
  return out;
}

TEST(DetectMisread, NamesTheEncodingOfATypedText) {
  const std::u16string text = u"Hôm nay ủy ban họp bàn về việc sửa đường và chăm lo đời sống của nhân dân trong xã";
  for (const LegacyEncoding encoding : all) {
    const auto found = detect_misread(misread(text, encoding));
    ASSERT_TRUE(found) << name(encoding);
    EXPECT_EQ(found->encoding, encoding);
    EXPECT_GT(found->confidence, 0.8) << name(encoding);
    EXPECT_EQ(decode_misread(misread(text, encoding), encoding), text);
  }
}

TEST(DetectMisread, LeavesOtherTextAlone) {
  for (const char16_t* text :
       {u"", u"Hôm nay ủy ban họp bàn về việc sửa đường (km 5+200) và chăm lo đời sống.", u"à, là và cá là gì thế à",
        u"The added address was odd (a) and (b) of 5+2.", u"Müller und Söhne, Ångström, façade, naïve, Curaçao",
        u"Giá 5 ~ 10 nghìn; a+b, u^2 và o(1) trong toán."}) {
    EXPECT_FALSE(detect_misread(text)) << to_utf8(text);
  }
}

TEST(DetectMisread, ReadsTheSoftHyphenAsALetter) {
  const auto detected = detect_misread(u"Nh\u00ADng m\u00ADa to, n\u00ADíc lªn cao.");
  ASSERT_TRUE(detected);
  EXPECT_EQ(detected->encoding, LegacyEncoding::tcvn3);
}

TEST(DetectMisread, ReadsTheSignOfDivisionBehindAWordAsALetter) {
  for (const char16_t* text : {u"l\u00ADu tr÷", u"L\u00ADu tr÷.", u"ch÷ viÕt", u"TËp viÕt ch÷"}) {
    const auto detected = detect_misread(text);
    ASSERT_TRUE(detected) << to_utf8(text);
    EXPECT_EQ(detected->encoding, LegacyEncoding::tcvn3);
  }
  for (const char16_t* text : {u"m÷n, n÷m", u"Multiply (×) or divide (÷): the keys × and ÷", u"wa\u00ADter, l\u00ADu"})
    EXPECT_FALSE(detect_misread(text)) << to_utf8(text);
}

TEST(DetectMisread, IsContentWithOneWordWhoseSoftHyphenMustBeALetter) {
  for (const char16_t* text : {u"n\u00ADíc", u"§\u00ADêng phè", u"c¶ n\u00ADíc", u"L\u00AD¬ng"}) {
    const auto detected = detect_misread(text);
    ASSERT_TRUE(detected) << to_utf8(text);
    EXPECT_EQ(detected->encoding, LegacyEncoding::tcvn3);
  }
  for (const char16_t* text : {u"th\u00ADì thầm", u"tr\u00ADên", u"co\u00ADöpérer", u"le plai\u00ADsir d\u00ADéjà"})
    EXPECT_FALSE(detect_misread(text)) << to_utf8(text);
}

TEST(DetectMisread, LeavesOtherLanguagesAndFormulasAlone) {
  for (const char16_t* text : {
           u"« Où est passée la clé dorée ? » demanda-t-elle ; le garçon naïf crût l’avoir dû à sa mère, là-bas.",
           u"Il a dû se tût, tôt ou tard, dû à l’été : été comme hiver, où qu’il fût né, où qu’il allât.",
           u"Die Mädchen hörten schöne Töne, während Jürgen müde über die Brücke fuhr; Größe und Maß genügen nöt.",
           u"Så må vi nå på ön då, sade han; två får gå på ängen, och på våren får de då gå så långt de må.",
           u"O João não quer pão; a mãe dá ações, é só então que são três, à mão, cá e lá, já sã.",
           u"¿Qué pasó ayer? El niño soñó que su mamá bailó más allá del río, así, aquí, ¡sí!, tú y él.",
           u"Però la città è più bella di così, perciò può restare là: già, né sì né no.",
           u"Päivää! Äiti söi leivän, ja myöhään yöllä hän näki hämärää väriä töissä.",
           u"Đặt ma trận A cỡ m×n, B cỡ n×p, tích cỡ m×p; sai số ±5 µm, 10 µm và 20 µg ở 25 °C, 3 m², 5 m³.",
           u"A is m×n, B is n×m, so AB is m×m; errors of 3 µm, 5 µm and 2 µl at 20 °C ± 1 °C; ½ or ¾ of m² · s¹.",
           u"§ 5 Abs. 2; §a und §b; ©2020 ®; 100 £, 5 ¥, 3 ¢; ¬p ¬q; a·b·c; «oui», « non », « si ».",
           u"½ cà phê, ¼ thìa, ¾ ly; nhé, là, và, cá, bò, hoà, bé, mẹ.",
       }) {
    const auto detected = detect_misread(text);
    EXPECT_FALSE(detected) << to_utf8(text) << " " << (detected ? name(detected->encoding) : "");
  }
}

TEST(FindLegacy, TellsShortParagraphsOfADocumentThatIsKnown) {
  const std::u16string first = misread(u"Ủy ban họp bàn về việc sửa đường và chăm lo đời sống.", LegacyEncoding::tcvn3);
  const std::u16string short_one = misread(u"Mới nhất", LegacyEncoding::tcvn3);
  EXPECT_EQ(found({short_one}), "");
  EXPECT_EQ(found({first, u"", u"Nam", short_one, u"Năm nay là năm mới.", u"123"}),
            "0 ủy ban họp bàn về việc sửa đường và chăm lo đời sống.; 3 Mới nhất");
}

TEST(FindLegacy, TellsManyShortLinesTogether) {
  std::vector<std::u16string> lines;
  for (const char16_t* line : {u"Điều", u"Khoản", u"Mục lục", u"Phần", u"Chương", u"trường"})
    lines.push_back(misread(line, LegacyEncoding::tcvn3));
  EXPECT_EQ(found(lines), "0 Điều; 1 Khoản; 2 Mục lục; 3 Phần; 4 Chương; 5 trường");
}

TEST(FindLegacy, TakesOnlyWhatIsNotUnicode) {
  EXPECT_EQ(found({u"Câu trích: " + misread(u"các đồng chí cán bộ phải học tập", LegacyEncoding::tcvn3) +
                   u" – thế là hết, nhé."}),
            "0 các đồng chí cán bộ phải học tập");
  EXPECT_EQ(found({misread(u"Đường đến trường rộng mở.", LegacyEncoding::vni), u"Đường đến trường rộng mở.",
                   misread(u"Đường đến trường rộng mở.", LegacyEncoding::tcvn3)}),
            "0 Đường đến trường rộng mở.; 2 Đường đến trường rộng mở.");
}

TEST(FindLegacy, BelievesFonts) {
  const std::u16string word = misread(u"nhà", LegacyEncoding::tcvn3);
  const auto size = static_cast<std::uint32_t>(word.size());
  EXPECT_EQ(found({word}), "");
  EXPECT_EQ(found({word}, {{0, 0, size, LegacyEncoding::tcvn3, false, 1}}), "0 nhà");
  EXPECT_EQ(found({word}, {{0, 0, size, LegacyEncoding::tcvn3, true, 1}}), "0 NHÀ");
  EXPECT_EQ(found({u"nhà ở"}, {{0, 0, 5, LegacyEncoding::tcvn3, false, 1}}), "") << "Unicode in such a font";
  EXPECT_EQ(found({u"Nam"}, {{0, 0, 3, LegacyEncoding::tcvn3, false, 1}}), "") << "nothing to convert";
}

TEST(ConvertMisread, LeavesUnicodeAsItIs) {
  EXPECT_EQ(convert_misread(u"Tr\u00ADêng häc\r\nĐã là chữ Unicode, cá à.\nnh­ vËy\n", LegacyEncoding::tcvn3),
            u"Trường học\r\nĐã là chữ Unicode, cá à.\nnhư vậy\n");
  EXPECT_EQ(convert_misread(u"", LegacyEncoding::vni), u"");
}

}  // namespace
}  // namespace soat::text
