#include "reference/legal/authority.h"

#include <gtest/gtest.h>

namespace soat::reference::legal {
namespace {

TEST(LegalAuthority, EndsWhereTheSentenceGoesOn) {
  const Line line(u"Bộ Giáo dục và Đào tạo, Bộ Tài chính quy định về học phí");
  EXPECT_EQ(line.slice(0, authority_end(line, 0)), u"Bộ Giáo dục và Đào tạo, Bộ Tài chính");
}

}  // namespace
}  // namespace soat::reference::legal
