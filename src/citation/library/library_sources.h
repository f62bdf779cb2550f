#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <unordered_map>

#include "reference/known_sources.h"

namespace soat::citation {

// What a list of sources tells rules. Immutable once made.
class LibrarySources final : public reference::KnownSources {
 public:
  // A list of CSL-JSON items; what is no item is passed over.
  explicit LibrarySources(const nlohmann::json& items);

  // The source at a web address, as a line of text (see source_line); null when there is none with a title.
  const std::u16string* line_for_address(std::u16string_view address) const override;

  // The legal document with this symbol, named in full (see full_legal_name); null when it is not known.
  const std::u16string* name_for_symbol(std::u16string_view symbol) const override;

 private:
  std::unordered_map<std::string, std::u16string> by_address_;
  std::unordered_map<std::u16string, std::u16string> by_symbol_;
};

}  // namespace soat::citation
