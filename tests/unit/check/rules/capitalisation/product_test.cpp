#include <gtest/gtest.h>

#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

TEST(CapitalisationProduct, FindsANameInSmallLetters) {
  const RuleProbe probe("capitalisation.product");
  EXPECT_EQ(probe(u"Bài này nói về linux, chạy trên mysql."),
            (std::vector<Seen>{{0, "linux", "Linux"}, {0, "mysql", "MySQL"}}));
  EXPECT_EQ(probe(u"Giới thiệu tường lửa trong linux"), (std::vector<Seen>{{0, "linux", "Linux"}}));
}

TEST(CapitalisationProduct, LeavesCommandsAndAddressesAlone) {
  const RuleProbe probe("capitalisation.product");
  for (const std::u16string_view text :
       {u"Gõ yum install mysql để cài.", u"Vào trang github.com để tải.", u"Máy chạy Linux và MySQL.",
        u"Mở tệp linux-server rồi đọc.", u"Gói mysql_server đã cài.", u"Đường dẫn là /etc/mysql trong máy."})
    EXPECT_EQ(probe(text), Nothing());
}

}  // namespace
}  // namespace soat::check
