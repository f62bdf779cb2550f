#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "document/reader.h"
#include "text/error.h"

// Reads bytes as a document of the format; the paragraphs must lie in the text, and only soat::Error may come out.
inline void fuzz_reader(std::string_view bytes, std::optional<soat::document::Format> format) {
  try {
    const soat::document::Document document = soat::document::parse(bytes, "fuzz", format);
    std::size_t units = 0;
    for (const std::u16string_view paragraph : document.paragraphs()) units += paragraph.size();
    if (units > 8 * bytes.size() + 1'000'000) __builtin_trap();  // what is read must not swell
  } catch (const soat::Error&) {
  }
}

inline std::string_view view(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}
