#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace soat::citation {

// Whether a letter parts words within a line of YAML.
inline bool is_yaml_blank(char c) {
  return c == ' ' || c == '\t';
}

// A plain scalar as YAML 1.2's core schema has it: null, a truth value, a whole number or a text. Numbers with a point
// or with zeros before them are texts: editions, versions and codes.
nlohmann::json read_plain_scalar(const std::string& text);

// The scalar as YAML that is read as the same: plain where that can be, else between JSON's quotes, which are YAML's
// too.
std::string scalar_to_yaml(const nlohmann::json& value);

}  // namespace soat::citation
