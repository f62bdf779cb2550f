#include "check/context/confusables.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <set>
#include <span>
#include <string_view>

namespace soat::check::context {
namespace {

Form form(std::u16string_view word) {
  Form out;
  EXPECT_TRUE(take_apart(word, out));
  return out;
}

std::set<std::u16string_view> meant(std::u16string_view written, std::span<const std::u16string_view> words) {
  std::set<std::u16string_view> out;
  const Confusables confusables(words);
  confusables.visit(form(written),
                    [&](std::uint32_t word, const Slip&) { EXPECT_TRUE(out.insert(words[word]).second); });
  return out;
}

using Words = std::set<std::u16string_view>;

TEST(Confusables, FindsWordsOneSlipAway) {
  const std::u16string_view words[] = {u"chiếm", u"chiến", u"trăng", u"trắng", u"sử", u"xử", u"nổi", u"nỗi", u"người"};
  EXPECT_EQ(meant(u"chiến", words), (Words{u"chiếm"}));
  EXPECT_EQ(meant(u"nỗi", words), (Words{u"nổi"}));
  EXPECT_EQ(meant(u"sử", words), (Words{u"xử"}));
  EXPECT_EQ(meant(u"trang", words), (Words{u"trăng", u"trắng"}));
  EXPECT_EQ(meant(u"nguời", words), (Words{u"người"}));
}

TEST(Confusables, FindsKeysMissingAddedAndSwapped) {
  const std::u16string_view words[] = {u"trong", u"nghĩa"};
  EXPECT_EQ(meant(u"tronng", words), (Words{u"trong"}));
  EXPECT_EQ(meant(u"trng", words), (Words{u"trong"}));
  EXPECT_EQ(meant(u"torng", words), (Words{u"trong"}));
  EXPECT_EQ(meant(u"teong", words), (Words{u"trong"}));
  EXPECT_EQ(meant(u"ngĩa", words), (Words{u"nghĩa"}));
  EXPECT_EQ(meant(u"xyz", words), Words{});
}

}  // namespace
}  // namespace soat::check::context
