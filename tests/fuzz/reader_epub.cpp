#include <string>

#include "../unit/document/archive_builder.h"
#include "reader.h"

// What stands before the first zero byte is the package document, the rest a chapter, so that the mutations meet XML
// and not a compressed archive.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = view(data, size);
  const std::size_t middle = bytes.find('\0') == std::string_view::npos ? bytes.size() : bytes.find('\0');
  const std::string chapter(middle == bytes.size() ? std::string_view() : bytes.substr(middle + 1));
  fuzz_reader(soat::document::make_archive(
                  {{"META-INF/container.xml", "<container><rootfile full-path=\"p/a.opf\"/></container>"},
                   {"p/a.opf", std::string(bytes.substr(0, middle))},
                   {"p/a.xhtml", chapter}}),
              soat::document::Format::epub);
  return 0;
}
