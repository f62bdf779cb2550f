#pragma once

#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <string_view>
#include <system_error>

namespace soat::test {

// A folder of its own for one test, removed afterwards. Tests run side by side, so no two may share a name; the name
// holds spaces and a letter outside ASCII, as users' folders do.
class TestFolder {
 public:
  TestFolder() {
    std::random_device random;
    do {
      path_ = std::filesystem::temp_directory_path() / ("soát test " + std::to_string(random()));
    } while (!std::filesystem::create_directory(path_));
  }
  ~TestFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;

  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
  const std::filesystem::path& path() const { return path_; }

  // Writes a file and gives its path.
  std::filesystem::path write(const std::string& name, std::string_view bytes) const {
    std::ofstream(path_ / name, std::ios::binary) << bytes;
    return path_ / name;
  }

  // Has a file of another folder here, too: a link to it, or a copy where links cannot be made.
  void take(const std::filesystem::path& file) const {
    std::error_code failed;
    std::filesystem::create_symlink(file, path_ / file.filename(), failed);
    if (failed) std::filesystem::copy_file(file, path_ / file.filename());
  }

 private:
  std::filesystem::path path_;
};

}  // namespace soat::test
