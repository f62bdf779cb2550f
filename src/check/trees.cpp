#include "check/trees.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <optional>
#include <sstream>
#include <string>

#include "text/table_reader.h"
#include "texts/error.h"

namespace soat::check {
namespace {

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

// Steps from the root to the deepest leaf.
std::uint32_t depth_of(const Trees::Tree& tree) {
  std::vector<std::uint32_t> depths(tree.size());
  for (std::size_t i = tree.size(); i > 0; --i) {
    const Trees::Node& node = tree[i - 1];
    if (node.feature == Trees::leaf) continue;
    const std::size_t next = i - 1 + node.next;
    depths[i - 1] = 1 + std::max(depths[next], depths[next + 1]);
  }
  return depths.empty() ? 0 : depths[0];
}

}  // namespace

Trees::Trees(std::span<const Tree> trees) {
  constexpr Step nothing{std::numeric_limits<float>::infinity(), 0, 0, 0};
  for (std::size_t i = 0; i < trees.size(); ++i) {
    if (i % together == 0) groups_.emplace_back();
    Group& group = groups_.back();
    group.roots[i % together] = static_cast<std::uint32_t>(steps_.size());
    group.depth = std::max(group.depth, depth_of(trees[i]));
    for (const Node& node : trees[i]) {
      Step step = nothing;
      if (node.feature == leaf) {
        step.value = node.value;
      } else {
        step = {node.value, 0, node.feature, node.next};
      }
      steps_.push_back(step);
    }
  }
  for (std::size_t i = trees.size(); i % together != 0; ++i) {
    groups_.back().roots[i % together] = static_cast<std::uint32_t>(steps_.size());
    steps_.push_back(nothing);
  }
}

float Trees::sum(std::span<const float> features) const {
  float sum = 0;
  for (const Group& group : groups_) {
    std::array<const Step*, together> at;
    for (std::size_t k = 0; k < together; ++k) at[k] = &steps_[group.roots[k]];
    for (std::uint32_t i = 0; i < group.depth; ++i) {
      for (const Step*& step : at) step += step->next + (features[step->feature] > step->most ? 1 : 0);
    }
    for (const Step* step : at) sum += step->value;
  }
  return sum;
}

// "trees COUNT", so that a file cut short is known from a whole one; then a line a tree: its nodes in order,
// "leaf VALUE" or "FEATURE VALUE NEXT".
std::vector<Trees::Tree> Trees::read(const std::filesystem::path& path, std::span<const std::string_view> names) {
  constexpr std::uint32_t most_trees = 100000;
  constexpr std::uint32_t largest_step = 4096;
  std::vector<Tree> trees;
  text::TableReader lines(path, "trees");
  std::string_view line = lines.next(1, 1) ? lines[0] : std::string_view();
  if (next_word(line) != "trees") lines.fail(texts::error_row_no_tree_count);
  const std::optional<std::uint32_t> count = whole_number(next_word(line), most_trees);
  if (!count || !next_word(line).empty()) lines.fail();
  while (lines.next(1, 1)) {
    line = lines[0];
    Tree tree;
    for (std::string_view word = next_word(line); !word.empty(); word = next_word(line)) {
      Node node;
      const std::optional<float> value = text::number_in(next_word(line));
      if (!value) lines.fail();
      node.value = *value;
      if (word != "leaf") {
        const auto feature = std::ranges::find(names, word);
        const std::optional<std::uint32_t> next = whole_number(next_word(line), largest_step);
        if (feature == names.end() || !next) lines.fail();
        node.feature = static_cast<std::uint16_t>(feature - names.begin());
        node.next = static_cast<std::uint16_t>(*next);
      }
      tree.push_back(node);
    }
    for (std::size_t i = 0; i < tree.size(); ++i) {
      if (tree[i].feature != leaf && i + tree[i].next + 1 >= tree.size()) lines.fail();
    }
    if (tree.empty()) lines.fail();
    trees.push_back(std::move(tree));
  }
  if (trees.size() != *count) lines.fail(texts::error_row_tree_count);
  return trees;
}

void Trees::write(const std::filesystem::path& path, std::string_view heading, std::span<const std::string_view> names,
                  std::span<const Tree> trees) {
  std::ostringstream file;
  file << "# " << heading << '\n';
  file << "trees " << trees.size() << '\n';
  for (const Tree& tree : trees) {
    for (std::size_t i = 0; i < tree.size(); ++i) {
      char value[32];
      const auto end = std::to_chars(value, value + sizeof value, tree[i].value, std::chars_format::general, 5).ptr;
      const std::string_view text(value, static_cast<std::size_t>(end - value));
      if (i > 0) file << ' ';
      if (tree[i].feature == leaf) {
        file << "leaf " << text;
      } else {
        file << names[tree[i].feature] << ' ' << text << ' ' << tree[i].next;
      }
    }
    file << '\n';
  }
  text::write_table(path, "trees", 1, file.str());
}

}  // namespace soat::check
