#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace soat::model {

// What a user's own trusted texts teach: words, pairs and triples that come back in them. Kept as a text file that can
// be read and edited: a line that names the format, then "count TAB word word word" a line, then "end". Words are in
// small letters, with ^ before one that is capitalised inside sentences, + before one in capitals; classes are in angle
// brackets.
struct Additions {
  static constexpr unsigned kLongest = 3;  // words

  struct Entry {
    std::vector<std::string> words;  // 1..kLongest, UTF-8
    std::uint32_t count = 0;
  };
  std::vector<Entry> entries;  // a pair's words are entries too, a triple's pairs as well

  // Both throw soat::Error naming the file, the line and the reason.
  static Additions read(const std::filesystem::path& path);
  void write(const std::filesystem::path& path) const;
};

}  // namespace soat::model
