#include "document/html_tags.h"

#include <gtest/gtest.h>

#include "archive_builder.h"
#include "document/reader.h"
#include "expect.h"
#include "unit/document/read_page.h"

namespace soat::document {
namespace {

using namespace std::string_literals;

TEST(HtmlTags, CommentsEndWhereBrowsersEndThem) {
  EXPECT_EQ(read_page("<p>ti<!-- <p> > -->ếng<!--> nói<!---> và<!--a--!> chữ</p><!-- mở <p>không</p>"),
            Texts{u"tiếng nói và chữ"});
  EXPECT_EQ(read_page("<script>'<!--'</script><p title='<!--'>chữ</p>"), Texts{u"chữ"});
}

}  // namespace
}  // namespace soat::document
