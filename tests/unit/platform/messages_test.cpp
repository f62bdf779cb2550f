#include "platform/messages.h"

#include <gtest/gtest.h>

namespace soat::platform {
namespace {

TEST(Messages, AreReadAsTheyWereWritten) {
  std::string wire;
  const auto write = [&](const char* bytes, std::size_t size) {
    wire.append(bytes, size);
    return true;
  };
  EXPECT_TRUE(write_message(write, "một"));
  EXPECT_TRUE(write_message(write, ""));
  const auto read = [&](char* bytes, std::size_t size) {
    if (wire.size() < size) return false;
    wire.copy(bytes, size);
    wire.erase(0, size);
    return true;
  };
  std::string message;
  EXPECT_EQ(whole_message(wire), "một");
  EXPECT_TRUE(read_message(read, message));
  EXPECT_EQ(message, "một");
  EXPECT_EQ(whole_message(wire), "");
  EXPECT_TRUE(read_message(read, message));
  EXPECT_EQ(message, "");
  EXPECT_FALSE(read_message(read, message));
}

TEST(Messages, AreNotThereBeforeTheirEnd) {
  std::string wire;
  write_message([&](const char* bytes, std::size_t size) { return wire.append(bytes, size).size() > 0; }, "một");
  for (std::size_t size = 0; size < wire.size(); ++size) EXPECT_FALSE(whole_message(wire.substr(0, size))) << size;
  EXPECT_FALSE(whole_message(std::string(8, '\xFF') + "x"));
}

}  // namespace
}  // namespace soat::platform
