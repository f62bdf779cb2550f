#include "training/codebook.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace soat::training {
namespace {

TEST(Codebook, KeepsFewValuesExactly) {
  const std::vector<float> numbers{-1, -1, -2, -5, -5, -5, -9};
  const Codebook codebook(numbers, 3);
  for (const float number : numbers) EXPECT_NEAR(codebook.values()[codebook.code(number)], number, 1e-6);
}

TEST(Codebook, TakesTheNearestValue) {
  std::vector<float> numbers;
  for (int i = 0; i < 1000; ++i) numbers.push_back(static_cast<float>(i));
  const Codebook codebook(numbers, 4);
  ASSERT_EQ(codebook.values().size(), 16U);
  for (const float number : numbers) {
    const float chosen = codebook.values()[codebook.code(number)];
    for (const float value : codebook.values()) EXPECT_LE(std::abs(chosen - number), std::abs(value - number));
  }
}

}  // namespace
}  // namespace soat::training
