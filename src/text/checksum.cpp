#include "text/checksum.h"

#include <array>
#include <bit>
#include <cstring>

#include "text/ascii.h"

namespace soat::text {

namespace {

constexpr std::uint64_t kPrime1 = 0x9E3779B185EBCA87;
constexpr std::uint64_t kPrime2 = 0xC2B2AE3D27D4EB4F;
constexpr std::uint64_t kPrime3 = 0x165667B19E3779F9;

std::uint64_t load(const std::byte* at) {
  std::uint64_t value = 0;
  std::memcpy(&value, at, sizeof value);
  return value;
}

std::uint64_t round(std::uint64_t lane, std::uint64_t value) {
  return std::rotl(lane + value * kPrime2, 31) * kPrime1;
}

}  // namespace

std::uint64_t checksum(std::span<const std::byte> bytes) {
  std::array<std::uint64_t, 4> lane{kPrime1 + kPrime2, kPrime2, 0, 0 - kPrime1};
  const std::byte* at = bytes.data();
  std::size_t left = bytes.size();
  for (; left >= 32; left -= 32, at += 32) {
    for (std::size_t i = 0; i < 4; ++i) lane[i] = round(lane[i], load(at + 8 * i));
  }
  std::uint64_t hash = std::rotl(lane[0], 1) + std::rotl(lane[1], 7) + std::rotl(lane[2], 12) + std::rotl(lane[3], 18);
  hash += bytes.size();
  for (; left >= 8; left -= 8, at += 8) hash = std::rotl(hash ^ round(0, load(at)), 27) * kPrime1 + kPrime3;
  for (; left > 0; --left, ++at) hash = std::rotl(hash ^ (std::to_integer<std::uint64_t>(*at) * kPrime3), 11) * kPrime1;
  hash = (hash ^ hash >> 33) * kPrime2;
  hash = (hash ^ hash >> 29) * kPrime3;
  return hash ^ hash >> 32;
}

std::array<char, 16> checksum_digits(std::uint64_t checksum) {
  std::array<char, 16> digits{};
  for (std::size_t i = 0; i < digits.size(); ++i) digits[i] = hex_digit(checksum >> (60 - 4 * i));
  return digits;
}

}  // namespace soat::text
