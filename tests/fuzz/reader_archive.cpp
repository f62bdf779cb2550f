#include "reader.h"

// The archive itself, and all that decides what a file without a known name is.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz_reader(view(data, size), std::nullopt);
  return 0;
}
