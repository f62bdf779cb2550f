#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <unordered_map>

namespace soat::citation {

// What rules may know of a user's sources, to suggest how one is named in full. Immutable once made, so that it may be
// read by several threads.
class KnownSources {
 public:
  // A list of CSL-JSON items; what is no item is passed over.
  explicit KnownSources(const nlohmann::json& items);

  // The source at a web address, as a line of text (see source_line); null when there is none with a title.
  const std::u16string* line_for_address(std::u16string_view address) const;

  // The legal document with this symbol, named in full (see full_legal_name); null when it is not known.
  const std::u16string* name_for_symbol(std::u16string_view symbol) const;

 private:
  std::unordered_map<std::string, std::u16string> by_address_;
  std::unordered_map<std::u16string, std::u16string> by_symbol_;
};

}  // namespace soat::citation
