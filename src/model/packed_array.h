#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "model/model_format.h"
#include "text/bits.h"

namespace soat::model {

// Asks for the memory at an address, which will be read soon.
inline void prefetch([[maybe_unused]] const std::byte* address) {
#if defined(__GNUC__)
  __builtin_prefetch(address);
#endif
}

// Reads numbers of up to 57 bits packed one after the other. The bytes are followed by 8 more that may be read.
class PackedArray {
 public:
  PackedArray() = default;
  PackedArray(const std::byte* bytes, unsigned bits)
      : bytes_(bytes), bits_(bits), mask_((std::uint64_t{1} << bits) - 1) {}

  std::uint64_t operator[](std::size_t i) const {
    const std::size_t bit = i * bits_;
    std::uint64_t word = 0;
    std::memcpy(&word, bytes_ + (bit >> 3), sizeof word);
    return word >> (bit & 7) & mask_;
  }

  void prefetch_at(std::size_t i) const { prefetch(bytes_ + (i * bits_ >> 3)); }

 private:
  const std::byte* bytes_ = nullptr;
  unsigned bits_ = 0;
  std::uint64_t mask_ = 0;
};

// Half-open range of nodes of one order.
struct NodeRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool empty() const { return begin == end; }
};

// Where each node's continuations lie in the next order: node i is a one bit followed by a zero bit for each
// continuation (the unary degree sequence of Jacobson 1989), with the position of every kSelectStep-th one bit sampled.
class ChildRanges {
 public:
  ChildRanges() = default;
  ChildRanges(const std::byte* bits, const std::byte* samples) : bits_(bits), samples_(samples) {}

  NodeRange operator[](std::uint32_t node) const {
    const std::uint64_t position = select(node);
    const auto begin = static_cast<std::uint32_t>(position - node);
    const auto count = static_cast<std::uint32_t>(next_one(position + 1) - position - 1);
    return {begin, begin + count};
  }

  // To be called some time before the range of a node is asked for.
  void prefetch_range(std::uint32_t node) const { prefetch(samples_ + std::size_t{node / kSelectStep} * 4); }

  // Whether the bits and samples are those of `nodes` nodes in `positions` bits, so that no look-up can leave them.
  bool consistent(std::uint32_t nodes, std::uint64_t positions) const {
    std::uint64_t ones = 0;
    std::uint64_t sampled = 0;  // the next one bit whose position is among the samples
    for (std::uint64_t word = 0; word < (positions + 63) / 64; ++word) {
      const std::uint64_t bits = load(word);
      if (word == positions / 64 && bits >> (positions % 64) != 0) return false;
      const std::uint32_t count = text::count_ones(bits);
      for (; sampled < ones + count; sampled += kSelectStep) {
        if (sampled > nodes) return false;
        std::uint32_t sample = 0;
        std::memcpy(&sample, samples_ + sampled / kSelectStep * 4, sizeof sample);
        if (sample != word * 64 + place_of_one(bits, static_cast<std::uint32_t>(sampled - ones))) return false;
      }
      ones += count;
    }
    const std::uint64_t last = positions - 1;
    return ones == std::uint64_t{nodes} + 1 && (load(last / 64) >> (last % 64) & 1) != 0;
  }

 private:
  std::uint64_t load(std::uint64_t word) const {
    std::uint64_t bits = 0;
    std::memcpy(&bits, bits_ + word * 8, sizeof bits);
    return bits;
  }

  // Where one bit number n stands in a word that has more.
  static std::uint64_t place_of_one(std::uint64_t bits, std::uint32_t n) {
    for (; n > 0; --n) bits &= bits - 1;
    return static_cast<std::uint64_t>(std::countr_zero(bits));
  }

  // Position of one bit number n.
  std::uint64_t select(std::uint32_t n) const {
    std::uint32_t start = 0;
    std::memcpy(&start, samples_ + std::size_t{n / kSelectStep} * 4, sizeof start);
    std::uint32_t left = n % kSelectStep;
    std::uint64_t word = start >> 6;
    std::uint64_t bits = load(word) & (~std::uint64_t{0} << (start & 63));
    for (;;) {
      const std::uint32_t ones = text::count_ones(bits);
      if (left < ones) break;
      left -= ones;
      bits = load(++word);
    }
    return word * 64 + place_of_one(bits, left);
  }

  std::uint64_t next_one(std::uint64_t from) const {
    std::uint64_t word = from >> 6;
    std::uint64_t bits = load(word) & (~std::uint64_t{0} << (from & 63));
    while (bits == 0) bits = load(++word);
    return word * 64 + static_cast<std::uint64_t>(std::countr_zero(bits));
  }

  const std::byte* bits_ = nullptr;
  const std::byte* samples_ = nullptr;
};

}  // namespace soat::model
