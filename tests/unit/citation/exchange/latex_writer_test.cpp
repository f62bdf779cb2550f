#include <gtest/gtest.h>

#include "citation/exchange/latex.h"

namespace soat::citation {
namespace {

TEST(LatexWriter, WhatIsWrittenIsReadAgain) {
  for (const char* value :
       {"100 % \\ & ~ ^ # _ $", "H<sub>2</sub>O là <i>nước</i>", "a < b", "A}B {c} <i>{</i>} {d", "}{"})
    EXPECT_EQ(from_latex(to_latex(value), true), value);
  EXPECT_EQ(to_latex("{a} } {"), "\\{a\\} \\textbraceright{} \\textbraceleft{}") << "none alone";
  EXPECT_EQ(address_from_latex(address_to_latex("https://a.example/~b_c?d=%20&e#f")),
            "https://a.example/~b_c?d=%20&e#f");
}

}  // namespace
}  // namespace soat::citation
