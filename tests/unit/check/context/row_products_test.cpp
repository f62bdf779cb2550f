#include "check/context/row_products.h"

#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace soat::check::context {
namespace {

TEST(RowProducts, RoundAsOperationsOneByOne) {
  constexpr std::size_t dimensions = 96;
  std::mt19937 random(5);
  std::uniform_real_distribution<float> real(-3, 3);
  std::vector<float> vector(dimensions);
  std::vector<std::vector<std::int8_t>> bytes(rows_together, std::vector<std::int8_t>(dimensions));
  std::array<ScaledRow, rows_together> rows;
  std::array<float, rows_together> sums{};
  std::array<float, rows_together> expected{};
  for (float& x : vector) x = real(random);
  for (std::size_t k = 0; k < rows_together; ++k) {
    for (std::int8_t& byte : bytes[k]) byte = static_cast<std::int8_t>(static_cast<int>(random() % 256) - 128);
    rows[k] = {bytes[k].data(), real(random) / 127};
    sums[k] = expected[k] = real(random);
    for (std::size_t d = 0; d < dimensions; ++d) {
      const float number = rows[k].scale * static_cast<float>(bytes[k][d]);
      const float product = vector[d] * number;
      expected[k] += product;
    }
  }
  std::array<float, rows_together> sums_without_avx2 = sums;
  add_products(vector.data(), dimensions, rows, sums);
  EXPECT_EQ(sums, expected);
  add_products_without_avx2(vector.data(), dimensions, rows, sums_without_avx2);
  EXPECT_EQ(sums_without_avx2, expected);
}

TEST(RowProducts, OfOneRowRoundAsOperationsOneByOne) {
  constexpr std::size_t dimensions = 96;
  std::mt19937 random(6);
  std::uniform_real_distribution<float> real(-3, 3);
  std::vector<float> vector(dimensions);
  std::vector<float> sums(dimensions);
  std::vector<float> expected(dimensions);
  std::vector<std::int8_t> bytes(dimensions);
  const float scale = real(random);
  for (std::size_t d = 0; d < dimensions; ++d) {
    vector[d] = real(random);
    bytes[d] = static_cast<std::int8_t>(static_cast<int>(random() % 256) - 128);
    sums[d] = expected[d] = real(random);
    const float number = scale * static_cast<float>(bytes[d]);
    const float product = vector[d] * number;
    expected[d] += product;
  }
  std::vector<float> sums_without_avx2 = sums;
  add_product(vector.data(), dimensions, {bytes.data(), scale}, sums.data());
  EXPECT_EQ(sums, expected);
  add_product_without_avx2(vector.data(), dimensions, {bytes.data(), scale}, sums_without_avx2.data());
  EXPECT_EQ(sums_without_avx2, expected);
}

TEST(RowProducts, OfWholeNumbersAreExact) {
  constexpr std::size_t dimensions = 96;
  std::mt19937 random(7);
  std::vector<std::int16_t> vector(dimensions, 32767);
  std::vector<std::int8_t> bytes(dimensions, -128);
  for (int round = 0; round < 20; ++round) {
    std::int32_t expected = 0;
    for (std::size_t d = 0; d < dimensions; ++d) expected += vector[d] * bytes[d];
    const std::array<const std::int8_t*, 2> rows = {bytes.data(), bytes.data()};
    std::array<std::int32_t, 2> sums{};
    whole_products(vector.data(), dimensions, rows, sums);
    EXPECT_EQ(sums[0], expected);
    EXPECT_EQ(sums[1], expected);
    sums.fill(0);
    whole_products_without_avx2(vector.data(), dimensions, rows, sums);
    EXPECT_EQ(sums[0], expected);
    EXPECT_EQ(sums[1], expected);
    for (std::int16_t& x : vector) x = static_cast<std::int16_t>(static_cast<int>(random() % 65536) - 32768);
    for (std::int8_t& byte : bytes) byte = static_cast<std::int8_t>(static_cast<int>(random() % 256) - 128);
  }
}

}  // namespace
}  // namespace soat::check::context
