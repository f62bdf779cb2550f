#include "check/trees.h"

#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "support/table_file.h"
#include "support/test_folder.h"
#include "text/error.h"

namespace soat::check {
namespace {

constexpr std::array<std::string_view, 2> names = {"first", "second"};

class TreesFiles : public testing::Test {
 protected:
  // What reading says; empty when it succeeds.
  std::string problem_of_trees(const std::string& content) const {
    try {
      Trees::read(test::write_table(folder_, "trees", "trees", content), names);
    } catch (const Error& error) {
      return error.what();
    }
    return {};
  }

  test::TestFolder folder_;
};

TEST_F(TreesFiles, AddsUp) {
  const Trees trees(Trees::read(
      test::write_table(folder_, "trees", "trees", "# two\ntrees 2\nfirst 2 1 leaf -1 leaf 3\nleaf 0.5\n"), names));
  EXPECT_FLOAT_EQ(trees.sum(std::array<float, 2>{2, 9}), -0.5F);
  EXPECT_FLOAT_EQ(trees.sum(std::array<float, 2>{2.5F, -9}), 3.5F);
  EXPECT_FLOAT_EQ(Trees().sum(std::array<float, 2>{}), 0);
}

// Trees are walked side by side.
TEST(Trees, AddUpHoweverManyAndHoweverDeep) {
  std::vector<Trees::Tree> list;
  for (int count = 1; count <= 20; ++count) {
    // Each node leads to the next or to the one behind that.
    Trees::Tree tree;
    const int depth = count % 5;
    for (int i = 0; i < depth; ++i) tree.push_back({0, static_cast<float>(depth - i), 1});
    tree.push_back({Trees::leaf, static_cast<float>(count), 0});
    tree.push_back({Trees::leaf, static_cast<float>(-count), 0});
    list.push_back(tree);
    const Trees trees{std::span<const Trees::Tree>(list)};
    for (const float feature : {0.0F, 1.5F, 3.0F, 9.0F, std::numeric_limits<float>::infinity()}) {
      float sum = 0;
      for (const Trees::Tree& one : list) {
        std::size_t node = 0;
        while (one[node].feature != Trees::leaf) node += one[node].next + (feature <= one[node].value ? 0U : 1U);
        sum += one[node].value;
      }
      EXPECT_EQ(trees.sum(std::array<float, 2>{feature, 0}), sum) << count;
    }
  }
}

TEST_F(TreesFiles, ReadsBackTheTreesItWrites) {
  const std::vector<Trees::Tree> trees = {{{1, -1.5F, 1}, {Trees::leaf, 0.25F, 0}, {Trees::leaf, -4, 0}}};
  Trees::write(folder_ / "trees", "A tree.", names, trees);
  const std::vector<Trees::Tree> read = Trees::read(folder_ / "trees", names);
  ASSERT_EQ(read.size(), 1U);
  ASSERT_EQ(read[0].size(), 3U);
  EXPECT_EQ(read[0][0].feature, 1);
  EXPECT_FLOAT_EQ(read[0][0].value, -1.5F);
  EXPECT_FLOAT_EQ(read[0][2].value, -4);
}

TEST_F(TreesFiles, NamesTheLineOfADamagedTree) {
  for (const char* damaged :
       {"leaf", "leaf x", "leaf nan", "leaf inf", "leaf 1e30", "first 1 1 leaf 0", "nothing 1 1 leaf 0 leaf 1",
        "first 1 9 leaf 0 leaf 1", "first 1 0 leaf 0 leaf 1", "first 1 -1 leaf 0 leaf 1", "first 1 1.5 leaf 0 leaf 1",
        "first 1 65537 leaf 0 leaf 1", "first 1 1 leaf 0 first 2 1", "leaf2 1 1 leaf 0 leaf 1"})
    EXPECT_NE(problem_of_trees("trees 1\n" + std::string(damaged) + "\n").find("trees:4: is not understood"),
              std::string::npos)
        << damaged;
}

TEST_F(TreesFiles, TellsTreesFromOtherFiles) {
  for (const char* foreign : {"", "leaf 1\n", "PK\3\4\n", "# only a comment\n"})
    EXPECT_NE(problem_of_trees(foreign).find("does not say how many"), std::string::npos) << foreign;
  for (const char* header : {"trees", "trees 0", "trees -1", "trees many", "trees 99999999999", "trees 1 2"})
    EXPECT_FALSE(problem_of_trees(std::string(header) + "\nleaf 1\n").empty()) << header;
  EXPECT_THROW(Trees::read(folder_ / "missing", names), Error);
  EXPECT_THROW(Trees::read(folder_.path(), names), Error);
}

}  // namespace
}  // namespace soat::check
