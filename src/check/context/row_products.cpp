#include "check/context/row_products.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace soat::check::context {

#ifdef __SSE2__
namespace {

constexpr std::size_t lanes = 4;
constexpr std::size_t step = 16;  // numbers of a row that are loaded at once

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

// Four rows side by side.
class Group {
 public:
  Group(const ScaledRow* rows, const float* sums)
      : rows_(rows),
        scales_(_mm_setr_ps(rows[0].scale, rows[1].scale, rows[2].scale, rows[3].scale)),
        sums_(_mm_loadu_ps(sums)) {}

  void add(const float* vector, std::size_t d) {
    const auto load = [&](std::size_t row) {
      return _mm_loadu_si128(reinterpret_cast<const __m128i*>(rows_[row].bytes + d));
    };
    const __m128i a = load(0);
    const __m128i b = load(1);
    const __m128i c = load(2);
    const __m128i e = load(3);
    const __m128i first_low = _mm_unpacklo_epi8(a, b);
    const __m128i first_high = _mm_unpackhi_epi8(a, b);
    const __m128i second_low = _mm_unpacklo_epi8(c, e);
    const __m128i second_high = _mm_unpackhi_epi8(c, e);
    sums_ = add_four(_mm_unpacklo_epi16(first_low, second_low), vector + d, scales_, sums_);
    sums_ = add_four(_mm_unpackhi_epi16(first_low, second_low), vector + d + 4, scales_, sums_);
    sums_ = add_four(_mm_unpacklo_epi16(first_high, second_high), vector + d + 8, scales_, sums_);
    sums_ = add_four(_mm_unpackhi_epi16(first_high, second_high), vector + d + 12, scales_, sums_);
  }

  void store(float* sums) const { _mm_storeu_ps(sums, sums_); }

 private:
  const ScaledRow* rows_;
  __m128 scales_;
  __m128 sums_;
};

}  // namespace

void add_products(const float* vector, std::size_t dimensions, const std::array<ScaledRow, rows_together>& rows,
                  std::array<float, rows_together>& sums) {
  static_assert(rows_together == 2 * lanes);
  Group first(rows.data(), sums.data());
  Group second(rows.data() + lanes, sums.data() + lanes);
  for (std::size_t d = 0; d < dimensions; d += step) {
    first.add(vector, d);
    second.add(vector, d);
  }
  first.store(sums.data());
  second.store(sums.data() + lanes);
}

#else

void add_products(const float* vector, std::size_t dimensions, const std::array<ScaledRow, rows_together>& rows,
                  std::array<float, rows_together>& sums) {
  for (std::size_t d = 0; d < dimensions; ++d) {
    for (std::size_t k = 0; k < rows_together; ++k)
      sums[k] += vector[d] * (rows[k].scale * static_cast<float>(rows[k].bytes[d]));
  }
}

#endif

}  // namespace soat::check::context
