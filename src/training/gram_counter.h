#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

#include "model/word_id.h"
#include "training/temporary_file.h"

namespace soat::training {

// A word with the words before it, newest first, and how often this was seen. newest holds the four newest words, the
// newest in the highest 16 bits; oldest the fifth. kNone fills what lies before the start of the sentence.
struct Gram {
  std::uint64_t newest = 0;
  std::uint32_t oldest = 0;
  std::uint32_t count = 0;

  // The word i places before the newest, i < kMaximumOrder.
  model::WordId word(unsigned i) const { return static_cast<model::WordId>(i < 4 ? newest >> (48 - 16 * i) : oldest); }
};

// Counts all windows of `order` words in bounded memory: windows are sorted in runs, runs are kept on disk and merged
// when read.
class GramCounter {
 public:
  // order: 2..kMaximumOrder. folder: where runs may be written. memory: bytes that the sorted run in work may take.
  GramCounter(unsigned order, std::filesystem::path folder, std::size_t memory);

  // One sentence without its boundaries. Counts every word and the closing boundary, each with up to order - 1 words
  // before it. Throws soat::Error when the disk is full.
  void add_sentence(std::span<const model::WordId> words);

  // Calls visit(const Gram&) for every distinct window in ascending order of (newest, oldest). May be called again.
  template <typename Visit>
  void for_each(Visit&& visit);

  unsigned order() const { return order_; }

 private:
  void push(const Gram& gram);
  void spill();
  void begin_merge();
  bool next(Gram& out);

  unsigned order_;
  std::filesystem::path folder_;
  std::size_t capacity_;
  std::vector<Gram> buffer_;
  std::vector<TemporaryFile> runs_;

  // Merge state: for each run what has been read of it.
  struct Source {
    std::vector<Gram> block;
    std::size_t position = 0;
    std::size_t size = 0;
  };
  bool refill(std::size_t run);
  std::vector<Source> sources_;
  std::vector<std::size_t> active_;  // runs that have grams left
};

template <typename Visit>
void GramCounter::for_each(Visit&& visit) {
  begin_merge();
  Gram gram;
  while (next(gram)) visit(static_cast<const Gram&>(gram));
}

}  // namespace soat::training
