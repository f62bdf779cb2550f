#include "text/patterns.h"

#include <gtest/gtest.h>

#include <string_view>

#include "text/utf.h"

namespace soat::text {
namespace {

TEST(Patterns, PiecesOfAddresses) {
  for (const std::u16string_view piece :
       {u"https://bao.vn/bai-việt", u"bao-cao-tong-ket-nam", u"bai-viet-post123456.html", u"bai-viet", u"bao.vn/tin",
        u"an.tran@coquan.vn", u"Tiếng_Việt", u"báo-cáo.docx", u"C:\\Tài"}) {
    EXPECT_TRUE(is_part_of_address(piece)) << to_utf8(piece);
  }
  for (const std::u16string_view word : {u"nguời", u"in-tơ-nét", u"và/hoặc", u"Lê-nin", u"tiếng", u"hết.Sau", u""}) {
    EXPECT_FALSE(is_part_of_address(word)) << to_utf8(word);
  }
}

}  // namespace
}  // namespace soat::text
