#pragma once

#include <cstdint>

namespace soat::text {

// FNV-1a (Fowler, Noll, Vo 1991) over whole numbers, one after the other, a UTF-16 unit or a byte each for text: for
// keys of tables. The lower bits mix well, the upper ones less; an index is taken from folded().
class Fnv1a {
 public:
  constexpr Fnv1a& add(std::uint64_t number) {
    value_ = (value_ ^ number) * 0x100000001B3U;
    return *this;
  }
  // Each unit of a text.
  template <typename Text>
  constexpr Fnv1a& add_all(const Text& units) {
    for (const auto unit : units) add(unit);
    return *this;
  }
  constexpr std::uint64_t value() const { return value_; }
  constexpr std::uint64_t folded() const { return value_ ^ value_ >> 32; }

 private:
  std::uint64_t value_ = 0xCBF29CE484222325U;
};

// A key spread over 64 bits by Fibonacci hashing (Knuth, The Art of Computer Programming, 6.4): the upper ones mix
// well.
constexpr std::uint64_t spread(std::uint64_t key) {
  return key * 0x9E3779B97F4A7C15U;
}

}  // namespace soat::text
