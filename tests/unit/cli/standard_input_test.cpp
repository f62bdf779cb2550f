#include "cli/standard_input.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <optional>
#include <string>

#include "support/pipe.h"
#include "text/error.h"

namespace soat::cli {
namespace {

using State = WorkSource::State;

class StandardInputTest : public testing::Test {
 protected:
  StandardInput input(std::optional<document::Format> format = std::nullopt) {
    return {pipe_.from(), std::nullopt, "đầu vào", format};
  }

  test::Pipe pipe_;
};

TEST_F(StandardInputTest, IsGivenOnceAllOfItIsThere) {
  StandardInput read = input();
  std::string bytes;
  EXPECT_EQ(read.next(bytes), State::waiting);
  pipe_.write("mộ");
  EXPECT_EQ(read.next(bytes), State::waiting);
  pipe_.write("t\nhai");
  pipe_.end();
  ASSERT_EQ(read.next(bytes), State::ready);
  EXPECT_EQ(bytes, "một\nhai");
  ASSERT_EQ(read.next(bytes), State::ready) << "of what is asked for again there is nothing left";
  EXPECT_EQ(bytes, "");
}

TEST_F(StandardInputTest, WhatCannotBeReadIsRefusedBeforeItEnds) {
  StandardInput read = input();
  std::string bytes;
  constexpr std::size_t piece = 1024;
  for (std::size_t written = piece; written < document::head_bytes; written += piece) {
    pipe_.write(std::string(piece, '\0'));
    EXPECT_EQ(read.next(bytes), State::waiting);
  }
  pipe_.write(std::string(piece, '\0'));
  EXPECT_THROW(read.next(bytes), Error);
}

TEST_F(StandardInputTest, AShortOneIsJudgedAtItsEnd) {
  StandardInput read = input(document::Format::docx);
  pipe_.write("%PDF-1.7");
  pipe_.end();
  std::string bytes;
  try {
    read.next(bytes);
    ADD_FAILURE();
  } catch (const Error& error) {
    EXPECT_EQ(std::string(error.what()).find("đầu vào: "), 0U) << error.what();
  }
}

TEST(StandardInput, WhatIsClosedIsAnError) {
  const test::Pipe pipe;
  close(pipe.from());
  StandardInput read(pipe.from(), std::nullopt, "a", std::nullopt);
  std::string bytes;
  EXPECT_THROW(read.next(bytes), Error);
}

}  // namespace
}  // namespace soat::cli
