#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace soat::text {

// All bytes of a regular file. Throws soat::Error, which names the file and the reason, when it cannot be read or is
// larger than `largest` bytes.
std::string read_file(const std::filesystem::path& path, std::uintmax_t largest);

}  // namespace soat::text
