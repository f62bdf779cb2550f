#include <gtest/gtest.h>

#include "sample.h"

namespace soat::report {
namespace {

std::string page(const Sample& sample, Language language) {
  const auto report = make_report({Format::html, language});
  return report->opening() + to_string(*report, sample.document()) + report->closing();
}

TEST(HtmlReport, MarksTheTextAndListsTheFindings) {
  const std::string html = page(Sample(), Language::vi);
  EXPECT_NE(html.find("uống <mark id=\"1-1\" class=\"error spelling\" title=\"Dấu đặt &lt;sai&gt; chỗ\">nứơc</mark> "
                      "&amp; <mark id=\"1-2\""),
            std::string::npos)
      << html;
  EXPECT_NE(html.find("<a href=\"#1-1\">2:8</a></td><td lang=\"vi\">nứơc</td>"), std::string::npos) << html;
}

TEST(HtmlReport, EscapesEverythingThatComesFromOutside) {
  Sample sample;
  sample.paragraphs = {u"<script>alert(1)</script>", u"\"'&\u0007 uống nứơc & tóan"};
  sample.findings.resize(1);
  sample.findings[0].suggestions = {u"<b>"};
  sample.findings[0].message.edit().vi = u"\"><img>";
  const auto report = make_report({Format::html, Language::vi});
  CheckedDocument document = sample.document();
  document.file = "<i>.txt";
  const std::string html = to_string(*report, document);
  for (const char* raw : {"<script>", "<b>", "<img>", "<i>", "\a", "\"\">"})
    EXPECT_EQ(html.find(raw), std::string::npos) << raw;
}

TEST(HtmlReport, OverlappingFindingsShareAMark) {
  Sample sample;
  sample.findings[1].start = 10;
  sample.findings[1].end = 14;
  const std::string html = page(sample, Language::en);
  EXPECT_EQ(html.find("id=\"1-2\""), std::string::npos);
  EXPECT_NE(html.find("<a href=\"#1-1\">2:10</a>"), std::string::npos) << html;
}

TEST(HtmlReport, TellsOfPassages) {
  const Sample sample;
  const auto report = make_report({Format::html, Language::en});
  const std::string html = to_string(*report, sample.assessed_document());
  EXPECT_NE(html.find("<li class=\"passage\"><a href=\"#1-p2\">Paragraph 2: many signs of rewriting by machine"),
            std::string::npos)
      << html;
  EXPECT_NE(html.find("<li>Paragraph 2: 3 signs</li>"), std::string::npos) << html;
  EXPECT_NE(html.find("<p id=\"1-p2\">"), std::string::npos) << html;
  EXPECT_EQ(to_string(*report, sample.document()).find("class=\"passage\""), std::string::npos);
}

TEST(HtmlReport, SaysSoWhenNothingWasFound) {
  Sample sample;
  sample.findings.clear();
  EXPECT_NE(page(sample, Language::en).find("Nothing found."), std::string::npos);
}

TEST(HtmlReport, NeedsNoOtherFile) {
  const std::string html = page(Sample(), Language::vi);
  for (const char* outside : {"src=", "http:", "https:", "@import", "url("})
    EXPECT_EQ(html.find(outside), std::string::npos) << outside;
}

TEST(HtmlReport, ControlsOfDirectionDoNotReachThePage) {
  Sample sample;
  sample.paragraphs[1] = u"\u202E uống nứơc & tóan\u2066";
  const auto report = make_report({Format::html, Language::vi});
  CheckedDocument document = sample.document();
  document.file = "a\u202Etxt.exe";
  const std::string html = to_string(*report, document);
  EXPECT_EQ(html.find("\u202E"), std::string::npos);
  EXPECT_EQ(html.find("\u2066"), std::string::npos);
}

TEST(HtmlReport, LeavesOutWhereNotesAreAnchoredAndMarksTheRightLetters) {
  Sample sample;
  sample.paragraphs[0] = u"\uFFFC";
  sample.paragraphs[1] = u"\uFFFC uống nứơ\uFFFCc tóan";
  sample.findings[0].start = 7;
  sample.findings[0].end = 12;
  sample.findings[1].start = 13;
  sample.findings[1].end = 17;
  const std::string html = page(sample, Language::en);
  EXPECT_EQ(html.find("\uFFFC"), std::string::npos) << html;
  EXPECT_NE(html.find(">nứơc</mark> <mark id=\"1-2\""), std::string::npos) << html;
  EXPECT_NE(html.find(">tóan</mark></p>"), std::string::npos) << html;
  EXPECT_NE(html.find("<p>2 places to look at in 1 paragraph with text.</p>"), std::string::npos) << html;
}

TEST(HtmlReport, HasTheHeadOfItsListOnEachPrintedPage) {
  EXPECT_NE(page(Sample(), Language::en).find("<thead><tr><th>Place</th>"), std::string::npos);
}

TEST(HtmlReport, TellsOfADocumentThatCannotBeRead) {
  const auto report = make_report({Format::html, Language::vi});
  const std::string html = report->failure({"<a>.txt", "damaged & lost"});
  EXPECT_NE(html.find("&lt;a&gt;.txt"), std::string::npos);
  EXPECT_NE(html.find("damaged &amp; lost"), std::string::npos);
}

}  // namespace
}  // namespace soat::report
