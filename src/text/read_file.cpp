#include "text/read_file.h"

#include <fstream>
#include <system_error>

#include "text/error.h"
#include "text/system_error.h"
#include "texts/error.h"

namespace soat::text {

std::string read_file(const std::filesystem::path& path, std::uintmax_t largest) {
  std::error_code failed;
  const std::uintmax_t size = std::filesystem::file_size(path, failed);
  if (failed) throw Error(texts::error_file_unreadable_why, path.string(), system_error(failed));
  if (size > largest) {
    throw Error(texts::error_file_unreadable_large, path.string(), largest >> 20);
  }
  std::ifstream in(path, std::ios::binary);
  std::string bytes(static_cast<std::size_t>(size), '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!in) throw Error(texts::error_file_unreadable_rights, path.string());
  return bytes;
}

}  // namespace soat::text
