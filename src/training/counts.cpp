#include "training/counts.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace soat::training {

namespace {

// An n-gram with its words in reading order: the first four in `first`, the oldest in the highest bits, so that sorting
// by number sorts by words; a fifth in `last`.
struct Record {
  std::uint64_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t raw = 0;
  std::uint32_t adjusted = 0;

  bool operator<(const Record& other) const { return std::tie(first, last) < std::tie(other.first, other.last); }
};

std::uint64_t pack(const Gram& gram, unsigned newest_index, unsigned count) {
  // Words newest_index + count - 1 … newest_index (oldest to newest) from the top bits down; count <= 4.
  std::uint64_t packed = 0;
  for (unsigned i = 0; i < count; ++i) {
    packed |= std::uint64_t{gram.word(newest_index + count - 1 - i)} << (48 - 16 * i);
  }
  return packed;
}

Record record(const Gram& gram, unsigned k) {
  Record r;
  if (k <= 4) {
    r.first = pack(gram, 0, k);
  } else {
    r.first = pack(gram, 1, 4);
    r.last = gram.word(0);
  }
  return r;
}

// How many of the newest words two windows share, at most order.
unsigned shared_words(const Gram& a, const Gram& b, unsigned order) {
  unsigned i = 0;
  while (i < order && a.word(i) == b.word(i)) ++i;
  return i;
}

// Walks windows in order and gathers, for each suffix of k words, its count and the number of different words before
// it.
class Collector {
 public:
  Collector(const CountingOptions& options, Counts& counts,
            std::array<std::vector<Record>, model::kMaximumOrder + 1>& kept)
      : options_(options), counts_(counts), kept_(kept) {}

  void visit(const Gram& gram) {
    const unsigned order = counts_.order;
    const unsigned shared = started_ ? shared_words(previous_, gram, order) : 0;
    if (started_) close(shared);
    for (unsigned k = shared + 1; k <= order; ++k) {
      raw_[k] = 0;
      before_[k] = 0;
    }
    // A new word at place shared is a new continuation to the left of every suffix of `shared` words.
    if (shared >= 1 && gram.word(shared) != model::kNone) ++before_[shared];
    for (unsigned k = std::max(1U, shared + 1); k < order; ++k) {
      if (gram.word(k) != model::kNone) ++before_[k];
    }
    for (unsigned k = 1; k <= order; ++k) raw_[k] += gram.count;
    previous_ = gram;
    started_ = true;
  }

  void finish() {
    if (started_) close(0);
  }

 private:
  // Ends the suffixes of more than `shared` words.
  void close(unsigned shared) {
    const unsigned order = counts_.order;
    for (unsigned k = order; k > shared; --k) {
      const model::WordId oldest = previous_.word(k - 1);
      if (oldest == model::kNone) continue;
      const bool top = k == order || oldest == model::kBoundary || !options_.continuation;
      const std::uint32_t adjusted = top ? raw_[k] : before_[k];
      if (adjusted >= 1 && adjusted <= 4) ++counts_.count_of_counts[k][adjusted];
      if (raw_[k] < options_.minimum && k > 1) continue;
      Record r = record(previous_, k);
      r.raw = raw_[k];
      r.adjusted = adjusted;
      kept_[k].push_back(r);
    }
  }

  const CountingOptions& options_;
  Counts& counts_;
  std::array<std::vector<Record>, model::kMaximumOrder + 1>& kept_;
  Gram previous_;
  bool started_ = false;
  std::array<std::uint32_t, model::kMaximumOrder + 1> raw_{};
  std::array<std::uint32_t, model::kMaximumOrder + 1> before_{};
};

// Sums, for each kept context, the adjusted counts of everything seen after it, in orders 2 .. highest.
class TotalCollector {
 public:
  TotalCollector(const CountingOptions& options, Counts& counts,
                 const std::array<std::unordered_map<std::uint64_t, std::uint32_t>, model::kMaximumOrder + 1>& nodes)
      : options_(options), counts_(counts), nodes_(nodes) {}

  void visit(const Gram& gram) {
    const unsigned order = counts_.order;
    const unsigned shared = started_ ? shared_words(previous_, gram, order) : 0;
    for (unsigned k = std::max(2U, shared + 1); k < order; ++k) {
      if (gram.word(k - 1) == model::kNone) break;
      // A suffix that was not there before: its context is looked up once.
      node_[k] = find(gram, k);
    }
    started_ = true;
    previous_ = gram;
    for (unsigned k = 2; k < order; ++k) {
      const model::WordId oldest = gram.word(k - 1);
      if (oldest == model::kNone) break;
      if (node_[k] == kAbsent) continue;
      const bool as_seen = oldest == model::kBoundary || !options_.continuation;
      const bool new_left = shared <= k && gram.word(k) != model::kNone;
      if (as_seen) {
        counts_.level[k - 1].total[node_[k]] += gram.count;
      } else if (new_left) {
        counts_.level[k - 1].total[node_[k]] += 1;
      }
    }
  }

 private:
  static constexpr std::uint32_t kAbsent = 0xffffffff;

