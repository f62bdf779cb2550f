#pragma once

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "text/legacy_detection.h"
#include "text/legacy_encoding.h"

// Bytes decode to no more characters than there are bytes; and text that encodes without loss comes back as it was.
inline void check_converter(const std::uint8_t* data, std::size_t size, soat::text::LegacyEncoding encoding) {
  using namespace soat::text;
  const std::string bytes(data, data + size);
  const std::u16string text = decode_legacy(bytes, encoding);
  if (text.size() > bytes.size()) std::abort();
  std::u16string units;
  for (const char byte : bytes) units.push_back(static_cast<unsigned char>(byte));
  decode_misread(units, encoding);
  detect_misread(units);
  const EncodedText encoded = encode_legacy(text, encoding);
  // TCVN3 gives up the case of capitals with a tone.
  if (encoded.unmappable == 0 && encoding != LegacyEncoding::tcvn3 && decode_legacy(encoded.bytes, encoding) != text)
    std::abort();
}
