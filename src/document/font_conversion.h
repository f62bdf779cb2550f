#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "text/legacy_encoding.h"

namespace soat::document {

struct ConvertedDocument {
  std::string bytes;           // the whole file
  std::size_t paragraphs = 0;  // that were converted
};

// An .odt or .docx document with the text of encodings from before Unicode turned into Unicode, and their fonts into
// those that stand for them, in text, notes, tables, headers, frames, comments and styles. Told by the font; in
// paragraphs without such a font by the text. All else stays as it is. only: that encoding alone. Throws soat::Error
// (name, part, line, reason) for what is no such document, damaged or too large.
ConvertedDocument convert_fonts(std::string_view bytes, const std::string& name,
                                std::optional<text::LegacyEncoding> only = {});

}  // namespace soat::document
