#include "platform/source.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <system_error>
#include <vector>

namespace soat::platform {

struct Source::Handle {
  int descriptor = -1;
  bool is_ours = false;
  Handle(int number, bool ours) : descriptor(number), is_ours(ours) {}
  ~Handle() {
    if (is_ours && descriptor >= 0) close(descriptor);
  }
};

Source::Source(int descriptor, bool is_ours) : handle_(std::make_unique<Handle>(descriptor, is_ours)) {}

Source::Source(const std::filesystem::path& file)
    : handle_(std::make_unique<Handle>(open(file.c_str(), O_RDONLY | O_CLOEXEC), true)) {
  if (handle_->descriptor < 0) throw std::system_error(errno, std::generic_category());
}

Source::~Source() = default;

Source::State Source::read(std::string& bytes) {
  std::array<char, std::size_t{64} << 10> buffer;
  while (true) {
    pollfd one = {handle_->descriptor, POLLIN, 0};
    if (poll(&one, 1, 0) == 0) return State::waiting;
    const ssize_t got = ::read(handle_->descriptor, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw std::system_error(errno, std::generic_category());
    bytes.append(buffer.data(), static_cast<std::size_t>(got));
    return got == 0 ? State::ended : State::ready;
  }
}

void Source::wait_for_any(std::span<Source* const> sources, std::optional<std::chrono::milliseconds> limit) {
  std::vector<pollfd> polled;
  for (const Source* const source : sources) polled.push_back({source->handle_->descriptor, POLLIN, 0});
  const int timeout = limit ? static_cast<int>(std::clamp<std::int64_t>(limit->count(), 0, 60'000)) : -1;
  if (poll(polled.data(), polled.size(), timeout) < 0 && errno != EINTR)
    throw std::system_error(errno, std::generic_category());
}

}  // namespace soat::platform
