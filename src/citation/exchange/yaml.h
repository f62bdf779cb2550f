#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace soat::citation {

// The YAML in which lists of sources are written (CSL-YAML, metadata of Pandoc's documents): block and flow
// collections, plain, quoted and block scalars, comments; the first document of a stream. Anchors, aliases, tags and
// complex keys, which such lists do not have, are refused. Plain scalars become numbers, booleans and null as in YAML's
// core schema. `text` is UTF-8. Throws soat::Error "name:line: …". Linear in the text; nests at most 64 deep.
nlohmann::json parse_yaml(std::string_view text, const std::string& name);

// The value as block YAML that parse_yaml reads as the same.
std::string to_yaml(const nlohmann::json& value);

}  // namespace soat::citation
