#include "document/reader.h"
#include "expect.h"
#include "platform/decoder.h"

namespace soat::document {
namespace {

using namespace std::string_literals;

Texts read_page(std::string_view html) {
  return texts(parse(html, "a.html", Format::html));
}

TEST(Html, BlocksAreParagraphsAndInlineElementsAreNot) {
  EXPECT_EQ(read_page("<html><head><title>Tên</title></head><body><h1>Đề</h1> <p>nư<b>ớc</b> "
                      "sông</p><ul><li>một<li>hai</ul>cuối</body></html>"),
            (Texts{u"Đề", u"nước sông", u"một", u"hai", u"cuối"}));
}

TEST(Html, LeavesOutScriptsStylesAndNavigation) {
  EXPECT_EQ(
      read_page(
          "<body><script>var a = '<p>x</p>';</script><style>p{}</style><nav><a>Trang chủ</a></nav><p>bài</p></body>"),
      Texts{u"bài"});
}

TEST(Html, CollapsesWhiteSpaceAndKeepsLineBreaks) {
  EXPECT_EQ(read_page("<p>\n một\n\n  hai <br> ba </p>"), Texts{u"một hai \nba"});
}

TEST(Html, ResolvesCharacterReferences) {
  EXPECT_EQ(read_page("<p>a &lt; b &amp; &#7879;</p>"), Texts{u"a < b & ệ"});
}

TEST(Html, CodeAndOtherLanguagesArePlaceholders) {
  EXPECT_EQ(read_page("<html lang=\"en\"><body><p>lệnh <code>rm -r</code> và <i lang=\"fr\">la mer</i></p><p "
                      "lang=\"vi-VN\">biển</p></body></html>"),
            (Texts{u"lệnh \uFFFC và \uFFFC", u"biển"}));
}

TEST(Html, ReadsTheEncodingThatThePageNames) {
  EXPECT_EQ(read_page("<meta charset=\"windows-1252\"><p>caf\xE9</p>"), Texts{u"café"});
  EXPECT_EQ(read_page("<meta charset='UTF-8'><p>nước</p>"), Texts{u"nước"});
  EXPECT_EQ(read_page("\xFF\xFE<\0p\0>\0\x11\x01"s), Texts{u"đ"});
}

TEST(Html, RefusesUnknownEncodingsAndWhatIsNotUtf8) {
  EXPECT_NE(fault([] { read_page("<meta charset=\"no-such\"><p>\xE9</p>"); }).find("no-such"), std::string::npos);
  EXPECT_TRUE(fault([] { read_page("<p>\xE9</p>"); }).starts_with("a.html: byte 3 (line 1): not UTF-8"));
}

TEST(Html, DeepNestingLosesNoText) {
  std::string html = "<head><title>tên</title></head>một<script>x</script><nav><nav>a</nav>b</nav>";
  for (int i = 0; i < 100000; ++i) html += "<div><b>";
  EXPECT_EQ(read_page(html + "hai<br>ba</div>bốn <i>nă</i>m"), (Texts{u"một", u"hai\nba", u"bốn năm"}));
}

TEST(Html, EndTagsOfWhatIsNotOpenAreNothing) {
  EXPECT_EQ(read_page("<div>m</b>ột</p>hai</br>ba</div></span>"), (Texts{u"một", u"hai\nba"}));
  EXPECT_EQ(read_page("<p>một</div> hai</p>"), Texts{u"một hai"});
}

TEST(Html, EmptyPageHasNoParagraph) {
  EXPECT_TRUE(read_page("").empty());
}

// The page is a word with a letter that windows-1258 and UTF-8 write differently.
std::string coded(const std::string& head) {
  return head + "<p>ba\xF2n</p>";
}

TEST(HtmlEncoding, IsThatOfMeta) {
  for (const char* head :
       {"<meta charset=windows-1258>", "<META CharSet = 'Windows-1258' >",
        "<meta name=a content=b charset=\"cp1258\"/>",
        "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1258\">",
        "<meta content='charset = windows-1258' http-equiv=content-type>", "<meta/charset=windows-1258>",
        "<!-- <meta charset=gbk> --><meta charset=windows-1258>", "<!--><meta charset=windows-1258>",
        "<script src=a.js charset=\"gbk\"></script><meta charset=windows-1258>",
        "<a title=\"<meta charset=gbk>\"><meta charset=windows-1258>",
        "<meta charset=no-such><meta charset=windows-1258>",
        "<meta content=\"charset=gbk\"><meta charset=windows-1258>", "<meta charset=x-cp1258 charset=gbk>",
        "<?xml version='1.0' encoding='windows-1258'?>",
        "</br charset=gbk><metadata charset=gbk><meta charset=windows-1258>"}) {
    EXPECT_EQ(read_page(coded(head)), Texts{u"bạn"}) << head;
  }
}

TEST(HtmlEncoding, LateMetaIsFoundButNotInAScript) {
  const std::string far(2000, 'x');
  EXPECT_EQ(read_page(coded("<!--" + far + "--><meta charset=windows-1258>")), Texts{u"bạn"});
  EXPECT_EQ(read_page(coded("<!--" + far + "--><script>'<meta charset=gbk>'</script><meta charset=windows-1258>")),
            Texts{u"bạn"});
}

TEST(HtmlEncoding, Utf8WinsOverAWrongLabel) {
  for (const char* label :
       {"gbk", "us-ascii", "utf-16", "utf-7", "shift_jis", "windows-1252", "no-such", "iso-2022-kr"})
    EXPECT_EQ(read_page("<meta charset=" + std::string(label) + "><p>người</p>"), Texts{u"người"}) << label;
}

TEST(HtmlEncoding, LabelsMeanWhatBrowsersTakeThemFor) {
  EXPECT_EQ(read_page("<meta charset=iso-8859-1><p>\x93"
                      "caf\xE9\x94</p>"),
            Texts{u"“café”"});
  EXPECT_EQ(read_page("<meta charset=us-ascii><p>caf\xE9</p>"), Texts{u"café"});
  if (platform::Decoder("iso-2022-jp").is_known()) {  // not under Wine
    EXPECT_EQ(read_page("<meta charset=iso-2022-jp><p>\x1B$B$\"\x1B(B</p>"), Texts{u"あ"});
  }
}

TEST(HtmlEncoding, WhatCannotBeDecodedIsToldWithItsPlace) {
  const auto why = [](const std::string& page) { return fault([&] { read_page(page); }); };
  EXPECT_TRUE(why("<meta charset=gbk>\n<p>\xFF\xFF</p>").starts_with("a.html: byte 22 (line 2): not of the encoding"));
  EXPECT_NE(why(coded("<meta charset=utf-7>")).find("utf-7"), std::string::npos);
  EXPECT_NE(why(coded("<meta charset=utf-8>")).find("not UTF-8"), std::string::npos);
  EXPECT_NE(why(coded("<meta charset='../x'>")).find("../x"), std::string::npos);
  EXPECT_NE(why(coded("<!-- charset=windows-1258 -->")).find("not UTF-8"), std::string::npos);
  EXPECT_NE(why("<p>a\0b</p>"s).find("zero byte"), std::string::npos);
}

TEST(Html, CommentsEndWhereBrowsersEndThem) {
  EXPECT_EQ(read_page("<p>ti<!-- <p> > -->ếng<!--> nói<!---> và<!--a--!> chữ</p><!-- mở <p>không</p>"),
            Texts{u"tiếng nói và chữ"});
  EXPECT_EQ(read_page("<script>'<!--'</script><p title='<!--'>chữ</p>"), Texts{u"chữ"});
}

TEST(Html, SurplusAttributesArePassedOver) {
  std::string page = "<p>một</p><p";
  for (int i = 0; i < 2000; ++i) page += " a" + std::to_string(i) + "=\"<p>x\"";
  EXPECT_EQ(read_page(page + ">hai</p><p lang=fr>ba</p>"), (Texts{u"một", u"hai", u"\uFFFC"}));
}

TEST(Html, NotesToCheckersKnowTheirParagraph) {
  const auto notes = [](const std::string& page) {
    std::vector<std::pair<std::size_t, std::string>> all;
    const Document document = parse(page, "a.html", Format::html);
    for (const Note& note : document.notes()) all.emplace_back(note.paragraph, note.text);
    return all;
  };
  using Notes = std::vector<std::pair<std::size_t, std::string>>;
  EXPECT_EQ(notes("<p>một</p><!-- soat-ignore style --><p>hai<!--soat-ignore--> ba</p><!-- soat-ignore-end -->"),
            (Notes{{1, "soat-ignore style "}, {1, "soat-ignore"}, {2, "soat-ignore-end "}}));
  EXPECT_EQ(notes("<!-- soat-ignore-file --><html><head><title>a</title></head><body><p>một</p></body></html>"),
            (Notes{{0, "soat-ignore-file "}}));
  EXPECT_EQ(
      read_page("<!-- soat-ignore-file --><!doctype html><head><title>a</title></head><body>một<!-- soat-ignore \"-->"),
      Texts{u"một"});
  EXPECT_EQ(notes("<p>một</p><!-- khác soat-ignore --><script>'<!-- soat-ignore -->'</script><wbr soat-note=7>"),
            Notes{});
  EXPECT_EQ(notes("<p><code>&lt;!-- soat-ignore --&gt;</code><textarea><!-- soat-ignore --></textarea>"), Notes{});
}

}  // namespace
}  // namespace soat::document
