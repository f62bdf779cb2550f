#include "reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz_reader(view(data, size), soat::document::Format::latex);
  return 0;
}
