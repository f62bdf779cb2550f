#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <vector>

namespace soat::citation {

// The memory of one script, counted. Belongs to one thread. citeproc-js makes and drops small objects by the million:
// blocks of a size are kept for the next of that size, which takes a fifth off the time of a script. What is kept goes
// back to the system with the heap; whatever it gave is invalid then.
class ScriptHeap {
 public:
  // Past `limit` bytes is_full() tells so, so that the script can be stopped at a safe point. QuickJS's own limit makes
  // an allocation fail wherever it happens to be, and not all of its error paths stand that; so only far past the
  // limit, at `hard_limit`, by one huge allocation, there is none.
  ScriptHeap(std::size_t limit, std::size_t hard_limit) : limit_(limit), hard_limit_(hard_limit) {}

  // A block of so many bytes, aligned for anything; null past the hard limit or where the system has no memory.
  void* allocate(std::size_t size);
  // `block`: one of this heap's, or null.
  void release(void* block);
  // As realloc(): what `block` held, in so many bytes; null where there are none, and then the block stays.
  void* reallocate(void* block, std::size_t size);
  // What was asked for; 0 for null.
  static std::size_t size_of(const void* block);

  // Bytes that are in use.
  std::size_t used() const { return used_; }
  bool is_full() const { return used_ > limit_; }

 private:
  static constexpr std::size_t kStep = alignof(std::max_align_t);
  static constexpr std::size_t kLargestKept = 512;  // bytes

  static std::size_t steps(std::size_t size) { return (size + kStep - 1) / kStep; }
  bool has_room(std::size_t more) const { return more <= hard_limit_ && used_ <= hard_limit_ - more; }
  void* take_small(std::size_t size);

  std::size_t used_ = 0;
  std::size_t limit_;
  std::size_t hard_limit_;
  std::array<void*, kLargestKept / kStep + 1> kept_{};  // by steps; each begins with the address of the next
  std::vector<std::unique_ptr<std::byte[]>> chunks_;    // that small blocks are cut from
  std::size_t left_ = 0;                                // bytes at the end of the last chunk
};

}  // namespace soat::citation
