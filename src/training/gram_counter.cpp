#include "training/gram_counter.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace soat::training {

namespace {

constexpr std::size_t kBlock = 1 << 16;  // grams read from a run at a time

bool before(const Gram& a, const Gram& b) {
  return std::tie(a.newest, a.oldest) < std::tie(b.newest, b.oldest);
}

bool same(const Gram& a, const Gram& b) {
  return a.newest == b.newest && a.oldest == b.oldest;
}

}  // namespace

GramCounter::GramCounter(unsigned order, std::filesystem::path folder, std::size_t memory)
    : order_(order), folder_(std::move(folder)), capacity_(std::max<std::size_t>(memory / sizeof(Gram), kBlock)) {}

void GramCounter::add_sentence(std::span<const model::WordId> words) {
  // The window slides as one 80-bit number; the mask cuts it to the order.
  const std::uint64_t mask = order_ >= 4 ? ~std::uint64_t{0} : ~std::uint64_t{0} << (64 - 16 * order_);
  Gram window;
  window.newest = std::uint64_t{model::kBoundary} << 48;
  window.count = 1;
  for (std::size_t i = 0; i <= words.size(); ++i) {
    const model::WordId word = i < words.size() ? words[i] : model::kBoundary;
    window.oldest = order_ == 5 ? static_cast<std::uint32_t>(window.newest & 0xffff) : 0;
    window.newest = (window.newest >> 16 | std::uint64_t{word} << 48) & mask;
    push(window);
  }
}

void GramCounter::push(const Gram& gram) {
  if (buffer_.size() == capacity_) spill();
  if (buffer_.capacity() == 0) buffer_.reserve(std::min<std::size_t>(capacity_, kBlock));
  buffer_.push_back(gram);
}

void GramCounter::spill() {
  if (buffer_.empty()) return;
  std::sort(buffer_.begin(), buffer_.end(), before);
  std::size_t kept = 0;
  for (std::size_t i = 1; i < buffer_.size(); ++i) {
    if (same(buffer_[kept], buffer_[i])) {
      buffer_[kept].count += buffer_[i].count;
    } else {
      buffer_[++kept] = buffer_[i];
    }
  }
  TemporaryFile run(folder_);
  run.write(std::as_bytes(std::span(buffer_.data(), kept + 1)));
  runs_.push_back(std::move(run));
  buffer_.clear();
}

bool GramCounter::refill(std::size_t run) {
  Source& source = sources_[run];
  source.size = runs_[run].read(std::as_writable_bytes(std::span(source.block))) / sizeof(Gram);
  source.position = 0;
  return source.size != 0;
}

void GramCounter::begin_merge() {
  spill();
  std::vector<Gram>().swap(buffer_);
  sources_.assign(runs_.size(), {});
  active_.clear();
  for (std::size_t i = 0; i < runs_.size(); ++i) {
    runs_[i].rewind();
    sources_[i].block.resize(kBlock);
    if (refill(i)) active_.push_back(i);
  }
}

bool GramCounter::next(Gram& out) {
  // A handful of runs: a linear search for the smallest head beats a heap.
  if (active_.empty()) return false;
  const Gram* smallest = nullptr;
  for (const std::size_t run : active_) {
    const Gram& head = sources_[run].block[sources_[run].position];
    if (smallest == nullptr || before(head, *smallest)) smallest = &head;
  }
  out = *smallest;
  out.count = 0;
  for (std::size_t i = 0; i < active_.size();) {
    Source& source = sources_[active_[i]];
    if (!same(source.block[source.position], out)) {
      ++i;
      continue;
    }
    out.count += source.block[source.position].count;
    if (++source.position == source.size && !refill(active_[i])) {
      active_.erase(active_.begin() + static_cast<std::ptrdiff_t>(i));
    } else {
      ++i;
    }
  }
  return true;
}

}  // namespace soat::training
