#include <string>

#include "../unit/document/archive_builder.h"
#include "reader.h"

// What stands before the first zero byte is styles.xml, the rest content.xml, so that the mutations meet XML and not a
// compressed archive.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = view(data, size);
  const std::size_t middle = bytes.find('\0') == std::string_view::npos ? 0 : bytes.find('\0');
  const std::string styles(middle == 0 ? std::string_view("<a/>") : bytes.substr(0, middle));
  const std::string content(bytes.substr(middle == 0 ? 0 : middle + 1));
  fuzz_reader(soat::document::make_archive({{"styles.xml", styles}, {"content.xml", content}}),
              soat::document::Format::odt);
  return 0;
}
