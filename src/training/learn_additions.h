#pragma once

#include <cstdint>
#include <filesystem>
#include <span>

#include "model/additions.h"

namespace soat::training {

// Counts words, pairs and triples of texts (UTF-8, one paragraph a line, plain or xz) that were seen `minimum` times.
// Throws soat::Error when a text cannot be read or nothing in it comes back so often.
model::Additions learn_additions(std::span<const std::filesystem::path> texts, std::uint32_t minimum = 3);

}  // namespace soat::training
