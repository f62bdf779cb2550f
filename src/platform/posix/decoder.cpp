#include "platform/decoder.h"

#include <iconv.h>

#include <array>
#include <cerrno>
#include <cstdint>

namespace soat::platform {

struct Decoder::State {
  iconv_t handle;
};

Decoder::Decoder(const std::string& encoding) {
  if (encoding.empty()) return;  // would be the locale's
  const iconv_t handle = iconv_open("UTF-8", encoding.c_str());
  // It gives -1 as a pointer when it fails.
  if (reinterpret_cast<std::intptr_t>(handle) != -1) state_ = std::make_unique<State>(State{handle});
}

Decoder::~Decoder() {
  if (state_) iconv_close(state_->handle);
}

std::string Decoder::decode(std::string_view bytes, std::optional<std::size_t>& fault) const {
  std::string out;
  std::array<char, std::size_t{64} << 10> buffer;
  char* from = const_cast<char*>(bytes.data());  // iconv does not write to its input
  std::size_t left = bytes.size();
  while (true) {
    char* to = buffer.data();
    std::size_t room = buffer.size();
    const bool at_end = left == 0;
    const std::size_t result = iconv(state_->handle, at_end ? nullptr : &from, at_end ? nullptr : &left, &to, &room);
    const int error = errno;
    out.append(buffer.data(), buffer.size() - room);
    if (result != static_cast<std::size_t>(-1)) {
      if (at_end) return out;
    } else if (error != E2BIG) {
      fault = bytes.size() - left;
      return out;
    }
  }
}

}  // namespace soat::platform
