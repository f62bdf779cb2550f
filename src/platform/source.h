#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>

namespace soat::platform {

// Bytes that come from outside, as they come.
class Source {
 public:
  enum class State { ready, waiting, ended };

  // Of a descriptor of the C library; it is closed by us if it is ours.
  Source(int descriptor, bool is_ours);
  // Of a file, to be read from its beginning. Throws std::system_error.
  explicit Source(const std::filesystem::path& file);
  ~Source();
  Source(const Source&) = delete;
  Source& operator=(const Source&) = delete;

  // Adds some of what is there to bytes, or tells that nothing is there yet, or that no more comes. A terminal may be
  // waited for. Throws std::system_error.
  State read(std::string& bytes);

  // Returns when one of the sources has bytes or has ended, or when the time is over (nothing: no limit); now and then
  // before.
  static void wait_for_any(std::span<Source* const> sources, std::optional<std::chrono::milliseconds> limit);

 private:
  struct Handle;
  std::unique_ptr<Handle> handle_;
};

}  // namespace soat::platform
