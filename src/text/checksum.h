#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace soat::text {

// 64-bit checksum of bytes: four lanes of multiply and rotate as in xxHash64 (Collet 2012), several bytes a cycle, so
// that the data is verified in a few milliseconds when it is opened. Bytes that differ in one place never have the same
// one. Not for keeping out an attacker. tools/tables.py has the same function.
std::uint64_t checksum(std::span<const std::byte> bytes);
inline std::uint64_t checksum(std::string_view text) {
  return checksum(std::as_bytes(std::span(text)));
}

// The sixteen digits, in small letters, by which tables name a checksum.
std::array<char, 16> checksum_digits(std::uint64_t checksum);

}  // namespace soat::text
