#pragma once

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <span>
#include <string>
#include <vector>

#include "training/trainer.h"

namespace soat::fuzz {

// A small sound language model.
inline std::vector<std::byte> small_model() {
  std::string folder = (std::filesystem::temp_directory_path() / "soat-fuzz-XXXXXX").string();
  if (::mkdtemp(folder.data()) == nullptr) std::abort();
  const std::filesystem::path path(folder);
  std::ofstream(path / "text") << [] {
    std::string text;
    for (int i = 0; i < 30; ++i)
      text += "Hôm nay trời đẹp, tôi đi chợ mua cá.\nChị Lan hôm nay uống cà phê với bạn ở Hà Nội.\n";
    return text;
  }();
  const std::array texts{path / "text"};
  training::TrainingOptions options;
  options.memory = 1;
  training::train(texts, path / "model", options);
  std::ifstream file(path / "model", std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  std::filesystem::remove_all(path);
  std::vector<std::byte> result(bytes.size());
  std::memcpy(result.data(), bytes.data(), bytes.size());
  return result;
}

// A copy of `sound` after changes of three bytes each: a place, higher byte first, and what stands there afterwards. At
// an address that is a multiple of 8 and with no room behind it, so that reading past the end is seen.
inline std::vector<std::byte> damaged(std::span<const std::byte> sound, std::span<const std::uint8_t> changes) {
  std::vector<std::byte> bytes(sound.begin(), sound.end());
  for (std::size_t i = 0; i + 3 <= changes.size() && !bytes.empty(); i += 3) {
    bytes[(std::size_t{changes[i]} << 8 | changes[i + 1]) % bytes.size()] = static_cast<std::byte>(changes[i + 2]);
  }
  return bytes;
}

}  // namespace soat::fuzz
