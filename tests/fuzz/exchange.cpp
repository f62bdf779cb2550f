// Any bytes at all as a file with sources of each kind: items or soat::Error, and what was read can be written.
#include "citation/exchange/exchange.h"

#include <cstdint>
#include <string_view>

#include "text/error.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const char* kinds[] = {"a.bib", "a.ris", "a.json", "a.html", "a.enw", "a.nbib", "a.rdf", "a.xml"};
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  try {
    const auto items = soat::citation::read_sources(bytes, kinds[data[0] % 8]);
    soat::citation::write_biblatex(items);
    soat::citation::write_bibtex(items);
    soat::citation::write_ris(items);
  } catch (const soat::Error&) {
  }
  return 0;
}
