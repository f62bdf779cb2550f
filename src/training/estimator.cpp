#include "training/estimator.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace soat::training {

namespace {

// Discounts for adjusted counts 1, 2 and 3 or more of one order.
std::array<double, 4> discounts(const std::array<std::uint64_t, 5>& n) {
  std::array<double, 4> d{0, 0.5, 1.0, 1.5};
  // Chen and Goodman's closed forms need all four counts of counts; tiny texts keep the constants above.
  if (n[1] == 0 || n[2] == 0 || n[3] == 0 || n[4] == 0) return d;
  const double y = static_cast<double>(n[1]) / (static_cast<double>(n[1]) + 2.0 * static_cast<double>(n[2]));
  for (unsigned i = 1; i <= 3; ++i) {
    const double estimate = i - (i + 1.0) * y * static_cast<double>(n[i + 1]) / static_cast<double>(n[i]);
    d[i] = std::clamp(estimate, 0.05, static_cast<double>(i) - 0.05);
  }
  return d;
}

double discounted(const std::array<double, 4>& d, std::uint32_t count) {
  return static_cast<double>(count) - d[std::min<std::uint32_t>(count, 3)];
}

}  // namespace

Estimates estimate(const Counts& counts) {
  Estimates result;
  {
    const OrderCounts& words = counts.level[1];
    const auto d = discounts(counts.count_of_counts[1]);
    double total = 0;
    double kept = 0;
    std::size_t possible = 0;
    for (std::size_t w = 0; w < words.size(); ++w) {
      total += words.adjusted[w];
      if (words.adjusted[w] > 0) kept += discounted(d, words.adjusted[w]);
      if (w != model::kNone) ++possible;
    }
    const double rest =
        total > 0 ? (1.0 - kept / total) / static_cast<double>(possible) : 1.0 / static_cast<double>(possible);
    result[1].log_probability.resize(words.size());
    for (std::size_t w = 0; w < words.size(); ++w) {
      const double p = rest + (words.adjusted[w] > 0 ? discounted(d, words.adjusted[w]) / total : 0.0);
      result[1].log_probability[w] = static_cast<float>(std::log(std::max(p, 1e-12)));
    }
  }
  for (unsigned k = 2; k <= counts.order; ++k) {
    const OrderCounts& contexts = counts.level[k - 1];
    const OrderCounts& level = counts.level[k];
    const auto d = discounts(counts.count_of_counts[k]);
    OrderEstimates& below = result[k - 1];
    result[k].log_probability.resize(level.size());
    below.log_backoff.resize(contexts.size());
    for (std::size_t h = 0; h < contexts.size(); ++h) {
      const auto total = static_cast<double>(contexts.total[h]);
      double kept = 0;
      for (std::uint32_t i = contexts.child_begin[h]; i < contexts.child_begin[h + 1]; ++i)
        kept += discounted(d, level.adjusted[i]);
      const double weight = total > 0 ? std::max(1.0 - kept / total, 1e-6) : 1.0;
      below.log_backoff[h] = static_cast<float>(std::log(weight));
      for (std::uint32_t i = contexts.child_begin[h]; i < contexts.child_begin[h + 1]; ++i) {
        const double lower = std::exp(static_cast<double>(below.log_probability[level.suffix[i]]));
        const double p = discounted(d, level.adjusted[i]) / total + weight * lower;
        result[k].log_probability[i] = static_cast<float>(std::log(std::min(p, 1.0)));
      }
    }
  }
  return result;
}

namespace {

// Worth of each node of order k in nats over the training text, the same for all members of an accent family after one
// context.
std::vector<float> worth(const Counts& counts, const Estimates& estimates, unsigned k,
                         std::span<const std::uint32_t> family, std::span<const std::uint32_t> family_begin,
                         double family_weight) {
  const OrderCounts& contexts = counts.level[k - 1];
  const OrderCounts& level = counts.level[k];
  std::vector<float> result(level.size());
  for (std::size_t h = 0; h < contexts.size(); ++h) {
    const double backoff = estimates[k - 1].log_backoff[h];
    for (std::uint32_t i = contexts.child_begin[h]; i < contexts.child_begin[h + 1];) {
      const std::uint32_t f = family[level.word[i]];
      std::uint32_t end = i;
      double gain = 0;
      double with = 0;     // probability of the family's kept members after this context
      double without = 0;  // the same by the order below
      for (; end < contexts.child_begin[h + 1] && family[level.word[end]] == f; ++end) {
        const double p = estimates[k].log_probability[end];
        const double lower = backoff + estimates[k - 1].log_probability[level.suffix[end]];
        gain += level.raw[end] * std::max(p - lower, 0.0);
        with += std::exp(p);
        without += std::exp(lower);
      }
      double choice = 0;
      if (family_weight > 0 && family_begin[f + 1] - family_begin[f] > 1) {
        // Members never seen after this context keep what the order below gives them: estimated from the words' own
        // probabilities.
        double absent = 0;
        for (std::uint32_t w = family_begin[f]; w < family_begin[f + 1]; ++w)
          absent += std::exp(static_cast<double>(estimates[1].log_probability[w]));
        for (std::uint32_t j = i; j < end; ++j)
          absent -= std::exp(static_cast<double>(estimates[1].log_probability[level.word[j]]));
        absent = std::max(absent, 0.0) * std::exp(backoff);
        for (std::uint32_t j = i; j < end; ++j) {
          const double p = estimates[k].log_probability[j];
          const double lower = backoff + estimates[k - 1].log_probability[level.suffix[j]];
          choice += level.raw[j] * (p - std::log(with + absent) - lower + std::log(without + absent));
        }
        choice = std::max(choice, 0.0);
      }
      const auto each = static_cast<float>((gain + family_weight * choice) / (end - i));
      for (; i < end; ++i) result[i] = each;
    }
  }
  return result;
}

}  // namespace

