#include "platform/mapping.h"

#include <gtest/gtest.h>

#include <string_view>

#include "support/test_folder.h"

namespace soat::platform {
namespace {

TEST(Mapping, GivesTheBytes) {
  const test::TestFolder folder;
  MappingFault fault = MappingFault::unopened;
  const auto bytes = map_file(folder.write("tệp", "một"), fault);
  EXPECT_EQ(fault, MappingFault::none);
  EXPECT_EQ(std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()), "một");
  unmap(bytes);
}

TEST(Mapping, OfAnEmptyFileHasNone) {
  const test::TestFolder folder;
  MappingFault fault = MappingFault::unopened;
  const auto bytes = map_file(folder.write("tệp", ""), fault);
  EXPECT_EQ(fault, MappingFault::none);
  EXPECT_TRUE(bytes.empty());
  unmap(bytes);
}

TEST(Mapping, SaysWhatFailed) {
  const test::TestFolder folder;
  MappingFault fault = MappingFault::none;
  EXPECT_TRUE(map_file(folder / "không có", fault).empty());
  EXPECT_EQ(fault, MappingFault::unopened);
  EXPECT_TRUE(map_file(folder.path(), fault).empty());
  EXPECT_NE(fault, MappingFault::none);
}

}  // namespace
}  // namespace soat::platform
