#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace soat::model {

// 64-bit checksum of bytes: four lanes of multiply and rotate as in xxHash64 (Collet 2012), several bytes a cycle, so
// that a model is verified in a few milliseconds when it is opened. Not for keeping out an attacker.
std::uint64_t checksum(std::span<const std::byte> bytes);

}  // namespace soat::model
