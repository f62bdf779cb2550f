#pragma once

#include <cstddef>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace soat::citation {

// A source as RIS has it, tags and values in their order; other formats of tags are read as this one.
struct RisEntry {
  std::vector<std::pair<std::string, std::string>> lines;
  std::size_t line = 0;  // of the file, where it begins

  void add(const char* tag, std::string value) {
    if (!value.empty()) lines.emplace_back(tag, std::move(value));
  }
  // The value of the first of these tags that has one.
  std::string first(std::initializer_list<const char*> tags) const;
};

// The entry as a CSL-JSON item; number makes its id when it has none.
nlohmann::json item_of(const RisEntry& entry, std::size_t number);

// Whether a CSL type is a whole work, whose second title in RIS is its series and whose pages are its length.
bool is_whole_work(std::string_view type);

// The RIS type for a CSL type.
std::string ris_type_of_csl(std::string_view type);

}  // namespace soat::citation
