// Any bytes at all as the name of a mark and as preferences.
#include <cstdint>
#include <string_view>

#include "citation/zotero/codec.h"
#include "text/error.h"

namespace zotero = soat::citation::zotero;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (const auto code = zotero::read_code(text)) {
    zotero::Json citation = zotero::modern_citation(code->data);
    zotero::complete_items(citation);
    zotero::item_name(citation, "0123456789");
  }
  try {
    zotero::write_preferences(zotero::read_preferences(text));
  } catch (const soat::Error&) {
  }
  return 0;
}
