#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string_view>

#include "document/reader.h"
#include "text/error.h"

// No program of the system reads what begins as its formats do.
inline const bool has_no_programs = setenv("PATH", "/nowhere", 1) == 0;

// Reads bytes as a document of the format; the paragraphs must lie in the text, and only soat::Error may come out.
inline void fuzz_reader(std::string_view bytes, std::optional<soat::document::Format> format) {
  try {
    const soat::document::Document document = soat::document::parse(bytes, "fuzz", format);
    std::size_t units = 0;
    for (const std::u16string_view paragraph : document.paragraphs()) units += paragraph.size();
    const auto paragraphs = document.paragraphs();
    const auto originals = document.originals();
    if (originals.size() != paragraphs.size()) __builtin_trap();
    for (std::size_t p = 0; p < paragraphs.size(); ++p) {
      for (const std::size_t start : {std::size_t{0}, paragraphs[p].size() / 2, paragraphs[p].size()}) {
        const auto range = document.original_range(p, start, paragraphs[p].size());
        if (range.first > range.second || range.second > originals[p].size()) __builtin_trap();
      }
    }
    if (units > 8 * bytes.size() + 1'000'000) __builtin_trap();  // what is read must not swell
  } catch (const soat::Error&) {
  }
}

inline std::string_view view(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}
