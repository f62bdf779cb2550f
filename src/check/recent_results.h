#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "text/analysis.h"

namespace soat::check {

// Results of a costly function of what is equal again and again in a text, such as a word in its surroundings: a table
// of fixed size in which a new key takes the place of an older one that falls on the same slot, so that memory stays
// bounded however long the text. Key: comparable with ==, and with a member hash().
template <typename Key, typename Result>
class RecentResults {
 public:
  // slots: how many results are kept at most; a power of two. Memory is taken with the first result.
  explicit RecentResults(std::size_t slots) : size_(slots) {}

  // The result kept for the key; null when there is none.
  const Result* find(const Key& key) const {
    if (slots_.empty()) return nullptr;
    const Slot& slot = slots_[index(key)];
    return slot.used && slot.key == key ? &slot.result : nullptr;
  }

  // The place for the key's result, which the caller fills; it may hold an older one, whose memory can be used again.
  Result& place(const Key& key) {
    if (slots_.empty()) slots_.resize(size_);
    Slot& slot = slots_[index(key)];
    slot.used = true;
    slot.key = key;
    return slot.result;
  }

 private:
  struct Slot {
    Key key{};
    Result result{};
    bool used = false;
  };

  std::size_t index(const Key& key) const { return key.hash() & (size_ - 1); }

  std::size_t size_;
  std::vector<Slot> slots_;
};

// How many results are worth keeping in the check of a document.
inline std::size_t results_kept(std::span<const text::Analysis> paragraphs) {
  constexpr std::size_t fewest = 32;
  constexpr std::size_t most = 4096;
  std::size_t tokens = 0;
  for (const text::Analysis& paragraph : paragraphs) tokens += paragraph.tokens.size();
  return std::bit_ceil(std::clamp(tokens / 4, fewest, most));
}

// A hash over whole numbers, one after the other (FNV-1a, with the high bits folded down for use as an index).
class Hash {
 public:
  Hash& add(std::uint64_t number) {
    value_ = (value_ ^ number) * 0x100000001B3U;
    value_ ^= value_ >> 29;
    return *this;
  }
  std::uint64_t value() const { return value_; }

 private:
  std::uint64_t value_ = 0xCBF29CE484222325U;
};

}  // namespace soat::check
