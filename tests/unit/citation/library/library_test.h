#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "support/test_folder.h"

// A library of sources in a folder of its own, for tests.
namespace soat::citation {

using nlohmann::json;

class LibraryTest : public testing::Test {
 protected:
  std::filesystem::path file() const { return folder_ / "sources.sqlite"; }

 private:
  soat::test::TestFolder folder_;
};

inline json book(const std::string& title, const std::string& family, const std::string& given, int year) {
  return {{"type", "book"},
          {"title", title},
          {"author", {{{"family", family}, {"given", given}}}},
          {"issued", {{"date-parts", {{year}}}}}};
}

}  // namespace soat::citation
