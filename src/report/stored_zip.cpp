#include "report/stored_zip.h"

#include <array>
#include <cstddef>

namespace soat::report {

namespace {

// CRC-32 as ZIP archives have it (reflected, 0xEDB88320).
std::uint32_t crc_of(std::string_view bytes) {
  static const auto table = [] {
    std::array<std::uint32_t, 256> made{};
    for (std::uint32_t i = 0; i < made.size(); ++i) {
      std::uint32_t value = i;
      for (int bit = 0; bit < 8; ++bit) value = (value & 1U) != 0 ? 0xEDB88320U ^ (value >> 1U) : value >> 1U;
      made[i] = value;
    }
    return made;
  }();
  std::uint32_t crc = 0xFFFFFFFFU;
  for (const char byte : bytes) crc = table[(crc ^ static_cast<unsigned char>(byte)) & 0xFFU] ^ (crc >> 8U);
  return crc ^ 0xFFFFFFFFU;
}

// Little endian.
void put(std::string& out, std::size_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xFFU);
}

// What the local header and the directory say alike: version 2.0, names in UTF-8, not packed, 1 January 1980.
void put_common(std::string& out, std::string_view name, std::string_view bytes) {
  put(out, 20, 2);
  put(out, 0x0800, 2);
  put(out, 0, 2);
  put(out, 0, 2);
  put(out, 0x0021, 2);
  put(out, crc_of(bytes), 4);
  put(out, bytes.size(), 4);
  put(out, bytes.size(), 4);
  put(out, name.size(), 2);
  put(out, 0, 2);
}

}  // namespace

void StoredZip::add(std::string_view name, std::string_view bytes) {
  directory_ += "PK\x01\x02";
  put(directory_, 20, 2);
  put_common(directory_, name, bytes);
  put(directory_, 0, 2);  // comment
  put(directory_, 0, 2);  // disk
  put(directory_, 0, 2);
  put(directory_, 0, 4);
  put(directory_, parts_.size(), 4);
  directory_ += name;
  parts_ += "PK\x03\x04";
  put_common(parts_, name, bytes);
  parts_ += name;
  parts_ += bytes;
  ++count_;
}

std::string StoredZip::finish() {
  std::string out = std::move(parts_);
  const std::size_t start = out.size();
  const std::size_t size = directory_.size();
  out += directory_;
  out += "PK\x05\x06";
  put(out, 0, 2);
  put(out, 0, 2);
  put(out, count_, 2);
  put(out, count_, 2);
  put(out, size, 4);
  put(out, start, 4);
  put(out, 0, 2);
  return out;
}

}  // namespace soat::report
