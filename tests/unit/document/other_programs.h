#pragma once

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "document/converter.h"
#include "support/environment.h"
#include "support/test_folder.h"

namespace soat::document {

namespace fs = std::filesystem;

// Programs are looked for in a folder of the test's own, and so are temporary folders made.
class OtherPrograms : public testing::Test {
 protected:
  OtherPrograms() {
    fs::create_directory(folder_ / "bin");
    fs::create_directory(folder_ / "tmp");
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
  const test::Variable path_{"PATH", (folder_ / "bin").string().c_str()};
  const test::Variable temporary_{"TMPDIR", (folder_ / "tmp").string().c_str()};
};

}  // namespace soat::document