void prune(Counts& counts, const Estimates& estimates, std::span<const std::uint32_t> family,
           const PruningOptions& options) {
  std::vector<std::uint32_t> family_begin(family.empty() ? 1 : family.back() + 2, 0);
  for (const std::uint32_t f : family) ++family_begin[f + 1];
  for (std::size_t f = 1; f < family_begin.size(); ++f) family_begin[f] += family_begin[f - 1];

  std::array<std::vector<float>, model::kMaximumOrder + 1> worths;
  for (unsigned k = 2; k <= counts.order; ++k)
    worths[k] = worth(counts, estimates, k, family, family_begin, options.family_weight);

  std::array<std::vector<char>, model::kMaximumOrder + 1> keep;
  const auto mark = [&](double threshold) {
    double size = 0;
    for (unsigned k = 1; k <= counts.order; ++k) keep[k].assign(counts.level[k].size(), 0);
    for (unsigned k = counts.order; k >= 2; --k) {
      const OrderCounts& contexts = counts.level[k - 1];
      const OrderCounts& level = counts.level[k];
      for (std::size_t h = 0; h < contexts.size(); ++h) {
        for (std::uint32_t i = contexts.child_begin[h]; i < contexts.child_begin[h + 1];) {
          const std::uint32_t f = family[level.word[i]];
          std::uint32_t end = i;
          bool needed =
              worths[k][i] >= threshold * options.bits[k] * (k == counts.order ? options.highest_order_handicap : 1.0);
          for (; end < contexts.child_begin[h + 1] && family[level.word[end]] == f; ++end)
            needed = needed || keep[k][end] != 0;
          for (; i < end; ++i) {
            if (!needed) continue;
            keep[k][i] = 1;
            keep[k - 1][h] = 1;
            keep[k - 1][level.suffix[i]] = 1;
            size += options.bits[k];
          }
        }
      }
    }
    return size;
  };

  double low = 0;
  double high = 1;
  if (mark(low) > options.budget) {
    while (mark(high) > options.budget) high *= 4;
    for (int step = 0; step < 14; ++step) {
      const double middle = low + (high - low) / 2;
      (mark(middle) > options.budget ? low : high) = middle;
    }
    mark(high);
  }

  // Drops the unmarked nodes and renumbers what points at them.
  std::vector<std::uint32_t> renumbered_below(counts.level[1].size());
  for (std::uint32_t i = 0; i < renumbered_below.size(); ++i) renumbered_below[i] = i;
  for (unsigned k = 2; k <= counts.order; ++k) {
    OrderCounts& below = counts.level[k - 1];
    OrderCounts& level = counts.level[k];
    std::vector<std::uint32_t> renumbered(level.size());
    std::uint32_t kept = 0;
    for (std::uint32_t i = 0; i < level.size(); ++i) {
      if (!keep[k][i]) continue;
      level.word[kept] = level.word[i];
      level.parent[kept] = renumbered_below[level.parent[i]];
      level.suffix[kept] = renumbered_below[level.suffix[i]];
      level.raw[kept] = level.raw[i];
      level.adjusted[kept] = level.adjusted[i];
      if (!level.total.empty()) level.total[kept] = level.total[i];
      renumbered[i] = kept++;
    }
    level.word.resize(kept);
    level.parent.resize(kept);
    level.suffix.resize(kept);
    level.raw.resize(kept);
    level.adjusted.resize(kept);
    if (!level.total.empty()) level.total.resize(kept);
    below.child_begin.assign(below.size() + 1, 0);
    for (std::uint32_t i = 0; i < kept; ++i) ++below.child_begin[level.parent[i] + 1];
    for (std::size_t i = 0; i < below.size(); ++i) below.child_begin[i + 1] += below.child_begin[i];
    renumbered_below = std::move(renumbered);
  }
}

}  // namespace soat::training
