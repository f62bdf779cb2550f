// Any UTF-16 at all: the ranges of references lie in the text, in order and apart, with their parts inside.
#include "reference/legal_reference.h"

#include <cstdint>
#include <cstdlib>

#include "utf16_input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::u16string text = utf16_input(data, size);
  std::size_t end = 0;
  for (const auto& found : soat::reference::find_legal_references(text)) {
    if (found.start < end || found.end <= found.start || found.end > text.size() || found.genre.empty()) std::abort();
    if (found.number_end > found.end || found.number_start > found.number_end) std::abort();
    if (found.date_end > found.end || found.date_start > found.date_end) std::abort();
    end = found.end;
  }
  soat::reference::parse_legal_reference(text);
  return 0;
}
