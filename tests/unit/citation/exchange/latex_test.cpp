#include "citation/exchange/latex.h"

#include <gtest/gtest.h>

namespace soat::citation {
namespace {

TEST(Latex, LettersFormulasAndSigns) {
  const auto text = [](const char* latex) { return from_latex(latex, true); };
  EXPECT_EQ(text("S\\^ong v\\`a \\'{\\^o} \\d{\\ecircumflex} \\~\\ecircumflex{} \\h\\acircumflex{}"),
            "Sông và ố ệ ễ ẩ");
  EXPECT_EQ(text("$\\gamma$ v\\`a CO$_2$, 5$^{th}$, 30$^\\circ$"), "γ và CO<sub>2</sub>, 5<sup>th</sup>, 30°");
  EXPECT_EQ(text("2^{nd} \\textsubscript{x} \\emph{Oryza}"), "2<sup>nd</sup> <sub>x</sub> <i>Oryza</i>");
  EXPECT_EQ(from_latex("CO$_2$", false), "CO2");
  EXPECT_EQ(text("A.{\\~{}}B., C.~D."), "A. B., C. D.");
  EXPECT_EQ(text("50\\% \\& \\textbackslash x \\href{http://a.example}{b}"), "50% & \\x b");
  EXPECT_EQ(text("{\\noopsort{1}}x \\unknown{y} }"), "x y");
}

}  // namespace
}  // namespace soat::citation
