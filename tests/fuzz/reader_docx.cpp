#include <string>

#include "../unit/document/archive_builder.h"
#include "reader.h"

// The input is word/document.xml, so that the mutations meet XML and not a compressed archive.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string content(view(data, size));
  fuzz_reader(soat::document::make_archive({{"word/document.xml", content}}), soat::document::Format::docx);
  return 0;
}
