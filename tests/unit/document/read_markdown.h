#pragma once

#include <string_view>

#include "document/reader.h"
#include "expect.h"

// Markdown read, for tests.
namespace soat::document {

inline Document read_markdown(std::string_view text) {
  return parse(text, "a.md", Format::markdown);
}

inline Texts read_lines(std::string_view text) {
  return texts(read_markdown(text));
}

}  // namespace soat::document
