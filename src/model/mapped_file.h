#pragma once

#include <cstddef>
#include <filesystem>
#include <span>

namespace soat::model {

// A whole file mapped into memory for reading.
class MappedFile {
 public:
  MappedFile() = default;
  // Throws soat::Error when the file cannot be opened or mapped. An empty file gives no bytes.
  explicit MappedFile(const std::filesystem::path& path);
  ~MappedFile();
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;

  std::span<const std::byte> bytes() const { return bytes_; }

 private:
  std::span<const std::byte> bytes_;
};

}  // namespace soat::model