  std::uint32_t find(const Gram& gram, unsigned k) const {
    if (k == 2) return gram.word(1);
    const auto found = nodes_[k - 1].find(pack(gram, 1, k - 1));
    return found == nodes_[k - 1].end() ? kAbsent : found->second;
  }

  const CountingOptions& options_;
  Counts& counts_;
  const std::array<std::unordered_map<std::uint64_t, std::uint32_t>, model::kMaximumOrder + 1>& nodes_;
  Gram previous_;
  bool started_ = false;
  std::array<std::uint32_t, model::kMaximumOrder + 1> node_{};
};

void build_levels(Counts& counts, std::array<std::vector<Record>, model::kMaximumOrder + 1>& kept,
                  std::size_t vocabulary) {
  OrderCounts& words = counts.level[1];
  words.word.resize(vocabulary);
  words.raw.assign(vocabulary, 0);
  words.adjusted.assign(vocabulary, 0);
  words.total.assign(vocabulary, 0);
  for (std::size_t i = 0; i < vocabulary; ++i) words.word[i] = static_cast<model::WordId>(i);
  for (const Record& r : kept[1]) {
    const std::size_t word = r.first >> 48;
    words.raw[word] = r.raw;
    words.adjusted[word] = r.adjusted;
  }
  for (unsigned k = 2; k <= counts.order; ++k) {
    std::vector<Record>& records = kept[k];
    std::sort(records.begin(), records.end());
    OrderCounts& level = counts.level[k];
    OrderCounts& below = counts.level[k - 1];
    const std::size_t size = records.size();
    level.word.resize(size);
    level.parent.resize(size);
    level.suffix.resize(size);
    level.raw.resize(size);
    level.adjusted.resize(size);
    if (k < counts.order) level.total.assign(size, 0);
    // An n-gram is never seen more often than its beginning or its end, so both are there.
    for (std::size_t i = 0; i < size; ++i) {
      const Record& r = records[i];
      const auto word_at = [&r](unsigned place) {
        return static_cast<model::WordId>(place < 4 ? r.first >> (48 - 16 * place) : r.last);
      };
      level.word[i] = word_at(k - 1);
      std::uint32_t node = word_at(0);
      for (unsigned j = 2; j < k; ++j) node = find_child(counts, j, node, word_at(j - 1));
      level.parent[i] = node;
      level.suffix[i] =
          k == 2 ? level.word[i] : find_child(counts, k - 1, counts.level[k - 1].suffix[node], level.word[i]);
      level.raw[i] = r.raw;
      level.adjusted[i] = r.adjusted;
    }
    below.child_begin.assign(below.size() + 1, 0);
    for (std::size_t i = 0; i < size; ++i) ++below.child_begin[level.parent[i] + 1];
    for (std::size_t i = 0; i < below.size(); ++i) below.child_begin[i + 1] += below.child_begin[i];
    std::vector<Record>().swap(records);
  }
}

}  // namespace

std::uint32_t find_child(const Counts& counts, unsigned k, std::uint32_t node, model::WordId word) {
  const OrderCounts& parents = counts.level[k - 1];
  const OrderCounts& level = counts.level[k];
  const auto begin = level.word.begin() + parents.child_begin[node];
  const auto end = level.word.begin() + parents.child_begin[node + 1];
  const auto found = std::lower_bound(begin, end, word);
  if (found == end || *found != word) return static_cast<std::uint32_t>(level.size());
  return static_cast<std::uint32_t>(found - level.word.begin());
}

Counts collect_counts(GramCounter& windows, std::size_t vocabulary, const CountingOptions& options) {
  Counts counts;
  counts.order = windows.order();
  {
    std::array<std::vector<Record>, model::kMaximumOrder + 1> kept;
    Collector collector(options, counts, kept);
    windows.for_each([&collector](const Gram& gram) { collector.visit(gram); });
    collector.finish();
    build_levels(counts, kept, vocabulary);
  }

  std::array<std::unordered_map<std::uint64_t, std::uint32_t>, model::kMaximumOrder + 1> nodes;
  for (unsigned k = 2; k + 2 <= counts.order; ++k) {
    const OrderCounts& level = counts.level[k];
    nodes[k].reserve(level.size());
    for (std::uint32_t i = 0; i < level.size(); ++i) {
      std::uint64_t key = 0;
      std::uint32_t node = i;
      for (unsigned j = k; j >= 1; --j) {
        key |= std::uint64_t{counts.level[j].word[node]} << (48 - 16 * (j - 1));
        if (j > 1) node = counts.level[j].parent[node];
      }
      nodes[k].emplace(key, i);
    }
  }
  TotalCollector totals(options, counts, nodes);
  windows.for_each([&totals](const Gram& gram) { totals.visit(gram); });
  // In the highest order counts are as seen, and everything but a closing boundary is followed by something.
  OrderCounts& contexts = counts.level[counts.order - 1];
  contexts.total.resize(contexts.size());
  for (std::size_t i = 0; i < contexts.size(); ++i) contexts.total[i] = contexts.raw[i];
  if (counts.order == 2) contexts.total[model::kBoundary] = contexts.raw[model::kBoundary];
  return counts;
}

}  // namespace soat::training
