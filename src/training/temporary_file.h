#pragma once

#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <span>

namespace soat::training {

// A file of plain records for the trainer, removed from disk when this object goes. All members throw soat::Error
// naming the file when the disk is full or cannot be read.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::filesystem::path& folder);
  ~TemporaryFile();
  TemporaryFile(TemporaryFile&& other) noexcept;

  void write(std::span<const std::byte> bytes);

  // Back to the start, for reading; what was written is flushed first.
  void rewind();

  // Fills as much of bytes as the file still has and gives the number of bytes read.
  std::size_t read(std::span<std::byte> bytes);

 private:
  struct Closer {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  std::filesystem::path path_;
  bool named_ = true;
  std::unique_ptr<std::FILE, Closer> file_;
};

}  // namespace soat::training
