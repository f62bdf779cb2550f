#include <gtest/gtest.h>

#include <string>

#include "citation/exchange/exchange.h"

namespace soat::citation {
namespace {

TEST(Sources, MayBeInUtf16) {
  for (const bool little : {true, false}) {
    std::string bytes;
    for (const char16_t unit : std::u16string(u"\uFEFF@book{a, title={Đò ngang}}")) {
      const char low = static_cast<char>(unit & 0xFF);
      const char high = static_cast<char>(unit >> 8);
      bytes += little ? low : high;
      bytes += little ? high : low;
    }
    EXPECT_EQ(read_bibtex(bytes, "a.bib")[0]["title"], "Đò ngang");
  }
}

}  // namespace
}  // namespace soat::citation
