#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "text/hash.h"

namespace soat::check::ngram {

// How often each key was added: a hash table with linear probing. Key: an unsigned number that is itself a fair hash or
// becomes one by a multiplication.
template <typename Key>
class Counts {
 public:
  void add(Key key) {
    if (2 * (used_ + 1) > slots_.size()) grow();
    Slot& slot = slots_[find(key)];
    if (slot.count == 0) {
      slot.key = key;
      ++used_;
    }
    ++slot.count;
  }

  std::uint32_t count(Key key) const { return slots_.empty() ? 0 : slots_[find(key)].count; }

 private:
  struct Slot {
    Key key = 0;
    std::uint32_t count = 0;  // 0: free
  };

  std::size_t find(Key key) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = (text::spread(key) >> 32) & mask;
    while (slots_[at].count != 0 && slots_[at].key != key) at = (at + 1) & mask;
    return at;
  }

  void grow() {
    std::vector<Slot> old(std::max<std::size_t>(256, 4 * slots_.size()));
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.count != 0) slots_[find(slot.key)] = slot;
    }
  }

  std::vector<Slot> slots_;  // a power of two
  std::size_t used_ = 0;
};

}  // namespace soat::check::ngram
