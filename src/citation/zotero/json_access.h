#pragma once

#include <string>
#include <vector>

#include "citation/zotero/codec.h"

// Reading JSON of which nothing is certain: what is not there, or of another type, counts as nothing.
namespace soat::citation::zotero {

// Null where there is none.
inline const Json& member(const Json& object, const char* key) {
  static const Json nothing;
  if (!object.is_object()) return nothing;
  const auto found = object.find(key);
  return found == object.end() ? nothing : *found;
}

inline std::string string_at(const Json& object, const char* key) {
  const Json& value = member(object, key);
  return value.is_string() ? value.get<std::string>() : std::string();
}

// Old versions of Zotero write 1 for true.
inline bool flag_at(const Json& object, const char* key) {
  const Json& value = member(object, key);
  return value == true || value == 1;
}

// The texts of a list that are not empty.
inline std::vector<std::string> uris_of(const Json& list) {
  std::vector<std::string> uris;
  if (!list.is_array()) return uris;
  for (const Json& uri : list) {
    if (uri.is_string() && !uri.get_ref<const std::string&>().empty()) uris.push_back(uri.get<std::string>());
  }
  return uris;
}

}  // namespace soat::citation::zotero
