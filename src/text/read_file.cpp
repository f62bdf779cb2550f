#include "text/read_file.h"

#include <fstream>
#include <system_error>

#include "text/error.h"

namespace soat::text {

std::string read_file(const std::filesystem::path& path, std::uintmax_t largest) {
  std::error_code failed;
  const std::uintmax_t size = std::filesystem::file_size(path, failed);
  if (failed) throw Error(path.string() + ": cannot be read: " + failed.message());
  if (size > largest) {
    throw Error(path.string() + ": cannot be read: larger than " + std::to_string(largest >> 20) + " MB");
  }
  std::ifstream in(path, std::ios::binary);
  std::string bytes(static_cast<std::size_t>(size), '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!in) throw Error(path.string() + ": cannot be read; check its permissions");
  return bytes;
}

}  // namespace soat::text
