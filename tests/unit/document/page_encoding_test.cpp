#include "document/page_encoding.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "expect.h"

namespace soat::document {
namespace {

std::string utf8(std::string_view bytes) {
  return page_to_utf8(bytes, "trang.html");
}

TEST(PageEncoding, Utf8IsTakenForWhatItIsWhateverTheLabelSays) {
  EXPECT_EQ(utf8("<p>Tiếng Việt</p>"), "<p>Tiếng Việt</p>");
  EXPECT_EQ(utf8("<meta charset=windows-1252><p>Việt</p>"), "<meta charset=windows-1252><p>Việt</p>");
}

TEST(PageEncoding, AByteOrderMarkDecidesAndGoes) {
  EXPECT_EQ(utf8("\xEF\xBB\xBF<p>Việt</p>"), "<p>Việt</p>");
  EXPECT_EQ(utf8(std::string_view("\xFF\xFE<\0p\0>\0\xC7\x1E", 10)), "<p>ệ");
  EXPECT_EQ(utf8(std::string_view("\xFE\xFF\0<\0p\0>\x1E\xC6", 10)), "<p>Ệ");
}

TEST(PageEncoding, TheLabelOfThePageIsRead) {
  EXPECT_EQ(utf8("<meta charset=\"windows-1252\"><p>caf\xE9</p>"), "<meta charset=\"windows-1252\"><p>café</p>");
  EXPECT_NE(utf8("<META http-equiv=Content-Type content='text/html; charset=ISO-8859-1'>\xE9").find("é"),
            std::string::npos);
  EXPECT_NE(utf8("<?xml version='1.0' encoding='windows-1252'?><p>\xE9</p>").find("é"), std::string::npos);
}

TEST(PageEncoding, ALabelFurtherBelowIsFoundToo) {
  EXPECT_NE(utf8(std::string(3000, ' ') + "<meta charset=windows-1252>\xE9").find("é"), std::string::npos);
}

TEST(PageEncoding, WhatCannotBeReadIsToldWithTheName) {
  const auto told = [](std::string_view bytes) { return fault([&] { utf8(bytes); }); };
  EXPECT_NE(told("<p>caf\xE9</p>").find("trang.html"), std::string::npos) << "no encoding is named";
  EXPECT_NE(told("<meta charset=x-klingon>\xE9"), "") << "one that is not known";
  EXPECT_NE(told("<meta charset=utf-8>\xE9"), "") << "bytes that the encoding does not have";
  EXPECT_EQ(told(""), "");
}

}  // namespace
}  // namespace soat::document
