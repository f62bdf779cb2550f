#include "document/reader.h"
#include "expect.h"
#include "unit/document/read_page.h"

namespace soat::document {
namespace {

using namespace std::string_literals;

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
}

}  // namespace
}  // namespace soat::document
