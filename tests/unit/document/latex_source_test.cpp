#include "document/latex_source.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "text/utf.h"

namespace soat::document::latex {
namespace {

// What is read of a source; U+FFFC is written as *.
std::string read(std::u16string_view text) {
  std::u16string out;
  std::size_t at = 0;
  for (const Hidden& hidden : read_source(text).hidden) {
    EXPECT_LE(at, hidden.start) << "in order, none in another";
    EXPECT_LE(hidden.end, text.size());
    out += text.substr(at, hidden.start - at);
    out += hidden.shown;
    at = hidden.end;
  }
  out += text.substr(at);
  std::ranges::replace(out, u'\uFFFC', u'*');
  return text::to_utf8(out);
}

std::vector<std::string> comments(std::u16string_view text) {
  std::vector<std::string> all;
  for (const auto& [start, end] : read_source(text).comments)
    all.push_back(text::to_utf8(text.substr(start, end - start)));
  return all;
}

TEST(LatexSource, TextIsRead) {
  EXPECT_EQ(read(u"Một câu."), "Một câu.");
  EXPECT_EQ(read(u""), "");
  EXPECT_EQ(read(u"\\section*{Mở đầu}"), "Mở đầu");
  EXPECT_EQ(read(u"một \\textbf{chữ \\emph{đậm}} nhé"), "một chữ đậm nhé");
  EXPECT_EQ(read(u"{\\bf chữ} đậm"), "chữ đậm");
  EXPECT_EQ(read(u"\\caption[ngắn]{Ảnh.}"), "Ảnh.");
  EXPECT_EQ(read(u"\\item một\n\\item[Hai] ba"), "một\n[Hai] ba");
}

TEST(LatexSource, CommandsThatMayBeTextStandForIt) {
  EXPECT_EQ(read(u"dùng \\LaTeX\\ và \\LaTeX{} nhé"), "dùng * và * nhé");
  EXPECT_EQ(read(u"\\noindent Một"), "Một");
}

TEST(LatexSource, CitationsAndReferencesStandForSomething) {
  EXPECT_EQ(read(u"theo~\\cite[tr.~5]{a, b}, hình \\ref{h}"), "theo *, hình *");
  EXPECT_EQ(read(u"theo \\citep[xem][tr. 5]{a} {và} kia"), "theo * và kia");
}

TEST(LatexSource, WhatIsNoTextIsNotRead) {
  EXPECT_EQ(read(u"\\label{a}chữ\\index{b}"), "chữ");
  EXPECT_EQ(read(u"\\includegraphics[width=2cm]{a.png}"), "*");
  EXPECT_EQ(read(u"\\textcolor{red}{đỏ} \\multicolumn{2}{c}{ô}"), "đỏ ô");
  EXPECT_EQ(read(u"\\newcommand{\\a}[1]{b #1}\\renewcommand\\a[1]{b}\\def\\c#1#2{d}chữ"), "chữ");
  EXPECT_EQ(read(u"\\vspace{2cm}một\\hspace{1cm}hai"), "một hai");
}

TEST(LatexSource, OfAddressesTheTextIsRead) {
  EXPECT_EQ(read(u"xem \\url{http://a.vn/%20b} và \\href{http://a.vn/%20}{trang} này"), "xem * và trang này");
  EXPECT_EQ(read(u"\\url{http://a.vn").substr(0, 1), "*") << "without its end";
}

TEST(LatexSource, FormulasStandForSomething) {
  EXPECT_EQ(read(u"khi $x = 1$ và \\(y\\) thì $$z$$ hay \\[a \\\\[2pt] b\\]"), "khi * và * thì * hay *");
  EXPECT_EQ(read(u"một\n\\begin{align*}\na &= b\n\\end{align*}\nhai"), "một\n*\nhai");
  EXPECT_EQ(read(u"giá 5\\$ và 6\\$"), "giá 5$ và 6$");
}

TEST(LatexSource, AFormulaEndsWithItsParagraph) {
  EXPECT_EQ(read(u"giá 5$ một\n\nchữ $x$"), "giá 5$ một\n\nchữ *");
  EXPECT_EQ(read(u"\\(một \\(hai\n\nba \\(x\\)"), "\\(một \\(hai\n\nba *");
}

TEST(LatexSource, CommentsAreNotRead) {
  EXPECT_EQ(read(u"một % hai\nba 5\\% bốn"), "một\nba 5% bốn");
  EXPECT_EQ(comments(u"một % hai\n%% ba\n5\\% bốn"), (std::vector<std::string>{" hai", "% ba"}));
  EXPECT_EQ(comments(u"\\url{a%b} \\verb|%| \\begin{verbatim}\n% c\n\\end{verbatim}"), std::vector<std::string>{});
}

TEST(LatexSource, CodeIsNotRead) {
  EXPECT_EQ(read(u"gõ \\verb|ls {| rồi \\lstinline[a]{b} và \\texttt{c}"), "gõ * rồi * và *");
  EXPECT_EQ(read(u"a\n\\begin{verbatim}\n\\b } { $\n\\end{verbatim}\nc"), "a\n\nc");
  EXPECT_EQ(read(u"\\verb|a\n|"), "|a\n|") << "ends on its line";
  EXPECT_EQ(read(u"\\begin{verbatim} chữ"), " chữ") << "without an end it is text";
}

TEST(LatexSource, ThePreambleAndWhatComesBehindAreNotRead) {
  EXPECT_EQ(read(u"\\documentclass{a}\n% \\begin{document}\nb\n\\begin{document}\nchữ\n\\end{document}\nc"), "\nchữ\n");
  EXPECT_EQ(comments(u"% một\nb\n\\begin{document}\n% hai\n\\end{document}\n% ba"),
            (std::vector<std::string>{" một", " hai"}));
}

TEST(LatexSource, FootnotesAndCellsStandByThemselves) {
  EXPECT_EQ(read(u"chữ\\footnote{Ghi \\emph{chú}.} tiếp"), "chữ\nGhi chú.\n tiếp");
  EXPECT_EQ(read(u"\\begin{tabular}{l|l}a & b \\\\[2pt]\\hline\nc\\end{tabular}"), "a \n b \n\nc");
}

TEST(LatexSource, SignsAreReadAsTheyAreSet) {
  EXPECT_EQ(read(u"``A'' -- b --- c\\ldots"), "“A” – b — c…");
  EXPECT_EQ(read(u"A\\&B \\_ \\# \\{"), "A&B _ # {");
  EXPECT_EQ(read(u"5\\,km ng\\-ày"), "5 km ngày");
  EXPECT_EQ(read(u"ti\\'{\\^e}ng t\\d{a}i caf\\'e"), "ti*ng t*i caf*");
}

TEST(LatexSource, OtherLanguagesAreNotRead) {
  EXPECT_EQ(read(u"một \\foreignlanguage{english}{two} ba"), "một * ba");
  EXPECT_EQ(read(u"một \\foreignlanguage{vietnamese}{hai} ba"), "một hai ba");
  EXPECT_EQ(read(u"\\begin{otherlanguage}{english}two\\end{otherlanguage}"), "");
  EXPECT_EQ(read(u"\\begin{otherlanguage}{vietnamese}hai\\end{otherlanguage}"), "hai");
}

TEST(LatexSource, WhatIsCutShortIsRead) {
  for (const std::u16string_view text : {u"\\",
                                         u"\\a",
                                         u"\\cite{",
                                         u"\\cite[",
                                         u"{",
                                         u"}",
                                         u"$",
                                         u"$$",
                                         u"\\(",
                                         u"\\[",
                                         u"%",
                                         u"\\'",
                                         u"\\begin",
                                         u"\\begin{",
                                         u"\\begin{a",
                                         u"\\end",
                                         u"\\verb",
                                         u"\\verb|",
                                         u"\\url{",
                                         u"\\def",
                                         u"\\def\\",
                                         u"\\\\[",
                                         u"\\footnote",
                                         u"\\foreignlanguage",
                                         u"\\begin{tabular}{",
                                         u"-",
                                         u"``",
                                         u"\\lstinline"}) {
    EXPECT_LE(read(text).size(), 4 * text.size() + 4) << text::to_utf8(text);
  }
}

}  // namespace
}  // namespace soat::document::latex
