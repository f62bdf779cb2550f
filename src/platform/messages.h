#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>

namespace soat::platform {

// Messages between two processes of this program: how many bytes, then these.

// write(bytes, size): writes all of them; false when nobody reads them any more.
template <class Write>
bool write_message(const Write& write, const std::string& message) {
  const std::uint64_t size = message.size();
  std::array<char, sizeof size> head = {};
  std::memcpy(head.data(), &size, sizeof size);
  return write(head.data(), head.size()) && write(message.data(), message.size());
}

// read(bytes, size): reads as many; false when no more come.
template <class Read>
bool read_message(const Read& read, std::string& message) {
  std::uint64_t size = 0;
  std::array<char, sizeof size> head = {};
  if (!read(head.data(), head.size())) return false;
  std::memcpy(&size, head.data(), sizeof size);
  message.resize(size);
  return read(message.data(), message.size());
}

// The message that received bytes begin with; nothing while it is not there as a whole.
inline std::optional<std::string> whole_message(const std::string& received) {
  std::uint64_t size = 0;
  if (received.size() < sizeof size) return std::nullopt;
  std::memcpy(&size, received.data(), sizeof size);
  if (received.size() - sizeof size < size) return std::nullopt;
  return received.substr(sizeof size, size);
}

}  // namespace soat::platform
