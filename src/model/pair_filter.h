#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "model/word_id.h"
#include "text/bits.h"

namespace soat::model {

// For words with long lists of neighbours, one bit for each word: whether it is among them. Tells sooner than the list
// itself whether a pair is known, and after rank() also at which place of the list the neighbour stands. Words with
// short lists have none.
class PairFilter {
 public:
  // From so many neighbours on a word has a row.
  static constexpr std::size_t long_list = 512;

  PairFilter() = default;
  // rows: of how many words a row will be opened.
  PairFilter(std::size_t vocabulary, std::size_t rows) : row_(vocabulary, none), row_size_((vocabulary + 63) / 64) {
    bits_.reserve(rows * row_size_);
  }

  // Gives a word a row; mark() is to be called for its neighbours then.
  void open(WordId word) {
    row_[word] = static_cast<std::uint16_t>(bits_.size() / row_size_);
    bits_.resize(bits_.size() + row_size_);
  }
  void mark(WordId word, WordId neighbour) {
    bits_[row_[word] * row_size_ + neighbour / 64] |= std::uint64_t{1} << (neighbour % 64);
  }

  // Prepares Row::rank(). To be called when all neighbours are marked.
  void rank() {
    ranks_.resize(bits_.size());
    for (std::size_t begin = 0; begin < bits_.size(); begin += row_size_) {
      std::uint16_t count = 0;
      for (std::size_t i = begin; i < begin + row_size_; ++i) {
        ranks_[i] = count;
        count = static_cast<std::uint16_t>(count + text::count_ones(bits_[i]));
      }
    }
  }

  // A word's row; empty when it has none.
  class Row {
   public:
    Row() = default;
    Row(const std::uint64_t* bits, const std::uint16_t* ranks, std::size_t size)
        : bits_(bits), ranks_(ranks), size_(size) {}
    explicit operator bool() const { return bits_ != nullptr; }
    bool has(WordId neighbour) const {
      const std::size_t i = neighbour / 64;
      return i < size_ && (bits_[i] >> (neighbour % 64) & 1) != 0;
    }
    // How many smaller neighbours the word has; of a neighbour that it has.
    std::uint32_t rank(WordId neighbour) const {
      const std::uint64_t smaller = (std::uint64_t{1} << (neighbour % 64)) - 1;
      return ranks_[neighbour / 64] + text::count_ones(bits_[neighbour / 64] & smaller);
    }

    // Calls take(neighbour) for those that another row of the same vocabulary has too, in ascending order.
    template <typename Take>
    void for_each_common(const Row& other, const Take& take) const {
      for (std::size_t i = 0; i < size_; ++i) {
        for (std::uint64_t both = bits_[i] & other.bits_[i]; both != 0; both &= both - 1)
          take(static_cast<WordId>(64 * i + static_cast<std::size_t>(std::countr_zero(both))));
      }
    }

   private:
    const std::uint64_t* bits_ = nullptr;
    const std::uint16_t* ranks_ = nullptr;
    std::size_t size_ = 0;
  };
  Row row(WordId word) const {
    if (word >= row_.size() || row_[word] == none) return {};
    const std::size_t begin = row_[word] * row_size_;
    return {bits_.data() + begin, ranks_.empty() ? nullptr : ranks_.data() + begin, row_size_};
  }

 private:
  static constexpr std::uint16_t none = std::numeric_limits<std::uint16_t>::max();

  std::vector<std::uint16_t> row_;  // by word
  std::size_t row_size_ = 0;        // in elements of bits_
  std::vector<std::uint64_t> bits_;
  std::vector<std::uint16_t> ranks_;  // parallel to bits_: bits of the row before these
};

}  // namespace soat::model
