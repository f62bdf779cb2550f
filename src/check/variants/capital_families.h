#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "check/rules/capitalisation/capital_table.h"
#include "text/analysis.h"

namespace soat::check {

// A name of the table where it stands in a document.
struct CapitalPlace {
  std::uint32_t paragraph = 0;
  std::uint32_t token = 0;
  const CapitalName* name = nullptr;
};

// How the names of one line of the table are written in a document: by wording, the places in document order.
struct CapitalFamily {
  using Wordings = std::map<std::u16string, std::vector<CapitalPlace>>;
  Wordings by_norm;
  Wordings otherwise;
};

// By line of the table. Neither small letters throughout, which are generic, nor the capital of a sentence say which
// way is meant; paragraphs in capitals say nothing either.
std::map<std::uint16_t, CapitalFamily> find_capital_families(std::span<const text::Analysis> paragraphs,
                                                             const CapitalTable& table);

}  // namespace soat::check
