#include "converter.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  check_converter(data, size, soat::text::LegacyEncoding::vni);
  return 0;
}
