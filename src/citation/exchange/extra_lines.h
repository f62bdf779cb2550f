#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace soat::citation {

// What a format has no field for, as Zotero has it in "Extra" and we in the notes of RIS, a line each: "PMID: 123",
// "original-date: 1950", "director: Nguyễn || Văn An". Adds to a CSL-JSON item what such lines say and it lacks; other
// lines become its note.
void add_extra(nlohmann::json& item, const std::string& extra);

// Whether a line is one that extra_lines() writes.
bool is_extra_line(std::string_view line);

// What `item` says and `kept` does not, as such lines, with a line feed behind each.
std::string extra_lines(const nlohmann::json& item, const nlohmann::json& kept);

}  // namespace soat::citation
