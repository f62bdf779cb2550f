#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace soat::document {

// A ZIP archive held in memory, read only. Every failure throws soat::Error that names the file.
class Archive {
 public:
  // bytes must outlive the archive. Throws when they are no ZIP archive.
  Archive(std::string_view bytes, std::string name);
  ~Archive();
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;

  // Parts are found whatever the case of their letters.
  bool has(const std::string& part) const;

  // The names of all parts, in the order of the archive.
  std::vector<std::string> names() const;

  // Unpacks a part piece by piece. Throws when it is missing, damaged, encrypted, or unpacks to more than limit bytes,
  // so that a small file made to swell cannot fill the memory.
  void read(const std::string& part, std::size_t limit, const std::function<void(std::string_view)>& sink) const;

 private:
  struct Handle;
  std::string name_;
  std::unique_ptr<Handle> handle_;
};

}  // namespace soat::document
