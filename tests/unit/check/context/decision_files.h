#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

// Files of the context rule, for tests.
namespace soat::check::context {

class DecisionFiles : public testing::Test {
 protected:
  std::filesystem::path trees(const std::string& rows) const {
    return test::write_table(folder_, "trees", "trees", rows);
  }
  std::filesystem::path calibration(const std::string& rows) const {
    return test::write_table(folder_, "calibration", "context-decision", rows);
  }
  std::filesystem::path costs(const std::string& rows) const {
    return test::write_table(folder_, "costs", "slips", rows);
  }

  // What reading says; empty when it succeeds.
  std::string problem_of_trees(const std::string& content) const {
    return problem([&] { Trees::read(trees(content), feature_names); });
  }
  std::string problem_of_calibration(const std::string& content) const {
    return problem([&] { Decision::load(trees("trees 1\nleaf 1\n"), calibration(content)); });
  }
  std::string problem_of_costs(const std::string& content) const {
    return problem([&] { SlipCosts::load(costs(content)); });
  }

  test::TestFolder folder_;

 private:
  template <typename Read>
  static std::string problem(const Read& read) {
    try {
      read();
    } catch (const Error& error) {
      return error.what();
    }
    return {};
  }
};

}  // namespace soat::check::context
