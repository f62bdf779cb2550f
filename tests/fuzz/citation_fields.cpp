// Any bytes at all as the names of marks and sections in a document, a line each.
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "citation/zotero/field_review.h"
#include "citation/zotero/foreign_field.h"

namespace zotero = soat::citation::zotero;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  std::vector<zotero::Field> fields;
  while (!rest.empty() && fields.size() < 64) {
    const auto end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    const char* start = fields.size() % 3 == 2 ? "ZOTERO_BIBL " : "ZOTERO_ITEM CSL_CITATION ";
    fields.push_back({start + std::string(line), std::string(line.substr(line.size() / 2))});
    const bool foreign = fields.size() % 4 == 0;
    if (foreign) fields.back() = {std::string(line), {}, false, zotero::read_foreign(line)};
    zotero::read_content_tags(line);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  }
  const auto review = zotero::review_fields(fields);
  for (const auto& problem : review.problems) {
    if (problem.field >= fields.size()) std::abort();
  }
  for (const auto& [field, line] : review.unlisted_lines) {
    if (field >= fields.size()) std::abort();
  }
  return 0;
}
