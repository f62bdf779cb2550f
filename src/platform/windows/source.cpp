#include "platform/source.h"

#include <fcntl.h>
#include <io.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>
#include <thread>

#include "platform/windows/wide.h"

namespace soat::platform {

struct Source::Handle {
  int descriptor = -1;
  bool is_ours = false;
  Handle(int number, bool ours) : descriptor(number), is_ours(ours) {}
  ~Handle() {
    if (is_ours && descriptor >= 0) _close(descriptor);
  }

  HANDLE system() const { return reinterpret_cast<HANDLE>(_get_osfhandle(descriptor)); }

  // Only pipes tell what is there; files have it all, and a console is waited for.
  bool has_some() const {
    if (GetFileType(system()) != FILE_TYPE_PIPE) return true;
    DWORD there = 0;
    return !PeekNamedPipe(system(), nullptr, 0, nullptr, &there, nullptr) || there > 0;  // else its end is there
  }
};

Source::Source(int descriptor, bool is_ours) : handle_(std::make_unique<Handle>(descriptor, is_ours)) {}

Source::Source(const std::filesystem::path& file)
    : handle_(std::make_unique<Handle>(_wopen(file.c_str(), _O_RDONLY | _O_BINARY | _O_NOINHERIT), true)) {
  if (handle_->descriptor < 0) throw std::system_error(errno, std::generic_category());
}

Source::~Source() = default;

Source::State Source::read(std::string& bytes) {
  if (!handle_->has_some()) return State::waiting;
  std::array<char, std::size_t{64} << 10> buffer;
  DWORD got = 0;
  if (!ReadFile(handle_->system(), buffer.data(), static_cast<DWORD>(buffer.size()), &got, nullptr)) {
    const std::error_code failed = last_error();
    if (failed.value() == ERROR_BROKEN_PIPE || failed.value() == ERROR_HANDLE_EOF) return State::ended;
    throw std::system_error(failed);
  }
  bytes.append(buffer.data(), got);
  return got == 0 ? State::ended : State::ready;
}

void Source::wait_for_any(std::span<Source* const> sources, std::optional<std::chrono::milliseconds> limit) {
  using Clock = std::chrono::steady_clock;
  constexpr std::chrono::milliseconds longest_pause(10);
  const Clock::time_point end = Clock::now() + limit.value_or(std::chrono::hours(1));
  for (std::chrono::milliseconds pause(1); Clock::now() < end; pause = std::min(2 * pause, longest_pause)) {
    if (std::ranges::any_of(sources, [](const Source* source) { return source->handle_->has_some(); })) return;
    std::this_thread::sleep_for(pause);
  }
}

}  // namespace soat::platform
