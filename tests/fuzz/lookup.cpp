// Any bytes at all as pasted text and as a service's answer for each kind of identifier: items, null or soat::Error.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "citation/lookup/answer.h"
#include "citation/lookup/pasted.h"
#include "text/error.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  using Kind = soat::citation::Identifier::Kind;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  for (const auto& one : soat::citation::identifiers_in(bytes)) {
    if (one.value.empty() || soat::citation::question_for(one, {}).address.empty()) std::abort();
  }
  try {
    soat::citation::read_answer({static_cast<Kind>(data[0] % 4), "10.5/a"}, bytes);
  } catch (const soat::Error&) {
  }
  return 0;
}
