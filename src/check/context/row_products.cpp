#include "check/context/row_products.h"

#if defined(__x86_64__) && defined(__GNUC__)
#define SOAT_X86_64
#include <immintrin.h>
#endif

namespace soat::check::context {
namespace {

#ifdef SOAT_X86_64

constexpr std::size_t step = 16;  // numbers of a row that are loaded at once

inline __m128i load(const std::int8_t* bytes) {
  return _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes));
}

// Four numbers of four rows, number by number: bytes 0 to 3 are the first of each row.
inline __m128 add_four(__m128i bytes, const float* vector, __m128 scales, __m128 sums) {
  const __m128i zero = _mm_setzero_si128();
  const __m128i low = _mm_unpacklo_epi8(zero, bytes);
  const __m128i high = _mm_unpackhi_epi8(zero, bytes);
  const auto add = [&](__m128i shifted, std::size_t d) {
    const __m128 numbers = _mm_mul_ps(scales, _mm_cvtepi32_ps(_mm_srai_epi32(shifted, 24)));
    sums = _mm_add_ps(sums, _mm_mul_ps(_mm_set1_ps(vector[d]), numbers));
  };
  add(_mm_unpacklo_epi16(zero, low), 0);
  add(_mm_unpackhi_epi16(zero, low), 1);
  add(_mm_unpacklo_epi16(zero, high), 2);
  add(_mm_unpackhi_epi16(zero, high), 3);
  return sums;
}

inline __m128 add_step(const ScaledRow* rows, std::size_t d, const float* vector, __m128 scales, __m128 sums) {
  const __m128i a = load(rows[0].bytes + d);
  const __m128i b = load(rows[1].bytes + d);
  const __m128i c = load(rows[2].bytes + d);
  const __m128i e = load(rows[3].bytes + d);
  const __m128i ab_low = _mm_unpacklo_epi8(a, b);
  const __m128i ab_high = _mm_unpackhi_epi8(a, b);
  const __m128i ce_low = _mm_unpacklo_epi8(c, e);
  const __m128i ce_high = _mm_unpackhi_epi8(c, e);
  sums = add_four(_mm_unpacklo_epi16(ab_low, ce_low), vector + d, scales, sums);
  sums = add_four(_mm_unpackhi_epi16(ab_low, ce_low), vector + d + 4, scales, sums);
  sums = add_four(_mm_unpacklo_epi16(ab_high, ce_high), vector + d + 8, scales, sums);
  return add_four(_mm_unpackhi_epi16(ab_high, ce_high), vector + d + 12, scales, sums);
}

inline __m128 scales_of(const ScaledRow* rows) {
  return _mm_setr_ps(rows[0].scale, rows[1].scale, rows[2].scale, rows[3].scale);
}

void add_with_sse2(const float* vector, std::size_t dimensions, const ScaledRow* rows, float* sums) {
  __m128 first = _mm_loadu_ps(sums);
  __m128 second = _mm_loadu_ps(sums + 4);
  const __m128 first_scales = scales_of(rows);
  const __m128 second_scales = scales_of(rows + 4);
  for (std::size_t d = 0; d < dimensions; d += step) {
    first = add_step(rows, d, vector, first_scales, first);
    second = add_step(rows + 4, d, vector, second_scales, second);
  }
  _mm_storeu_ps(sums, first);
  _mm_storeu_ps(sums + 4, second);
}

// Two numbers of eight rows: bytes 0 to 7 are the first of each row.
__attribute__((target("avx2"))) inline __m256 add_two(__m128i bytes, const float* vector, __m256 scales, __m256 sums) {
  const __m256 first = _mm256_mul_ps(scales, _mm256_cvtepi32_ps(_mm256_cvtepi8_epi32(bytes)));
  const __m256 second =
      _mm256_mul_ps(scales, _mm256_cvtepi32_ps(_mm256_cvtepi8_epi32(_mm_unpackhi_epi64(bytes, bytes))));
  sums = _mm256_add_ps(sums, _mm256_mul_ps(_mm256_broadcast_ss(vector), first));
  return _mm256_add_ps(sums, _mm256_mul_ps(_mm256_broadcast_ss(vector + 1), second));
}

// Eight numbers of eight rows. low, high: the numbers of rows 0 to 3 and of rows 4 to 7, number by number.
__attribute__((target("avx2"))) inline __m256 add_eight(__m128i low_first, __m128i high_first, __m128i low_second,
                                                        __m128i high_second, const float* vector, __m256 scales,
                                                        __m256 sums) {
  sums = add_two(_mm_unpacklo_epi32(low_first, high_first), vector, scales, sums);
  sums = add_two(_mm_unpackhi_epi32(low_first, high_first), vector + 2, scales, sums);
  sums = add_two(_mm_unpacklo_epi32(low_second, high_second), vector + 4, scales, sums);
  return add_two(_mm_unpackhi_epi32(low_second, high_second), vector + 6, scales, sums);
}

