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

TEST(Sources, AreSeenOrNot) {
  for (const char* text : {"a", " Đò\u0081", "–", "漢", "\U0001F600"}) EXPECT_EQ(if_seen(text), text);
  for (const char* text : {"", " ", "\u0081\u0081", "\x01\x7F", "\uFFFD \u00A0", "\u200B\u00AD", "\uE000"})
    EXPECT_EQ(if_seen(text), "") << text;
}

}  // namespace
}  // namespace soat::citation
