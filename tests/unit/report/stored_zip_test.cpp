#include "report/stored_zip.h"

#include <gtest/gtest.h>

namespace soat::report {
namespace {

std::uint32_t number(const std::string& bytes, std::size_t at, int size) {
  std::uint32_t value = 0;
  for (int i = size; i-- > 0;)
    value = value << 8U | static_cast<unsigned char>(bytes.at(at + static_cast<std::size_t>(i)));
  return value;
}

TEST(StoredZip, WithoutPartsIsItsEndAlone) {
  StoredZip zip;
  const std::string bytes = zip.finish();
  ASSERT_EQ(bytes.size(), 22U);
  EXPECT_TRUE(bytes.starts_with("PK\x05\x06"));
}

TEST(StoredZip, HoldsThePartsAsTheyAre) {
  StoredZip zip;
  zip.add("mimetype", "123456789");
  zip.add("bài.xml", "");
  const std::string bytes = zip.finish();
  EXPECT_TRUE(bytes.starts_with("PK\x03\x04"));
  EXPECT_EQ(bytes.substr(30, 17), "mimetype123456789");
  EXPECT_EQ(number(bytes, 14, 4), 0xCBF43926U);  // CRC-32 of "123456789"
  EXPECT_EQ(number(bytes, 18, 4), 9U);
  const std::size_t end = bytes.size() - 22;
  EXPECT_EQ(number(bytes, end + 10, 2), 2U);
  // The directory stands where its end says, and leads to the parts.
  const std::size_t directory = number(bytes, end + 16, 4);
  EXPECT_EQ(bytes.substr(directory, 4), "PK\x01\x02");
  EXPECT_EQ(directory + number(bytes, end + 12, 4), end);
  const std::size_t second = directory + 46 + 8;
  EXPECT_EQ(bytes.substr(second, 4), "PK\x01\x02");
  EXPECT_EQ(bytes.substr(number(bytes, second + 42, 4), 4), "PK\x03\x04");
  EXPECT_EQ(bytes.substr(second + 46, 8), "bài.xml");
}

}  // namespace
}  // namespace soat::report
