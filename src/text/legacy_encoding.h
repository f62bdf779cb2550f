#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Encodings of Vietnamese from before Unicode, to and from UTF-16.
namespace soat::text {

enum class LegacyEncoding : std::uint8_t {
  tcvn3,  // TCVN 5712:1993, VN3 ("ABC" fonts, .VnTime). It has no capitals with a tone: a capital font shows the small
          // ones
  vni,    // VNI for Windows (VNI-Times): a letter, then a character that is its mark
  viqr,   // RFC 1456: ASCII with marks typed after the letter, a backslash before what is no mark
  windows_1258  // Microsoft's code page: letters with quality marks composed, most tones combining
};

// "tcvn3" "vni" "viqr" "windows-1258", as `soat convert --from` takes them.
std::string_view name(LegacyEncoding encoding);
std::optional<LegacyEncoding> legacy_encoding_from_name(std::string_view name);

// Bytes of the encoding to composed UTF-16. A byte that stands for nothing becomes U+FFFD. TCVN3 letters in a word
// whose ASCII letters are two or more capitals and no small ones become capitals.
std::u16string decode_legacy(std::string_view bytes, LegacyEncoding encoding);

struct EncodedText {
  std::string bytes;
  std::size_t unmappable = 0;  // code points that the encoding lacks, written "?"
};

// UTF-16 to bytes of the encoding. Capitals with a tone lose their case in TCVN3, as its fonts require; they do not
// count as unmappable.
EncodedText encode_legacy(std::u16string_view text, LegacyEncoding encoding);

// Text of the encoding that was taken for Latin-1 or Windows-1252 and so became Unicode characters ("ViÖt Nam", "Vieät
// Nam"; VIQR is ASCII in any case), put right. Characters that no byte of the encoding explains stay.
std::u16string decode_misread(std::u16string_view text, LegacyEncoding encoding);

// The same, and for each unit of the result the place in text of the unit that it comes from (of its letter, where a
// mark has joined it).
std::u16string decode_misread(std::u16string_view text, LegacyEncoding encoding, std::vector<std::uint32_t>& places);

}  // namespace soat::text
