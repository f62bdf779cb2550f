#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>
#include <vector>

namespace soat::check {

// A sum of decision trees over numbered features: gradient-boosted trees (Friedman 2001) as tools/ fits them. Immutable
// after construction.
class Trees {
 public:
  static constexpr std::uint16_t leaf = 0xFFFF;

  // A node of a tree. In a leaf, feature is `leaf` and value is what the tree adds; otherwise features up to value go
  // to the node `next` after this one's place in the tree's list, others to the one behind that.
  struct Node {
    std::uint16_t feature = leaf;
    float value = 0;
    std::uint16_t next = 0;
  };
  using Tree = std::vector<Node>;

  Trees() = default;
  explicit Trees(std::span<const Tree> trees);

  // The trees in a file, lines of text that call features by their names (names[i] for feature i). Throws soat::Error
  // naming the file and the line when one cannot be read, is not whole, or leaves a tree by a wrong step.
  static std::vector<Tree> read(const std::filesystem::path& path, std::span<const std::string_view> names);

  // Writes such a file; heading: a line that says what it is. Throws soat::Error when it cannot be written.
  static void write(const std::filesystem::path& path, std::string_view heading,
                    std::span<const std::string_view> names, std::span<const Tree> trees);

  // What the trees add up to. features: as many as there are names.
  float sum(std::span<const float> features) const {
    float sum = 0;
    for (const std::uint32_t root : roots_) {
      const Node* node = &nodes_[root];
      while (node->feature != leaf) node += node->next + (features[node->feature] <= node->value ? 0 : 1);
      sum += node->value;
    }
    return sum;
  }

 private:
  std::vector<Node> nodes_;
  std::vector<std::uint32_t> roots_;
};

}  // namespace soat::check
