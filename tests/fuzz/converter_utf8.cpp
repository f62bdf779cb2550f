// Any bytes: valid UTF-8 survives a round trip, and what is not is made valid; code point offsets agree with a count.
#include <cstdint>
#include <cstdlib>

#include "text/utf.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace soat::text;
  const std::string bytes(data, data + size);
  const std::u16string text = to_utf16(bytes);
  const std::string again = to_utf8(text);
  if (find_invalid_utf8(again)) std::abort();
  if (!find_invalid_utf8(bytes) && again != bytes) std::abort();
  const CodePointOffsets offsets(text);
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) {
    if (offsets.to_code_points(at) != count || offsets.to_units(count) != at) std::abort();
    next_code_point(text, at);
  }
  return 0;
}
