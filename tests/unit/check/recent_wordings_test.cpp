#include "check/recent_wordings.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace soat::check {
namespace {

Finding finding(std::u16string why, std::vector<std::u16string> instead) {
  Finding one;
  one.message = Message{why, why + u" (en)"};
  one.suggestions = std::move(instead);
  return one;
}

TEST(RecentWordings, AreSharedByFindingsThatSayTheSame) {
  RecentWordings wordings;
  Finding first = finding(u"không phải chữ", {u"người"});
  Finding second = finding(u"không phải chữ", {u"người"});
  Finding third = finding(u"không phải chữ", {u"người", u"ngươi"});
  for (Finding* const one : {&first, &second, &third}) wordings.share(*one);
  EXPECT_TRUE(second.message.is_shared_with(first.message));
  EXPECT_TRUE(second.suggestions.is_shared_with(first.suggestions));
  EXPECT_TRUE(third.message.is_shared_with(first.message));
  EXPECT_FALSE(third.suggestions.is_shared_with(first.suggestions));
  EXPECT_EQ(third.suggestions.size(), 2U);
}

TEST(RecentWordings, KeepEachTheirOwn) {
  RecentWordings wordings;
  std::vector<Finding> all;
  for (int i = 0; i < 2000; ++i) {
    const std::u16string number(1, static_cast<char16_t>(u'Ạ' + i));
    all.push_back(finding(number, {number}));
    wordings.share(all.back());
  }
  for (int i = 0; i < 2000; ++i) {
    EXPECT_EQ(all[static_cast<std::size_t>(i)].message->vi, std::u16string(1, static_cast<char16_t>(u'Ạ' + i)));
    EXPECT_EQ(all[static_cast<std::size_t>(i)].suggestions.front(), all[static_cast<std::size_t>(i)].message->vi);
  }
}

}  // namespace
}  // namespace soat::check
