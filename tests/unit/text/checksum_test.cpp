#include "text/checksum.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace soat::text {
namespace {

TEST(Checksum, IsWhatTheToolsWrite) {
  // tools/tables.py gives the same for these.
  const auto digits = [](std::string_view text) {
    const auto all = checksum_digits(checksum(text));
    return std::string(all.data(), all.size());
  };
  EXPECT_EQ(digits(""), "9090306c6e91ed59");
  EXPECT_EQ(digits("Tiếng Việt giàu và đẹp, ai cũng nói thế; bao nhiêu chữ là bấy nhiêu ý.\n"), "2abfba348daf7bf0");
}

}  // namespace
}  // namespace soat::text
