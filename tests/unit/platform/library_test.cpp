#include "platform/library.h"

#include <gtest/gtest.h>

namespace soat::platform {
namespace {

TEST(Library, ThatIsNotThereIsNull) {
  EXPECT_EQ(load_library("soat-không-có"), nullptr);
}

TEST(Library, NamesOfCurlAreNotEmpty) {
  EXPECT_FALSE(curl_names().empty());
}

}  // namespace
}  // namespace soat::platform
