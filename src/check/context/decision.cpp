#include "check/context/decision.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "check/context/data_lines.h"
#include "text/error.h"

namespace soat::check::context {
namespace {

std::optional<Feature> feature_named(std::string_view text) {
  for (std::size_t i = 0; i < feature_count; ++i) {
    if (name(static_cast<Feature>(i)) == text) return static_cast<Feature>(i);
  }
  return std::nullopt;
}

// Cuts the next word off a line; empty at its end.
std::string_view next_word(std::string_view& line) {
  while (line.starts_with(' ')) line.remove_prefix(1);
  const std::string_view word = line.substr(0, line.find(' '));
  line.remove_prefix(word.size());
  return word;
}

// A whole number from 1 to most.
std::optional<std::uint32_t> whole_number(std::string_view word, std::uint32_t most) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc{} || end != word.data() + word.size() || value < 1 || value > most) return std::nullopt;
  return value;
}

}  // namespace

// "trees COUNT", so that a file cut short is known from a whole one; then a line a tree: its nodes in order,
// "leaf VALUE" or "FEATURE VALUE NEXT".
std::vector<Decision::Tree> Decision::load_trees(const std::filesystem::path& path) {
  constexpr std::uint32_t most_trees = 100000;
  constexpr std::uint32_t largest_step = 4096;
  std::vector<Tree> trees;
  DataLines lines(path);
  std::string_view line;
  if (!lines.next(line) || next_word(line) != "trees") lines.fail("is no file of trees");
  const std::optional<std::uint32_t> count = whole_number(next_word(line), most_trees);
  if (!count || !next_word(line).empty()) lines.fail();
  while (lines.next(line)) {
    Tree tree;
    for (std::string_view word = next_word(line); !word.empty(); word = next_word(line)) {
      Node node;
      const std::optional<float> value = number(next_word(line));
      if (!value) lines.fail();
      node.value = *value;
      if (word != "leaf") {
        const std::optional<Feature> feature = feature_named(word);
        const std::optional<std::uint32_t> next = whole_number(next_word(line), largest_step);
        if (!feature || !next) lines.fail();
        node.feature = *feature;
        node.next = static_cast<std::uint16_t>(*next);
      }
      tree.push_back(node);
    }
    for (std::size_t i = 0; i < tree.size(); ++i) {
      if (tree[i].feature != Feature::count && i + tree[i].next + 1 >= tree.size()) lines.fail();
    }
    if (tree.empty()) lines.fail();
    trees.push_back(std::move(tree));
  }
  if (trees.size() != *count) lines.fail("has not as many trees as it says");
  return trees;
}

void Decision::write_trees(const std::filesystem::path& path, std::span<const Tree> trees) {
  std::ofstream file(path, std::ios::binary);
  file << "# Trees that weigh the evidence for a slip, made by tools/context.\n";
  file << "trees " << trees.size() << '\n';
  for (const Tree& tree : trees) {
    for (std::size_t i = 0; i < tree.size(); ++i) {
      char value[32];
      const auto end = std::to_chars(value, value + sizeof value, tree[i].value, std::chars_format::general, 5).ptr;
      const std::string_view text(value, static_cast<std::size_t>(end - value));
      if (i > 0) file << ' ';
      if (tree[i].feature == Feature::count) {
        file << "leaf " << text;
      } else {
        file << name(tree[i].feature) << ' ' << text << ' ' << tree[i].next;
      }
    }
    file << '\n';
  }
  if (!file.flush()) throw Error(path.string() + ": cannot be written; is the disk full?");
}

Decision::Decision(std::span<const Tree> trees) {
  for (const Tree& tree : trees) {
    roots_.push_back(static_cast<std::uint32_t>(nodes_.size()));
    nodes_.insert(nodes_.end(), tree.begin(), tree.end());
  }
}

Decision Decision::load(const std::filesystem::path& trees, const std::filesystem::path& calibration) {
  Decision decision(load_trees(trees));
  std::optional<float> intercept, slope, least, normal, strict;
  const std::array<std::pair<std::string_view, std::optional<float>*>, 5> places = {
      {{"intercept", &intercept}, {"trees", &slope}, {"least", &least}, {"normal", &normal}, {"strict", &strict}}};
  DataLines lines(calibration);
  std::string_view line;
  while (lines.next(line)) {
    const std::string_view what = next_word(line);
    const std::optional<float> value = number(next_word(line));
    if (!value || !next_word(line).empty()) lines.fail();
    const auto* const place = std::ranges::find(places, what, [](const auto& entry) { return entry.first; });
    if (place != places.end()) {
      if (place->second->has_value()) lines.fail("says the same twice");
      *place->second = value;
    } else if (const std::optional<Feature> feature = feature_named(what)) {
      decision.weights_.push_back({*feature, *value});
    } else {
      lines.fail();
    }
  }
  for (const auto& [what, value] : places) {
    if (!value->has_value()) lines.fail("says nothing of \"" + std::string(what) + "\"");
  }
  for (const float threshold : {*normal, *strict}) {
    if (!(threshold > 0 && threshold <= 1)) lines.fail("has a threshold that is no probability");
  }
  decision.intercept_ = *intercept;
  decision.slope_ = *slope;
  decision.least_odds_ = *least;
  decision.thresholds_[static_cast<std::size_t>(Profile::normal)] = *normal;
  decision.thresholds_[static_cast<std::size_t>(Profile::strict)] = *strict;
  return decision;
}

float Decision::odds(const Features& features) const {
  float sum = 0;
  for (const std::uint32_t root : roots_) {
    const Node* node = &nodes_[root];
    while (node->feature != Feature::count) {
      node += node->next + (features[static_cast<std::size_t>(node->feature)] <= node->value ? 0 : 1);
    }
    sum += node->value;
  }
  return sum;
}

float Decision::confidence(const Features& features) const {
  const float trees = odds(features);
  if (trees <= least_odds_) return 0;
  float sum = intercept_ + slope_ * trees;
  for (const Weight& weight : weights_) sum += weight.value * features[static_cast<std::size_t>(weight.feature)];
  return 1 / (1 + std::exp(-sum));
}

}  // namespace soat::check::context
