#include <gtest/gtest.h>

#include "report/columns.h"
#include "sample.h"

namespace soat::report {
namespace {

TEST(TextReport, ShowsThePlaceAsCompilersDo) {
  const Sample sample;
  EXPECT_EQ(to_string(*make_report({Format::text, Language::en}), sample.document()),
            "bài.txt:2:8: error: Tone mark in the wrong place [spelling.tone-placement] → nước, nược\n"
            "  2 | 𠮷 uống nứơc & tóan\n"
            "    |         ~~~~\n"
            "bài.txt:2:15: note: Tone mark in the wrong place [spelling.tone-placement] → (remove)\n"
            "  2 | 𠮷 uống nứơc & tóan\n"
            "    |                ~~~~\n");
}

TEST(TextReport, ColourOnlyWhenAskedFor) {
  const Sample sample;
  EXPECT_EQ(to_string(*make_report({Format::text, Language::vi}), sample.document()).find('\33'), std::string::npos);
  EXPECT_NE(to_string(*make_report({Format::text, Language::vi, true}), sample.document()).find('\33'),
            std::string::npos);
}

TEST(TextReport, NamesAndTextDoNotDriveTheTerminal) {
  Sample sample;
  sample.paragraphs[1] = u"a\u202E uống nứơc\u009B & tóan";
  CheckedDocument document = sample.document();
  document.file = "a\33[2J\n\u202E\x9B.txt";
  const std::string out = to_string(*make_report({Format::text, Language::en}), document);
  EXPECT_TRUE(out.starts_with("a?[2J??\\x9b.txt:2:9: error:")) << out;
  for (const char* raw : {"\33", "\u202E", "\x9B.", "\u009B"}) EXPECT_EQ(out.find(raw), std::string::npos) << out;
}

TEST(TextReport, TellsOfPassagesAfterTheFindings) {
  Sample sample;
  sample.findings.clear();
  EXPECT_EQ(to_string(*make_report({Format::text, Language::en}), sample.assessed_document()),
            "bài.txt: paragraph 2: many signs of rewriting by machine, worth a look (probability 99 %)\n");
  sample.assessment.paragraphs[0].probability = 0.704F;
  sample.assessment.paragraphs[0].has_signs = true;
  sample.assessment.paragraphs[1].probability = 0.8F;
  EXPECT_EQ(to_string(*make_report({Format::text, Language::vi}), sample.assessed_document()),
            "bài.txt: đoạn 1–2: có nhiều dấu hiệu được viết lại bằng máy, nên xem lại (xác suất 80 %)\n");
}

TEST(Excerpt, LeavesOutWhatIsFarAway) {
  const std::u16string line = std::u16string(100, u'a') + u"bc" + std::u16string(100, u'd');
  const Excerpt shown = excerpt(line, 100, 102, 5);
  EXPECT_EQ(shown.text, "…aaaaabcddddd…");
  EXPECT_EQ(shown.indent, 6u);
  EXPECT_EQ(shown.width, 2u);
}

TEST(Excerpt, CutsALongRangeShort) {
  const Excerpt shown = excerpt(std::u16string(1000, u'x'), 0, 1000, 5);
  EXPECT_EQ(shown.text, std::string(20, 'x') + "…");
  EXPECT_EQ(shown.width, 20u);
}

TEST(Excerpt, ShowsControlCharactersAsSpaces) {
  EXPECT_EQ(excerpt(u"a\33[2J\tb\nc", 0, 1, 20).text, "a [2J b c");
}

TEST(Excerpt, ManyMarksAreCutToo) {
  const std::u16string line = u"a" + std::u16string(10000, u'\u0301') + u"bc";
  EXPECT_LT(excerpt(line, line.size() - 1, line.size(), 10).text.size(), 500u);
  EXPECT_LT(excerpt(line, 0, line.size(), 10).text.size(), 500u);
}

TEST(Excerpt, DecomposedTextIsUnderlinedByItsLetters) {
  const Excerpt shown = excerpt(u"nu\u031B\u0301\u006Fc x", 6, 8, 20);
  EXPECT_EQ(shown.indent, 4u);
}

}  // namespace
}  // namespace soat::report
