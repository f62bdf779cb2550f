#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "model/word_id.h"

namespace soat::model {

// For words with long lists of neighbours, one bit for each word: whether it is among them. Tells sooner than the list
// itself that a pair is not known. Words with short lists have none.
class PairFilter {
 public:
  // From so many neighbours on a word has a row.
  static constexpr std::size_t long_list = 512;

  PairFilter() = default;
  explicit PairFilter(std::size_t vocabulary) : row_(vocabulary, none), row_size_((vocabulary + 63) / 64) {}

  // Gives a word a row; mark() is to be called for its neighbours then.
  void open(WordId word) {
    row_[word] = static_cast<std::uint16_t>(bits_.size() / row_size_);
    bits_.resize(bits_.size() + row_size_);
  }
  void mark(WordId word, WordId neighbour) {
    bits_[row_[word] * row_size_ + neighbour / 64] |= std::uint64_t{1} << (neighbour % 64);
  }

  // A word's row; empty when it has none.
  class Row {
   public:
    Row() = default;
    Row(const std::uint64_t* bits, std::size_t size) : bits_(bits), size_(size) {}
    explicit operator bool() const { return bits_ != nullptr; }
    bool has(WordId neighbour) const {
      const std::size_t i = neighbour / 64;
      return i < size_ && (bits_[i] >> (neighbour % 64) & 1) != 0;
    }

   private:
    const std::uint64_t* bits_ = nullptr;
    std::size_t size_ = 0;
  };
  Row row(WordId word) const {
    return word >= row_.size() || row_[word] == none ? Row() : Row(bits_.data() + row_[word] * row_size_, row_size_);
  }

 private:
  static constexpr std::uint16_t none = std::numeric_limits<std::uint16_t>::max();

  std::vector<std::uint16_t> row_;  // by word
  std::size_t row_size_ = 0;        // in elements of bits_
  std::vector<std::uint64_t> bits_;
};

}  // namespace soat::model
