#include "text/analysis.h"

#include <gtest/gtest.h>

#include <random>

#include "text/patterns.h"
#include "text/utf.h"

namespace soat::text {
namespace {

std::string name(TokenKind kind) {
  switch (kind) {
    case TokenKind::word:
      return "word";
    case TokenKind::hyphenated:
      return "hyphenated";
    case TokenKind::number:
      return "number";
    case TokenKind::date:
      return "date";
    case TokenKind::amount:
      return "amount";
    case TokenKind::abbreviation:
      return "abbreviation";
    case TokenKind::document_symbol:
      return "document";
    case TokenKind::url:
      return "url";
    case TokenKind::email:
      return "email";
    case TokenKind::path:
      return "path";
    case TokenKind::hashtag:
      return "hashtag";
    case TokenKind::roman:
      return "roman";
    case TokenKind::initial:
      return "initial";
    case TokenKind::punctuation:
      return "punctuation";
    case TokenKind::symbol:
      return "symbol";
    case TokenKind::placeholder:
      return "placeholder";
  }
  return "?";
}

Analysis analysed(std::u16string_view text) {
  Analysis analysis;
  analyse(text, analysis);
  return analysis;
}

// Tokens as "text" for words and punctuation and "kind:text" for the others, joined by bars.
std::string tokens(std::u16string_view text) {
  const Analysis analysis = analysed(text);
  std::string out;
  for (const Token& token : analysis.tokens) {
    if (!out.empty()) out += "|";
    if (token.kind != TokenKind::word && token.kind != TokenKind::punctuation) out += name(token.kind) + ":";
    out += to_utf8(analysis.view(token));
  }
  return out;
}

std::string sentences(std::u16string_view text) {
  const Analysis analysis = analysed(text);
  std::string out;
  for (const Sentence& sentence : analysis.sentences) {
    out +=
        "[" + to_utf8(std::u16string_view(analysis.text).substr(sentence.start, sentence.end - sentence.start)) + "]";
  }
  return out;
}

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

TEST(Patterns, PiecesOfAddresses) {
  for (const std::u16string_view piece :
       {u"https://bao.vn/bai-việt", u"bao-cao-tong-ket-nam", u"bai-viet-post123456.html", u"bai-viet", u"bao.vn/tin",
        u"an.tran@coquan.vn", u"Tiếng_Việt", u"báo-cáo.docx", u"C:\\Tài"}) {
    EXPECT_TRUE(is_part_of_address(piece)) << to_utf8(piece);
  }
  for (const std::u16string_view word : {u"nguời", u"in-tơ-nét", u"và/hoặc", u"Lê-nin", u"tiếng", u"hết.Sau", u""}) {
    EXPECT_FALSE(is_part_of_address(word)) << to_utf8(word);
  }
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

TEST(Composition, DecomposedTextGivesTheSameTokens) {
  const std::u16string composed = u"Tiếng Việt được viết đúng";
  const std::u16string decomposed = u"Tie\u0302\u0301ng Vie\u0323\u0302t \u0111u\u031Bo\u031B\u0323c";
  const Analysis a = analysed(u"Tiếng Việt được");
  const Analysis b = analysed(decomposed);
  EXPECT_EQ(a.text, b.text);
  EXPECT_EQ(analysed(u"Ti\u00EA\u0301ng").text, u"Tiếng");
  EXPECT_EQ(analysed(u"Ti\u00E9\u0302ng").text, u"Tiếng");  // tone before circumflex
  EXPECT_EQ(analysed(u"man\u0303ana").text, u"mañana");
  EXPECT_EQ(analysed(composed).text, composed);
  EXPECT_TRUE(analysed(composed).offsets.empty());
  const auto [start, end] = b.original_span(b.tokens[1].start, b.tokens[1].end);
  EXPECT_EQ(decomposed.substr(start, end - start), u"Vie\u0323\u0302t");
}

TEST(Composition, InvisibleCharactersDoNotSplitAWord) {
  const std::u16string original = u"kh\u00ADông \u200Bgian\uFEFF mạng";
  const Analysis analysis = analysed(original);
  EXPECT_EQ(analysis.text, u"không gian mạng");
  ASSERT_EQ(analysis.tokens.size(), 3u);
  const auto [start, end] = analysis.original_span(analysis.tokens[0].start, analysis.tokens[0].end);
  EXPECT_EQ(original.substr(start, end - start), u"kh\u00ADông");
}

void expect_sound(const std::u16string& original, const Analysis& analysis) {
  ASSERT_EQ(analysis.original, original);
  if (analysis.offsets.empty()) {
    ASSERT_EQ(analysis.text, original);
  } else {
    ASSERT_EQ(analysis.offsets.size(), analysis.text.size() + 1);
    ASSERT_EQ(analysis.offsets.back(), original.size());
    for (std::size_t i = 0; i + 1 < analysis.offsets.size(); ++i) {
      ASSERT_LT(analysis.offsets[i], analysis.offsets[i + 1] + (i + 2 == analysis.offsets.size() ? 1u : 0u));
    }
  }
  std::uint32_t end = 0;
  for (const Token& token : analysis.tokens) {
    ASSERT_GE(token.start, end);
    ASSERT_GT(token.end, token.start);
    ASSERT_LE(token.end, analysis.text.size());
    // The original of a token, analysed alone, is composed to the same text.
    const auto [from, to] = analysis.original_span(token.start, token.end);
    ASSERT_LT(from, to);
    if (token.kind == TokenKind::word) {
      ASSERT_EQ(analysed(std::u16string_view(original).substr(from, to - from)).text, analysis.view(token));
    }
    for (std::uint32_t i = end; i < token.start; ++i) {
      const std::u16string between(1, analysis.text[i]);
      ASSERT_TRUE(analysed(between).tokens.empty()) << "a visible character in no token";
    }
    end = token.end;
  }
  std::uint32_t next = 0;
  for (const Sentence& sentence : analysis.sentences) {
    ASSERT_EQ(sentence.first_token, next);
    ASSERT_GT(sentence.end_token, next);
    ASSERT_EQ(sentence.start, analysis.tokens[sentence.first_token].start);
    ASSERT_EQ(sentence.end, analysis.tokens[sentence.end_token - 1].end);
    next = sentence.end_token;
  }
  ASSERT_EQ(next, analysis.tokens.size());
}

TEST(Analyse, OffsetsMapBackForRandomText) {
  std::mt19937 random(7);
  const std::u16string alphabet =
      u"aăâbcdđeêghiklmnoôơpqrstuưvxyzAĐỞễỹ0129 "
      u".,;:!?…-/\\@#&%$_'’“”()[]{}<>=+*~^`|\u0300\u0301\u0302\u0303\u0306\u0309\u031B\u0323"
      u"\u00AD\u200B\uFEFF\u00A0\t\n\uFFFC\x01\xD834\xDD1E中п漢\u0E01\u0E31½²°€₫";
  Analysis analysis;
  for (int round = 0; round < 4000; ++round) {
    std::u16string text;
    const std::size_t length = random() % 60;
    for (std::size_t i = 0; i < length; ++i) {
      text.push_back(random() % 8 == 0 ? static_cast<char16_t>(random()) : alphabet[random() % alphabet.size()]);
    }
    analyse(text, analysis);
    expect_sound(text, analysis);
    if (HasFatalFailure()) FAIL() << to_utf8(text);
  }
}

TEST(Analyse, ReusesItsBuffers) {
  Analysis analysis;
  analyse(u"Một câu. Hai ca\u0302u.", analysis);
  analyse(u"Ba", analysis);
  EXPECT_EQ(analysis.text, u"Ba");
  EXPECT_TRUE(analysis.offsets.empty());
  EXPECT_EQ(analysis.tokens.size(), 1u);
  EXPECT_EQ(analysis.sentences.size(), 1u);
}

TEST(Analyse, TakesTenThousandMarks) {
  std::u16string text = u"e hết";
  text.insert(1, 10'000, u'\u0301');
  const Analysis analysis = analysed(text);
  EXPECT_EQ(analysis.tokens.size(), 2u);
  EXPECT_EQ(analysed(std::u16string(10'000, u'\u0301')).tokens.size(), 1u);
}

// Text without a space, in shapes that tempt a matcher to look ahead again and again. Quadratic work would take hours
// here.
TEST(Analyse, TakesLongLines) {
  for (const std::u16string_view unit :
       {u"a",  u"a.",        u"1.",     u"1/",      u"a-", u"A.",  u"!",  u"?)",
        u"a@", u"http://a;", u"\u0301", u"e\u0301", u"A&", u"v.v", u"1a", u"TP.",
        u"a'", u"\xD834",    u"\uFFFC", u"đi. ",    u"#",  u"#a",  u"1-", u"\U000E01C9"}) {
    std::u16string line;
    while (line.size() < 500'000) line += unit;
    const Analysis analysis = analysed(line);
    EXPECT_FALSE(analysis.tokens.empty());
    EXPECT_EQ(analysis.original_span(0, static_cast<std::uint32_t>(analysis.text.size())).second, line.size());
  }
}

}  // namespace
}  // namespace soat::text
