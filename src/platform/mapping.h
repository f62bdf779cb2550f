#pragma once

#include <cstddef>
#include <filesystem>
#include <span>

namespace soat::platform {

enum class MappingFault { none, unopened, not_regular, unmapped };

// A plain file mapped into memory for reading; no bytes for an empty one. fault says what failed, and errno why.
std::span<const std::byte> map_file(const std::filesystem::path& path, MappingFault& fault);

// Takes back what map_file gave, unless it is empty.
void unmap(std::span<const std::byte> bytes) noexcept;

}  // namespace soat::platform
