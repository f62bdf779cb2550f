#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

// Fuzzer bytes as UTF-16 units, low byte first; an odd last byte is left out.
inline std::u16string utf16_input(const std::uint8_t* data, std::size_t size) {
  std::u16string text;
  text.reserve(size / 2);
  for (std::size_t i = 0; i + 1 < size; i += 2) text.push_back(static_cast<char16_t>(data[i] | data[i + 1] << 8));
  return text;
}
