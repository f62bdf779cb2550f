#include "boosting.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <span>

#include "text/error.h"

namespace soat::tools {
namespace {

using check::Trees;

constexpr std::size_t bins = 64;
constexpr std::size_t least_examples = 40;  // in a leaf

struct Sum {
  double gradient = 0;
  double weight = 0;
  std::size_t count = 0;

  void operator+=(const Sum& other) {
    gradient += other.gradient;
    weight += other.weight;
    count += other.count;
  }
};

struct Split {
  double gain = 1e-3;
  std::size_t feature = Trees::leaf;
  std::size_t bin = 0;
};

class Booster {
 public:
  Booster(const Examples& examples, const TreeOptions& options)
      : examples_(examples), options_(options), edges_(examples.feature_count), bin_(examples.feature_count) {
    for (std::size_t f = 0; f < examples.feature_count; ++f) choose_bins(f);
    odds_.assign(examples_.size(), 0);
    gradient_.resize(examples_.size());
    weight_.resize(examples_.size());
    for (std::uint32_t i = 0; i < examples_.size(); ++i)
      (examples_.documents[i] % 10 == 3 ? held_ : used_).push_back(i);
  }

  std::vector<Trees::Tree> fit() {
    std::vector<Trees::Tree> trees;
    double positive = 1;
    for (const std::uint32_t i : used_) positive += examples_.labels[i];
    const auto base = static_cast<float>(std::log(positive / (static_cast<double>(used_.size()) - positive + 2)));
    trees.push_back({{Trees::leaf, base, 0}});
    std::fill(odds_.begin(), odds_.end(), base);
    for (std::size_t t = 0; t < options_.trees; ++t) {
      for (std::size_t i = 0; i < examples_.size(); ++i) {
        const float p = 1 / (1 + std::exp(-odds_[i]));
        gradient_[i] = examples_.labels[i] - p;
        weight_[i] = std::max(p * (1 - p), 1e-6F);
      }
      Trees::Tree tree(1);
      std::vector<std::uint32_t> used = used_;
      std::vector<std::uint32_t> held = held_;
      grow(tree, 0, used, held, 0);
      trees.push_back(std::move(tree));
      if (t % 25 == 24) std::fprintf(stderr, "%zu trees, loss %.5f, held back %.5f\n", t + 1, loss(used_), loss(held_));
    }
    return trees;
  }

 private:
  void choose_bins(std::size_t f) {
    std::vector<float> values;
    for (std::size_t i = 0; i < examples_.size(); i += 1 + examples_.size() / 50000) values.push_back(value(i, f));
    std::sort(values.begin(), values.end());
    std::vector<float>& edges = edges_[f];
    for (std::size_t b = 1; b < bins; ++b) edges.push_back(values[b * values.size() / bins]);
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    bin_[f].resize(examples_.size());
    for (std::size_t i = 0; i < examples_.size(); ++i) {
      bin_[f][i] = static_cast<std::uint8_t>(std::lower_bound(edges.begin(), edges.end(), value(i, f)) - edges.begin());
    }
  }

  float value(std::size_t i, std::size_t f) const { return examples_.features[i * examples_.feature_count + f]; }

  double loss(std::span<const std::uint32_t> which) const {
    double sum = 0;
    for (const std::uint32_t i : which) sum += std::log1p(std::exp(examples_.labels[i] > 0 ? -odds_[i] : odds_[i]));
    return sum / static_cast<double>(std::max<std::size_t>(which.size(), 1));
  }

  Split best_split(std::span<const std::uint32_t> which, const Sum& all) const {
    Split best;
    const auto worth = [&](const Sum& sum) { return sum.gradient * sum.gradient / (sum.weight + options_.penalty); };
    for (std::size_t f = 0; f < edges_.size(); ++f) {
      std::array<Sum, bins> histogram{};
      for (const std::uint32_t i : which) {
        Sum& sum = histogram[bin_[f][i]];
        sum.gradient += gradient_[i];
        sum.weight += weight_[i];
        ++sum.count;
      }
      Sum left;
      for (std::size_t b = 0; b < edges_[f].size(); ++b) {
        left += histogram[b];
        const Sum right{all.gradient - left.gradient, all.weight - left.weight, all.count - left.count};
        if (left.count < least_examples || right.count < least_examples) continue;
        if (left.weight < options_.least_weight || right.weight < options_.least_weight) continue;
        const double gain = worth(left) + worth(right) - worth(all);
        if (gain > best.gain) best = {gain, f, b};
      }
    }
    return best;
  }

  void grow(Trees::Tree& tree, std::size_t at, std::span<std::uint32_t> used, std::span<std::uint32_t> held,
            int depth) {
    Sum all;
    for (const std::uint32_t i : used) all += {gradient_[i], weight_[i], 1};
    const Split split = depth < options_.depth ? best_split(used, all) : Split{};
    if (split.feature == Trees::leaf) {
      const auto value = static_cast<float>(options_.rate * all.gradient / (all.weight + options_.penalty));
      tree[at] = {Trees::leaf, value, 0};
      for (const std::uint32_t i : used) odds_[i] += value;
      for (const std::uint32_t i : held) odds_[i] += value;
      return;
    }
    const auto divide = [&](std::span<std::uint32_t> which) {
      const auto middle = std::partition(which.begin(), which.end(),
                                         [&](std::uint32_t i) { return bin_[split.feature][i] <= split.bin; });
      return static_cast<std::size_t>(middle - which.begin());
    };
    const std::size_t u = divide(used);
    const std::size_t h = divide(held);
    const std::size_t next = tree.size();
    tree[at] = {static_cast<std::uint16_t>(split.feature), edges_[split.feature][split.bin],
                static_cast<std::uint16_t>(next - at)};
    tree.resize(next + 2);
    grow(tree, next, used.first(u), held.first(h), depth + 1);
    grow(tree, next + 1, used.subspan(u), held.subspan(h), depth + 1);
  }

  const Examples& examples_;
  TreeOptions options_;
  std::vector<std::vector<float>> edges_;
  std::vector<std::vector<std::uint8_t>> bin_;
  std::vector<std::uint32_t> used_, held_;
  std::vector<float> odds_, gradient_, weight_;
};

}  // namespace

std::vector<Trees::Tree> fit_trees(const Examples& examples, const TreeOptions& options) {
  if (examples.size() == 0) throw Error("there are no examples to fit trees to: the texts are too short");
  return Booster(examples, options).fit();
}

}  // namespace soat::tools
