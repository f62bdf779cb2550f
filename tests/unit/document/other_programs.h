#pragma once

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "document/converter.h"
#include "support/test_folder.h"

namespace soat::document {

namespace fs = std::filesystem;

// Programs are looked for in a folder of the test's own, and so are temporary folders made.
class OtherPrograms : public testing::Test {
 protected:
  OtherPrograms() : path_(std::getenv("PATH") ? std::getenv("PATH") : "") {
    fs::create_directory(folder_ / "bin");
    fs::create_directory(folder_ / "tmp");
    setenv("PATH", (folder_ / "bin").c_str(), 1);
    setenv("TMPDIR", (folder_ / "tmp").c_str(), 1);
  }
  ~OtherPrograms() override {
    setenv("PATH", path_.c_str(), 1);
    unsetenv("TMPDIR");
  }

  void put_program(const std::string& name, const std::string& script) const {
    const fs::path file = folder_.write("bin/" + name, "#!/bin/sh\nPATH=/usr/bin:/bin\n" + script);
    chmod(file.c_str(), 0755);
  }

  bool left_nothing() const { return fs::is_empty(folder_ / "tmp"); }

  // Runs the program "p", which finds its input as $1/in and is to make $1/out.
  std::string run(std::string_view bytes, std::chrono::seconds limit = std::chrono::seconds(300)) const {
    return convert({folder_ / "bin/p", "in", "out",
                    [](const fs::path& folder) { return std::vector<std::string>{folder.string()}; }, limit},
                   bytes, "a.doc");
  }

  test::TestFolder folder_;
  std::string path_;
};

}  // namespace soat::document
