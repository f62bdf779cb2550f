#include "citation/csl/script_heap.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <new>
#include <utility>

namespace soat::citation {

namespace {

// Before each block stands its size.
constexpr std::size_t kHeader = alignof(std::max_align_t);
constexpr std::size_t kChunk = std::size_t{256} << 10;

std::byte* start_of(void* block) {
  return static_cast<std::byte*>(block) - kHeader;
}

void* with_size(std::byte* start, std::size_t size) {
  std::memcpy(start, &size, sizeof size);
  return start + kHeader;
}

}  // namespace

std::size_t ScriptHeap::size_of(const void* block) {
  std::size_t size = 0;
  if (block) std::memcpy(&size, static_cast<const std::byte*>(block) - kHeader, sizeof size);
  return size;
}

void* ScriptHeap::take_small(std::size_t size) {
  void*& kept = kept_[steps(size)];
  if (kept) {
    void* block = kept;
    std::memcpy(&kept, block, sizeof kept);
    return with_size(start_of(block), size);
  }
  const std::size_t whole = kHeader + std::max<std::size_t>(steps(size), 1) * kStep;
  if (left_ < whole) {
    std::unique_ptr<std::byte[]> chunk(new (std::nothrow) std::byte[kChunk]);
    if (!chunk) return nullptr;
    chunks_.push_back(std::move(chunk));
    left_ = kChunk;
  }
  std::byte* start = chunks_.back().get() + (kChunk - left_);
  left_ -= whole;
  return with_size(start, size);
}

void* ScriptHeap::allocate(std::size_t size) {
  if (!has_room(size)) return nullptr;
  void* block = nullptr;
  if (size <= kLargestKept) {
    block = take_small(size);
  } else if (void* start = std::malloc(size + kHeader)) {
    block = with_size(static_cast<std::byte*>(start), size);
  }
  if (block) used_ += size;
  return block;
}

void ScriptHeap::release(void* block) {
  if (!block) return;
  const std::size_t size = size_of(block);
  used_ -= size;
  if (size > kLargestKept) {
    std::free(start_of(block));
    return;
  }
  void*& kept = kept_[steps(size)];
  std::memcpy(block, &kept, sizeof kept);
  kept = block;
}

void* ScriptHeap::reallocate(void* block, std::size_t size) {
  const std::size_t old = size_of(block);
  const bool stays_large = old > kLargestKept && size > kLargestKept;
  if (block && (stays_large || (old <= kLargestKept && size <= kLargestKept && steps(old) == steps(size)))) {
    if (size > old && !has_room(size - old)) return nullptr;
    void* start = stays_large ? std::realloc(start_of(block), size + kHeader) : start_of(block);
    if (!start) return nullptr;
    used_ += size - old;  // unsigned: also where it shrinks
    return with_size(static_cast<std::byte*>(start), size);
  }
  void* other = allocate(size);
  if (!other || !block) return other;
  std::memcpy(other, block, std::min(old, size));
  release(block);
  return other;
}

}  // namespace soat::citation
