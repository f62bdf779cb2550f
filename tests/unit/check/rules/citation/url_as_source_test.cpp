#include <gtest/gtest.h>

#include "citation/library/library_sources.h"
#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

TEST(UrlAsSource, FindsBareAddresses) {
  const RuleProbe probe("citation.url-as-source");
  EXPECT_EQ(probe(u"Nguồn: https://dongbang.example/a"), (std::vector<Seen>{{0, "https://dongbang.example/a", ""}}));
  EXPECT_EQ(probe(u"https://dongbang.example/a"), (std::vector<Seen>{{0, "https://dongbang.example/a", ""}}));
  EXPECT_EQ(probe(u"Bạn đọc có thể tra giờ tàu ở https://bentau.example mỗi ngày."), Nothing());
}

TEST(KnownSources, GiveWhatABareAddressLacks) {
  const citation::LibrarySources sources(nlohmann::json::parse(
      R"([{"type":"webpage","title":"Chợ nổi họp sớm","author":[{"family":"Lê","given":"Thị Sông"}],
           "container-title":"Báo Đồng Bằng","issued":{"date-parts":[[2021,6,25]]},"URL":"https://www.dongbang.example/a/"},
          {"type":"webpage","URL":"https://dongbang.example/b"}, 7])"));
  const RuleProbe probe("citation.url-as-source", &sources);
  EXPECT_EQ(probe(u"Nguồn: http://dongbang.example/a"),
            (std::vector<Seen>{{0, "http://dongbang.example/a",
                                "Lê Thị Sông, “Chợ nổi họp sớm”, Báo Đồng Bằng, 25/6/2021, "
                                "https://www.dongbang.example/a/"}}));
  EXPECT_EQ(probe(u"Nguồn: http://dongbang.example/b"), (std::vector<Seen>{{0, "http://dongbang.example/b", ""}}));
}

}  // namespace
}  // namespace soat::check
