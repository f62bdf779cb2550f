#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

namespace soat::citation {

// By what a file is seen to have changed: when it was last written, and its size.
struct FileStamp {
  bool there = false;
  std::filesystem::file_time_type written;
  std::uintmax_t size = 0;

  bool operator==(const FileStamp&) const = default;
};

// One for each file. Reads none of them.
std::vector<FileStamp> stamps_of(const std::vector<std::filesystem::path>& files);

}  // namespace soat::citation
