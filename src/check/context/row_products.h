#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace soat::check::context {

// Rows that are multiplied with a vector side by side: a sum waits for each of its additions, sums of several rows do
// not wait for each other.
inline constexpr std::size_t rows_together = 8;

// A row of signed bytes and the number that each is to be multiplied with.
struct ScaledRow {
  const std::int8_t* bytes = nullptr;
  float scale = 0;
};

// Adds to each sum, number by number from the first: vector[d] * (scale * bytes[d]), for d below `dimensions`, a
// multiple of 16. Rounds as these operations do one by one in float, whatever the processor.
void add_products(const float* vector, std::size_t dimensions, const std::array<ScaledRow, rows_together>& rows,
                  std::array<float, rows_together>& sums);

// Adds to sums[d]: vector[d] * (scale * bytes[d]), for d below `dimensions`, a multiple of 16; rounds likewise.
void add_product(const float* vector, std::size_t dimensions, const ScaledRow& row, float* sums);

// Sets sums[k] to the sum of vector[d] * rows[k][d], for d below `dimensions`, a multiple of 16, at most 256. sums is
// as long as rows.
void whole_products(const std::int16_t* vector, std::size_t dimensions, std::span<const std::int8_t* const> rows,
                    std::span<std::int32_t> sums);

// The same for processors without AVX2.
void whole_products_without_avx2(const std::int16_t* vector, std::size_t dimensions,
                                 std::span<const std::int8_t* const> rows, std::span<std::int32_t> sums);
void add_product_without_avx2(const float* vector, std::size_t dimensions, const ScaledRow& row, float* sums);
void add_products_without_avx2(const float* vector, std::size_t dimensions,
                               const std::array<ScaledRow, rows_together>& rows,
                               std::array<float, rows_together>& sums);

}  // namespace soat::check::context
