#include "converter.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  check_converter(data, size, soat::text::LegacyEncoding::windows_1258);
  return 0;
}
