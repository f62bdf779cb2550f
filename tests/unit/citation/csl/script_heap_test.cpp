#include "citation/csl/script_heap.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

namespace soat::citation {
namespace {

TEST(ScriptHeap, KeepsSmallBlocksForTheNextOfTheirSize) {
  ScriptHeap heap(1000, 2000);
  void* first = heap.allocate(40);
  void* second = heap.allocate(48);
  EXPECT_NE(first, second);
  heap.release(first);
  EXPECT_EQ(heap.allocate(33), first);
  EXPECT_EQ(ScriptHeap::size_of(first), 33u);
  EXPECT_EQ(heap.used(), 81u);
}

TEST(ScriptHeap, GivesBlocksThatAreAlignedAndApart) {
  ScriptHeap heap(std::size_t{1} << 30, std::size_t{1} << 30);
  std::vector<std::pair<unsigned char*, std::size_t>> blocks;
  for (std::size_t size = 0; size < 1200; ++size) {
    auto* block = static_cast<unsigned char*>(heap.allocate(size));
    ASSERT_NE(block, nullptr);
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(block) % alignof(std::max_align_t), 0u);
    std::memset(block, static_cast<int>(size % 251), size);
    blocks.emplace_back(block, size);
  }
  for (const auto& [block, size] : blocks) {
    for (std::size_t i = 0; i < size; ++i) ASSERT_EQ(block[i], size % 251);
    heap.release(block);
  }
  EXPECT_EQ(heap.used(), 0u);
}

TEST(ScriptHeap, KeepsWhatABlockHeldWhenItsSizeChanges) {
  ScriptHeap heap(std::size_t{1} << 20, std::size_t{1} << 20);
  const std::string text = "what it held";
  void* block = heap.reallocate(nullptr, text.size());
  std::memcpy(block, text.data(), text.size());
  for (const std::size_t size :
       {std::size_t{14}, std::size_t{300}, std::size_t{700}, std::size_t{90'000}, std::size_t{20}, text.size()}) {
    block = heap.reallocate(block, size);
    ASSERT_NE(block, nullptr);
    EXPECT_EQ(ScriptHeap::size_of(block), size);
    EXPECT_EQ(heap.used(), size);
    EXPECT_EQ(std::string(static_cast<const char*>(block), text.size()), text);
  }
  heap.release(block);
  heap.release(nullptr);
  EXPECT_EQ(heap.used(), 0u);
}

TEST(ScriptHeap, TellsThatItIsFullAndGivesNothingFarPastThat) {
  ScriptHeap heap(100, 1000);
  void* block = heap.allocate(90);
  EXPECT_FALSE(heap.is_full());
  EXPECT_NE(heap.allocate(20), nullptr);
  EXPECT_TRUE(heap.is_full());
  EXPECT_EQ(heap.allocate(900), nullptr);
  EXPECT_EQ(heap.reallocate(block, 981), nullptr);
  EXPECT_EQ(ScriptHeap::size_of(block), 90u);  // as it was
  EXPECT_EQ(heap.used(), 110u);
}

}  // namespace
}  // namespace soat::citation
