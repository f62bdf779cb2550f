// Any bytes at all as a citation style: checked, or soat::Error.
#include <cstdint>
#include <string>

#include "citation/csl/style_check.h"
#include "text/error.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    soat::citation::check_style(std::string(reinterpret_cast<const char*>(data), size), "a.csl");
  } catch (const soat::Error&) {
  }
  return 0;
}
