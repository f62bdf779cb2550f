#include "document/markdown_inline.h"

#include <gtest/gtest.h>

#include "document/reader.h"
#include "expect.h"
#include "unit/document/read_markdown.h"

namespace soat::document {
namespace {

TEST(MarkdownInline, CodeSpansArePlaceholders) {
  EXPECT_EQ(read_lines("gõ `ls -l` rồi ``a`b`` và ` mở"), Texts{u"gõ \uFFFC rồi \uFFFC và ` mở"});
  EXPECT_EQ(read_lines("đầu `mã\nmã` cuối"), (Texts{u"đầu \uFFFC", u" cuối"}));
  EXPECT_EQ(read_lines("đầu `mã\n\nmã` cuối"), (Texts{u"đầu `mã", u"", u"mã` cuối"}));
  EXPECT_EQ(read_lines("\\`không`"), Texts{u"\\`không`"});
}

TEST(MarkdownInline, TargetsOfLinksAreNotRead) {
  EXPECT_EQ(read_lines("xem [trang chủ](http://a.vn/b_(c) \"tên\") và ![ảnh](<a b.png>)."),
            Texts{u"xem [trang chủ] và [ảnh]."});
  EXPECT_EQ(read_lines("xem [đây][Một] và [1][2]\n\n[một]: http://a.vn 'x'"),
            (Texts{u"xem [đây] và [1][2]", u"", u""}));
  EXPECT_EQ(read_lines("chữ[^1]\n\n[^1]: ghi chú"), (Texts{u"chữ[^1]", u"", u" ghi chú"}));
  EXPECT_EQ(read_lines("[a](b c) [d](\n"), Texts{u"[a](b c) [d]("});
}

TEST(MarkdownInline, TagsAndEntitiesAreNotRead) {
  EXPECT_EQ(read_lines("<b>t</b>ả <br/>một<!-- hai --> ba&nbsp;bốn &amp; 1 < 2 > 0 <http://a.vn>"),
            Texts{u"tả \nmột ba bốn \uFFFC 1 < 2 > 0 <http://a.vn>"});
  EXPECT_EQ(read_lines("<div class=\"a>b\"\nid=x>chữ <code>mã</code></div>"), (Texts{u"\n", u"chữ \uFFFC\n"}));
  EXPECT_EQ(read_lines("<script>\nvar a;\n\nb\n</script>\n<!-- x\n\ny -->\nchữ"),
            (Texts{u"", u"", u"", u"", u"", u"", u"", u"", u"chữ"}));
}

}  // namespace
}  // namespace soat::document
