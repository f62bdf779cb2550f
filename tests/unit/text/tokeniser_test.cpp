#include "text/tokeniser.h"

#include <gtest/gtest.h>

#include "text/analysis.h"
#include "unit/text/analysed.h"

namespace soat::text {
namespace {

TEST(Tokens, WordsAndPunctuation) {
  EXPECT_EQ(tokens(u"Hôm nay, trời đẹp!"), "Hôm|nay|,|trời|đẹp|!");
  EXPECT_EQ(tokens(u""), "");
  EXPECT_EQ(tokens(u"  \t"), "");
  EXPECT_EQ(tokens(u"“Đi”, anh nói…"), "“|Đi|”|,|anh|nói|…");
  EXPECT_EQ(tokens(u"vâng... ạ"), "vâng|...|ạ");
  EXPECT_EQ(tokens(u"M'Nông, Ê-đê, don’t 'trích'"), "M'Nông|,|hyphenated:Ê-đê|,|don’t|'|trích|'");
  EXPECT_EQ(tokens(u"中文 và русский"), "中文|và|русский");
}

TEST(Tokens, DigitsInsideAWordStay) {
  EXPECT_EQ(tokens(u"Vie65t H2SO4 covid19"), "Vie65t|H2SO4|covid19");
}

TEST(Tokens, NumbersDatesAndAmounts) {
  EXPECT_EQ(tokens(u"1.234,5 và 12% hay 3/4."), "number:1.234,5|và|number:12%|hay|number:3/4|.");
  EXPECT_EQ(tokens(u"ngày 22/10/2018, 2/9, 30/4"), "ngày|date:22/10/2018|,|date:2/9|,|date:30/4");
  EXPECT_EQ(tokens(u"ngày 1/5 và 1/5 số dân"), "ngày|date:1/5|và|number:1/5|số|dân");
  EXPECT_EQ(tokens(u"22-10-2018, 2018-10-22, 22.10.2018, tháng 5/2018"),
            "date:22-10-2018|,|date:2018-10-22|,|date:22.10.2018|,|tháng|date:5/2018");
  EXPECT_EQ(tokens(u"từ 5-7 người, 99/99/2018"), "từ|number:5|-|number:7|người|,|number:99/99|/|number:2018");
  EXPECT_EQ(tokens(u"5km, 100.000đ, $20, 37°C, 20m2, 7h30"),
            "amount:5km|,|amount:100.000đ|,|amount:$20|,|amount:37°C|,|amount:20m2|,|amount:7h30");
  EXPECT_EQ(tokens(u"20người 4Họ 3D 12A3"), "number:20|người|number:4|Họ|amount:3D|amount:12A3");
}

TEST(Tokens, Abbreviations) {
  EXPECT_EQ(tokens(u"UBND và HĐND, BTV. Ở TP.HCM, TP. Huế"),
            "abbreviation:UBND|và|abbreviation:HĐND|,|abbreviation:BTV|.|Ở|abbreviation:TP.HCM|,|abbreviation:TP.|Huế");
  EXPECT_EQ(tokens(u"PGS.TS. Lê Văn An, GS Trần"), "abbreviation:PGS.TS.|Lê|Văn|An|,|abbreviation:GS|Trần");
  EXPECT_EQ(tokens(u"cam, quýt, v.v."), "cam|,|quýt|,|abbreviation:v.v.");
  EXPECT_EQ(tokens(u"Bộ GD&ĐT, Q.1, NĐ-CP"), "Bộ|abbreviation:GD&ĐT|,|abbreviation:Q.|number:1|,|abbreviation:NĐ-CP");
  EXPECT_EQ(tokens(u"[4, tr. 243]"), "[|number:4|,|abbreviation:tr.|number:243|]");
  EXPECT_EQ(tokens(u"CỘNG HÒA XÃ HỘI"), "CỘNG|HÒA|XÃ|HỘI");
  EXPECT_EQ(tokens(u"NGHÀNH"), "NGHÀNH");  // a misspelt word in capitals, not an abbreviation: it has a tone
}

TEST(Tokens, DocumentSymbols) {
  EXPECT_EQ(tokens(u"Nghị quyết 35-NQ/TW, Nghị định 30/2020/NĐ-CP."),
            "Nghị|quyết|document:35-NQ/TW|,|Nghị|định|document:30/2020/NĐ-CP|.");
  EXPECT_EQ(tokens(u"01/2019/TTLT-BTP-BCA; 45/2019/QH14; 1234/QĐ-TTg; 12/CT-UBND"),
            "document:01/2019/TTLT-BTP-BCA|;|document:45/2019/QH14|;|document:1234/QĐ-TTg|;|document:12/CT-UBND");
  EXPECT_EQ(tokens(u"5/Tháng"), "number:5|/|Tháng");
}

TEST(Tokens, Addresses) {
  EXPECT_EQ(tokens(u"(https://vi.wikipedia.org/wiki/Huế_(thành_phố))."),
            "(|url:https://vi.wikipedia.org/wiki/Huế_(thành_phố)|)|.");
  EXPECT_EQ(tokens(u"xem www.chinhphu.vn, baocao.pdf hay vnexpress.net."),
            "xem|url:www.chinhphu.vn|,|url:baocao.pdf|hay|url:vnexpress.net|.");
  EXPECT_EQ(tokens(u"gửi a.b-c@moet.edu.vn nhé"), "gửi|email:a.b-c@moet.edu.vn|nhé");
  EXPECT_EQ(tokens(u"#ở_nhà @lan_anh a@b"), "hashtag:#ở_nhà|hashtag:@lan_anh|a|hashtag:@b");
  EXPECT_EQ(tokens(u"xong.Sau đó"), "xong|.|Sau|đó");
  EXPECT_EQ(tokens(u"24h.com.vn"), "url:24h.com.vn");
}

TEST(Tokens, Paths) {
  EXPECT_EQ(tokens(u"mở C:\\Tài liệu, D:/anh/nghi.JPG và \\\\may-chu\\chung"),
            "mở|path:C:\\Tài|liệu|,|path:D:/anh/nghi.JPG|và|path:\\\\may-chu\\chung");
  EXPECT_EQ(tokens(u"(/etc/hosts), ~/thu-muc, ../anh."), "(|path:/etc/hosts|)|,|path:~/thu-muc|,|path:../anh|.");
  EXPECT_EQ(tokens(u"tệp báo-cáo_quý-2.docx, src/check/rules hay lib/ham.py."),
            "tệp|path:báo-cáo_quý-2.docx|,|path:src/check/rules|hay|path:lib/ham.py|.");
  EXPECT_EQ(tokens(u"và/hoặc/cùng, km/h, TCP/IP"), "và|/|hoặc|/|cùng|,|km|/|h|,|abbreviation:TCP|/|abbreviation:IP");
  EXPECT_EQ(tokens(u"Lưu: VT./."), "Lưu|:|abbreviation:VT|.|/|.");
  EXPECT_EQ(tokens(u"xong.Sau/đó"), "xong|.|Sau|/|đó");
  EXPECT_EQ(tokens(u"VNEXPRESS.NET, xong.Com"), "url:VNEXPRESS.NET|,|xong|.|Com");
}

TEST(Tokens, RomanNumerals) {
  EXPECT_EQ(tokens(u"Đại hội XIII, thế kỷ XX, chương V, khóa VI"),
            "Đại|hội|roman:XIII|,|thế|kỷ|roman:XX|,|chương|roman:V|,|khóa|roman:VI");
  EXPECT_EQ(tokens(u"HÀNH VI VÀ DI SẢN MIX"), "HÀNH|VI|VÀ|DI|SẢN|abbreviation:MIX");
  EXPECT_EQ(tokens(u"đĩa CD"), "đĩa|abbreviation:CD");
}

TEST(Tokens, HyphenatedLoans) {
  EXPECT_EQ(tokens(u"in-tơ-nét, Lê-nin, Ca-na-đa, Covid-19, VA-75, V-League"),
            "hyphenated:in-tơ-nét|,|hyphenated:Lê-nin|,|hyphenated:Ca-na-đa|,|hyphenated:Covid-19|,|hyphenated:VA-75|,|"
            "hyphenated:V-League");
  EXPECT_EQ(tokens(u"Hà Nội-2019 - hết"), "Hà|Nội|-|number:2019|-|hết");
}

TEST(Tokens, Initials) {
  EXPECT_EQ(tokens(u"Đ. T. Lan và ông J. Smith"), "initial:Đ.|initial:T.|Lan|và|ông|initial:J.|Smith");
  EXPECT_EQ(tokens(u"vitamin C. Ngoài ra"), "vitamin|C|.|Ngoài|ra");
}

TEST(Tokens, Placeholders) {
  EXPECT_EQ(tokens(u"từ\uFFFC, \x01 x"), "từ|placeholder:\uFFFC|,|placeholder:\x01|x");
}

TEST(Tokens, CarryCaseSpaceAndSyllable) {
  const Analysis analysis = analysed(u"Ở HÀ nội,McDonald trờii");
  ASSERT_EQ(analysis.tokens.size(), 6u);
  EXPECT_EQ(analysis.tokens[0].letter_case, LetterCase::capitalised);
  EXPECT_EQ(analysis.tokens[1].letter_case, LetterCase::upper);
  EXPECT_EQ(analysis.tokens[2].letter_case, LetterCase::lower);
  EXPECT_EQ(analysis.tokens[4].letter_case, LetterCase::mixed);
  EXPECT_TRUE(analysis.tokens[0].space_before);
  EXPECT_TRUE(analysis.tokens[1].space_before);
  EXPECT_FALSE(analysis.tokens[3].space_before);
  EXPECT_FALSE(analysis.tokens[4].space_before);
  EXPECT_EQ(analysis.tokens[1].syllable, parse(u"hà"));
  EXPECT_FALSE(analysis.tokens[4].syllable.valid());
  EXPECT_FALSE(analysis.tokens[5].syllable.valid());
}

}  // namespace
}  // namespace soat::text
