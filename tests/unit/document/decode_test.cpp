#include "document/decode.h"

#include "expect.h"

namespace soat::document {
namespace {

using namespace std::string_literals;

TEST(Decode, Utf8WithAndWithoutByteOrderMark) {
  EXPECT_EQ(decode_text("nước 𠮷", "a"), u"nước 𠮷");
  EXPECT_EQ(decode_text("\xEF\xBB\xBFnước", "a"), u"nước");
}

TEST(Decode, Utf16OfBothByteOrders) {
  EXPECT_EQ(decode_text("\xFF\xFE\x11\x01\x69\x00"s, "a"), u"đi");
  EXPECT_EQ(decode_text("\xFE\xFF\x01\x11\x00\x69"s, "a"), u"đi");
  EXPECT_EQ(decode_text("\xFE\xFF\xD8\x42\xDF\xB7"s, "a"), u"𠮷");
}

TEST(Decode, SaysByteAndLineOfWhatIsNotUtf8) {
  const std::string why = fault([] { decode_text("một\nhai\n\xE9 b", "bài.txt"); });
  EXPECT_TRUE(why.starts_with("bài.txt: byte 10 (line 3): not UTF-8")) << why;
}

TEST(Decode, RefusesSurrogatesInUtf8) {
  EXPECT_NE(fault([] { decode_text("a\xED\xA0\x80", "a"); }), "");
}

TEST(Decode, RefusesLoneSurrogatesInUtf16) {
  const std::string high = fault([] { decode_text("\xFF\xFE\x61\x00\x42\xD8\x61\x00"s, "a"); });
  EXPECT_TRUE(high.starts_with("a: byte 4 (line 1): a lone surrogate")) << high;
  EXPECT_NE(fault([] { decode_text("\xFF\xFE\xB7\xDF"s, "a"); }), "");
  EXPECT_NE(fault([] { decode_text("\xFF\xFE\x42\xD8"s, "a"); }), "");
}

TEST(Decode, RefusesHalfAUtf16Unit) {
  EXPECT_NE(fault([] { decode_text("\xFF\xFE\x61"s, "a"); }), "");
}

TEST(Decode, RefusesZeroBytes) {
  const std::string why = fault([] { decode_text("ab\0\xFF"s, "a"); });
  EXPECT_TRUE(why.starts_with("a: byte 2 (line 1): a zero byte")) << why;
  EXPECT_NE(fault([] { decode_text("\xFF\xFE\x00\x00"s, "a"); }), "");
}

TEST(Decode, EmptyIsEmpty) {
  EXPECT_EQ(decode_text("", "a"), u"");
}

}  // namespace
}  // namespace soat::document
