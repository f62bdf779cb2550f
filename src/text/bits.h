#pragma once

#include <cstdint>

namespace soat::text {

// How many bits are set. std::popcount() calls a library where the processor need not have an instruction for it; this
// is sooner done.
constexpr std::uint32_t count_ones(std::uint64_t bits) {
  bits -= bits >> 1 & 0x5555555555555555U;
  bits = (bits & 0x3333333333333333U) + (bits >> 2 & 0x3333333333333333U);
  bits = (bits + (bits >> 4)) & 0x0F0F0F0F0F0F0F0FU;
  return static_cast<std::uint32_t>(bits * 0x0101010101010101U >> 56);
}

}  // namespace soat::text
