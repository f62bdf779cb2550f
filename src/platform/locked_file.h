#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string_view>

namespace soat::platform {

// A file that only this process writes. Members throw std::system_error.
class LockedFile {
 public:
  // Makes it if it is not there. Throws with std::errc::resource_unavailable_try_again when another process has it.
  explicit LockedFile(const std::filesystem::path& path);
  ~LockedFile();
  LockedFile(const LockedFile&) = delete;
  LockedFile& operator=(const LockedFile&) = delete;

  std::uintmax_t size() const;
  // Cuts it off; what is written next stands behind that.
  void cut(std::uintmax_t size);
  // Right away, behind what was written before; from the beginning at first.
  void write(std::string_view bytes);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace soat::platform
