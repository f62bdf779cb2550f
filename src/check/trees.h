#pragma once

#include <array>
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
  float sum(std::span<const float> features) const;

 private:
  // A node as it is walked: a leaf leads to itself.
  struct Step {
    float most = 0;   // features up to it go `next` places on, others one more
    float value = 0;  // of a leaf
    std::uint16_t feature = 0;
    std::uint16_t next = 0;
  };
  // Trees that are walked side by side: a step down a tree waits for the one before it, steps down several trees do not
  // wait for each other.
  static constexpr std::size_t together = 8;
  struct Group {
    std::array<std::uint32_t, together> roots{};
    std::uint32_t depth = 0;  // of the deepest
  };

  std::vector<Step> steps_;
  std::vector<Group> groups_;  // the last filled up with trees that add nothing
};

// Writes the features of a place by their names.
template <class Features, class Feature>
class FeatureSetter {
 public:
  explicit FeatureSetter(Features& features) : features_(features) {}
  void operator()(Feature feature, float value) const { features_[static_cast<std::size_t>(feature)] = value; }

 private:
  Features& features_;
};

}  // namespace soat::check
