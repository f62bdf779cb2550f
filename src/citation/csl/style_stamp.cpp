#include "citation/csl/style_stamp.h"

#include <system_error>

namespace soat::citation {

std::vector<FileStamp> stamps_of(const std::vector<std::filesystem::path>& files) {
  std::vector<FileStamp> stamps;
  for (const std::filesystem::path& file : files) {
    std::error_code absent;
    FileStamp stamp;
    stamp.written = std::filesystem::last_write_time(file, absent);
    if (!absent) stamp.size = std::filesystem::file_size(file, absent);
    stamp.there = !absent;
    stamps.push_back(stamp.there ? stamp : FileStamp());
  }
  return stamps;
}

}  // namespace soat::citation
