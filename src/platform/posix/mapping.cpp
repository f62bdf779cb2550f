#include "platform/mapping.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace soat::platform {
namespace {

// All of a file is read at once, for its checksum: one fault for each page costs more than reading them.
#ifdef MAP_POPULATE
constexpr int populate = MAP_POPULATE;
#else
constexpr int populate = 0;
#endif

}  // namespace

std::span<const std::byte> map_file(const std::filesystem::path& path, MappingFault& fault) {
  fault = MappingFault::none;
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) {
    fault = MappingFault::unopened;
    return {};
  }
  struct stat status {};
  if (::fstat(file, &status) != 0 || !S_ISREG(status.st_mode)) {
    ::close(file);
    fault = MappingFault::not_regular;
    return {};
  }
  const auto size = static_cast<std::size_t>(status.st_size);
  void* at = size == 0 ? nullptr : ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE | populate, file, 0);
  const int error = errno;
  ::close(file);
  if (at == MAP_FAILED) {
    errno = error;
    fault = MappingFault::unmapped;
    return {};
  }
  return {static_cast<const std::byte*>(at), size};
}

void unmap(std::span<const std::byte> bytes) noexcept {
  if (!bytes.empty()) ::munmap(const_cast<std::byte*>(bytes.data()), bytes.size());
}

}  // namespace soat::platform
