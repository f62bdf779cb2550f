#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "text/message.h"

namespace soat::document {

// The text that the bytes of a file hold: UTF-8, or UTF-16 when they begin with its byte order mark. A byte order mark
// is left out. Throws soat::Error with name, byte (from 0) and line (from 1) for what is neither: bytes that are not
// UTF-8, lone surrogates, half a unit at the end, and zero bytes, which no text file has.
std::u16string decode_text(std::string_view bytes, const std::string& name);

// Throws like decode_text for UTF-8.
void require_utf8(std::string_view bytes, const std::string& name);

// The same for the beginning of a file that goes on: a last character that is cut off is no fault.
void require_utf8_start(std::string_view bytes, const std::string& name);

// Throws like decode_text for zero bytes.
void refuse_zero_bytes(std::string_view bytes, const std::string& name);

// Throws soat::Error "name: byte N (line M): reason" for a place in the bytes of a file.
[[noreturn]] void fail_at(std::string_view bytes, std::size_t byte, const std::string& name,
                          const text::Message& reason);

}  // namespace soat::document
