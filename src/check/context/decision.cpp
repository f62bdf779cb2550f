#include "check/context/decision.h"

#include <charconv>
#include <cmath>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>

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

std::optional<float> number(std::string_view word) {
  float value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc{} || end != word.data() + word.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

// Reads a file line by line, leaving out comments and empty lines.
class Lines {
 public:
  explicit Lines(const std::filesystem::path& path) : path_(path), file_(path, std::ios::binary) {
    if (!file_) throw Error(path.string() + ": cannot be read; install the language data again");
  }

  bool next(std::string_view& line) {
    while (std::getline(file_, line_)) {
      ++count_;
      if (line_.empty() || line_.starts_with('#')) continue;
      line = line_;
      return true;
    }
    return false;
  }

  [[noreturn]] void fail() const {
    throw Error(path_.string() + ":" + std::to_string(count_) + ": is damaged; install the language data again");
  }

 private:
  std::filesystem::path path_;
  std::ifstream file_;
  std::string line_;
  int count_ = 0;
};

}  // namespace

// A line a tree: its nodes in order, "leaf VALUE" or "FEATURE VALUE NEXT".
std::vector<Decision::Tree> Decision::load_trees(const std::filesystem::path& path) {
  std::vector<Tree> trees;
  Lines lines(path);
  std::string_view line;
  while (lines.next(line)) {
    Tree tree;
    for (std::string_view word = next_word(line); !word.empty(); word = next_word(line)) {
      Node node;
      const std::optional<float> value = number(next_word(line));
      if (!value) lines.fail();
      node.value = *value;
      if (word != "leaf") {
        const std::optional<Feature> feature = feature_named(word);
        const std::optional<float> next = number(next_word(line));
        if (!feature || !next || *next < 1 || *next > 4096) lines.fail();
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
  if (trees.empty()) lines.fail();
  return trees;
}

void Decision::write_trees(const std::filesystem::path& path, std::span<const Tree> trees) {
  std::ofstream file(path, std::ios::binary);
  file << "# Trees that weigh the evidence for a slip, made by tools/context.\n";
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
  Lines lines(calibration);
  std::string_view line;
  while (lines.next(line)) {
    const std::string_view what = next_word(line);
    const std::optional<float> value = number(next_word(line));
    if (!value) lines.fail();
    if (what == "intercept") {
      decision.intercept_ = *value;
    } else if (what == "trees") {
      decision.slope_ = *value;
    } else if (what == "least") {
      decision.least_odds_ = *value;
    } else if (what == "normal") {
      decision.thresholds_[static_cast<std::size_t>(Profile::normal)] = *value;
    } else if (what == "strict") {
      decision.thresholds_[static_cast<std::size_t>(Profile::strict)] = *value;
    } else if (const std::optional<Feature> feature = feature_named(what)) {
      decision.weights_.push_back({*feature, *value});
    } else {
      lines.fail();
    }
  }
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