__attribute__((target("avx2"))) void add_with_avx2(const float* vector, std::size_t dimensions, const ScaledRow* rows,
                                                   float* sums) {
  __m256 sum = _mm256_loadu_ps(sums);
  const __m256 scales = _mm256_setr_ps(rows[0].scale, rows[1].scale, rows[2].scale, rows[3].scale, rows[4].scale,
                                       rows[5].scale, rows[6].scale, rows[7].scale);
  for (std::size_t d = 0; d < dimensions; d += step) {
    const __m128i a = load(rows[0].bytes + d);
    const __m128i b = load(rows[1].bytes + d);
    const __m128i c = load(rows[2].bytes + d);
    const __m128i e = load(rows[3].bytes + d);
    const __m128i f = load(rows[4].bytes + d);
    const __m128i g = load(rows[5].bytes + d);
    const __m128i h = load(rows[6].bytes + d);
    const __m128i i = load(rows[7].bytes + d);
    const __m128i ab_low = _mm_unpacklo_epi8(a, b);
    const __m128i ce_low = _mm_unpacklo_epi8(c, e);
    const __m128i fg_low = _mm_unpacklo_epi8(f, g);
    const __m128i hi_low = _mm_unpacklo_epi8(h, i);
    sum = add_eight(_mm_unpacklo_epi16(ab_low, ce_low), _mm_unpacklo_epi16(fg_low, hi_low),
                    _mm_unpackhi_epi16(ab_low, ce_low), _mm_unpackhi_epi16(fg_low, hi_low), vector + d, scales, sum);
    const __m128i ab_high = _mm_unpackhi_epi8(a, b);
    const __m128i ce_high = _mm_unpackhi_epi8(c, e);
    const __m128i fg_high = _mm_unpackhi_epi8(f, g);
    const __m128i hi_high = _mm_unpackhi_epi8(h, i);
    sum = add_eight(_mm_unpacklo_epi16(ab_high, ce_high), _mm_unpacklo_epi16(fg_high, hi_high),
                    _mm_unpackhi_epi16(ab_high, ce_high), _mm_unpackhi_epi16(fg_high, hi_high), vector + d + 8, scales,
                    sum);
  }
  _mm256_storeu_ps(sums, sum);
}

__attribute__((target("avx2"))) void add_row_with_avx2(const float* vector, std::size_t dimensions,
                                                       const ScaledRow& row, float* sums) {
  const __m256 scale = _mm256_set1_ps(row.scale);
  for (std::size_t d = 0; d < dimensions; d += 8) {
    const __m128i bytes = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(row.bytes + d));
    const __m256 numbers = _mm256_mul_ps(scale, _mm256_cvtepi32_ps(_mm256_cvtepi8_epi32(bytes)));
    const __m256 products = _mm256_mul_ps(_mm256_loadu_ps(vector + d), numbers);
    _mm256_storeu_ps(sums + d, _mm256_add_ps(_mm256_loadu_ps(sums + d), products));
  }
}

__attribute__((target("avx2"))) void whole_products_with_avx2(const std::int16_t* vector, std::size_t dimensions,
                                                              std::span<const std::int8_t* const> rows,
                                                              std::span<std::int32_t> sums) {
  for (std::size_t k = 0; k < rows.size(); ++k) {
    __m256i eight = _mm256_setzero_si256();
    for (std::size_t d = 0; d < dimensions; d += step) {
      const __m256i numbers = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(vector + d));
      eight = _mm256_add_epi32(eight, _mm256_madd_epi16(numbers, _mm256_cvtepi8_epi16(load(rows[k] + d))));
    }
    __m128i sum = _mm_add_epi32(_mm256_castsi256_si128(eight), _mm256_extracti128_si256(eight, 1));
    sum = _mm_add_epi32(sum, _mm_unpackhi_epi64(sum, sum));
    sum = _mm_add_epi32(sum, _mm_shuffle_epi32(sum, 1));
    sums[k] = _mm_cvtsi128_si32(sum);
  }
}

bool has_avx2() {
  static const bool has = __builtin_cpu_supports("avx2") != 0;
  return has;
}

#endif

}  // namespace

void add_products_without_avx2(const float* vector, std::size_t dimensions,
                               const std::array<ScaledRow, rows_together>& rows,
                               std::array<float, rows_together>& sums) {
#ifdef SOAT_X86_64
  add_with_sse2(vector, dimensions, rows.data(), sums.data());
#else
  for (std::size_t d = 0; d < dimensions; ++d) {
    for (std::size_t k = 0; k < rows_together; ++k)
      sums[k] += vector[d] * (rows[k].scale * static_cast<float>(rows[k].bytes[d]));
  }
#endif
}

void add_products(const float* vector, std::size_t dimensions, const std::array<ScaledRow, rows_together>& rows,
                  std::array<float, rows_together>& sums) {
#ifdef SOAT_X86_64
  if (has_avx2()) {
    add_with_avx2(vector, dimensions, rows.data(), sums.data());
    return;
  }
#endif
  add_products_without_avx2(vector, dimensions, rows, sums);
}

void whole_products_without_avx2(const std::int16_t* vector, std::size_t dimensions,
                                 std::span<const std::int8_t* const> rows, std::span<std::int32_t> sums) {
  for (std::size_t k = 0; k < rows.size(); ++k) {
    std::int32_t sum = 0;
    for (std::size_t d = 0; d < dimensions; ++d) sum += std::int32_t{vector[d]} * rows[k][d];
    sums[k] = sum;
  }
}

void whole_products(const std::int16_t* vector, std::size_t dimensions, std::span<const std::int8_t* const> rows,
                    std::span<std::int32_t> sums) {
#ifdef SOAT_X86_64
  if (has_avx2()) {
    whole_products_with_avx2(vector, dimensions, rows, sums);
    return;
  }
#endif
  whole_products_without_avx2(vector, dimensions, rows, sums);
}

void add_product_without_avx2(const float* vector, std::size_t dimensions, const ScaledRow& row, float* sums) {
  for (std::size_t d = 0; d < dimensions; ++d) sums[d] += vector[d] * (row.scale * static_cast<float>(row.bytes[d]));
}

void add_product(const float* vector, std::size_t dimensions, const ScaledRow& row, float* sums) {
#ifdef SOAT_X86_64
  if (has_avx2()) {
    add_row_with_avx2(vector, dimensions, row, sums);
    return;
  }
#endif
  add_product_without_avx2(vector, dimensions, row, sums);
}

}  // namespace soat::check::context
