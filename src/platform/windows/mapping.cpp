#include "platform/mapping.h"

#include <cerrno>

#include "platform/windows/wide.h"

namespace soat::platform {

std::span<const std::byte> map_file(const std::filesystem::path& path, MappingFault& fault) {
  fault = MappingFault::none;
  std::error_code failed;
  if (std::filesystem::is_directory(path, failed)) {
    fault = MappingFault::not_regular;
    return {};
  }
  // The file may be replaced or removed while it is mapped, as far as Windows lets it.
  const Handle file(CreateFileW(path.c_str(), GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                                nullptr, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr));
  if (!file) {
    errno = errno_of(last_error());
    fault = MappingFault::unopened;
    return {};
  }
  LARGE_INTEGER size = {};
  if (GetFileType(file.get()) != FILE_TYPE_DISK || !GetFileSizeEx(file.get(), &size)) {
    fault = MappingFault::not_regular;
    return {};
  }
  if (size.QuadPart == 0) return {};
  const Handle mapping(CreateFileMappingW(file.get(), nullptr, PAGE_READONLY, 0, 0, nullptr));
  const void* const at = mapping ? MapViewOfFile(mapping.get(), FILE_MAP_READ, 0, 0, 0) : nullptr;
  if (at == nullptr) {
    errno = errno_of(last_error());
    fault = MappingFault::unmapped;
    return {};
  }
  return {static_cast<const std::byte*>(at), static_cast<std::size_t>(size.QuadPart)};
}

void unmap(std::span<const std::byte> bytes) noexcept {
  if (!bytes.empty()) UnmapViewOfFile(bytes.data());
}

}  // namespace soat::platform
