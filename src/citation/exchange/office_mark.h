#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <string_view>

namespace soat::citation {

// The fields of LibreOffice's own bibliography marks, as OpenDocument names them (ODF 1.3, part 3, 7.1.4).
std::span<const std::string_view> office_mark_fields();

// The name in OpenDocument of a field as LibreOffice's programming interface calls it ("BibiliographicType",
// "Report_Type", "URL"), and of a kind of work by its number there; empty for unknown ones.
std::string_view office_mark_field(std::string_view name);
std::string_view office_mark_type(int number);

// The source that a mark describes, as a CSL-JSON item. `values` by the names of office_mark_fields(); their meaning is
// BibTeX's, their text plain.
nlohmann::json item_of_office_mark(const std::map<std::string, std::string>& values);

}  // namespace soat::citation
