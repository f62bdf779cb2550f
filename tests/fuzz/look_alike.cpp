// Any UTF-16: spans in order and inside the text; repairing does not fail.
#include "text/look_alike.h"

#include <cstdlib>

#include "utf16_input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace soat::text;
  const std::u16string text = utf16_input(data, size);
  std::vector<LookAlikeSpan> spans;
  find_look_alikes(text, spans);
  std::uint32_t end = 0;
  for (const LookAlikeSpan& span : spans) {
    if (span.start < end || span.end <= span.start || span.end > text.size()) std::abort();
    end = span.end;
  }
  repair_look_alikes(text);
  return 0;
}
