#include "cli/ordered.h"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>

namespace soat::cli {
namespace {

std::vector<std::size_t> squares(std::size_t count, std::size_t threads) {
  std::vector<std::size_t> results;
  in_order(
      count, threads,
      [](std::size_t i) {
        if (i % 7 == 0) std::this_thread::yield();
        return i * i;
      },
      [&](std::size_t square) { results.push_back(square); });
  return results;
}

TEST(InOrder, ResultsComeInTheOrderOfTheInput) {
  const std::vector<std::size_t> expected = squares(1000, 1);
  ASSERT_EQ(expected.size(), 1000u);
  EXPECT_EQ(squares(1000, 2), expected);
  EXPECT_EQ(squares(1000, 16), expected);
}

TEST(InOrder, NothingToDo) {
  EXPECT_TRUE(squares(0, 4).empty());
}

TEST(InOrder, WhatUseThrowsComesOut) {
  for (const std::size_t threads : {1u, 4u}) {
    EXPECT_THROW(in_order(
                     100, threads, [](std::size_t i) { return i; },
                     [](std::size_t i) {
                       if (i == 5) throw std::runtime_error("full");
                     }),
                 std::runtime_error);
  }
}

TEST(InOrder, WorkersDoNotRunFarAhead) {
  std::atomic<std::size_t> started = 0;
  in_order(
      1000, 2, [&](std::size_t i) { return started++, i; },
      [&](std::size_t i) { EXPECT_LE(started.load(), i + 1 + 2 * 8); });
}

}  // namespace
}  // namespace soat::cli
