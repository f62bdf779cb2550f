#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "document/hidden_text.h"

namespace soat::document::latex {

struct Source {
  std::vector<Hidden> hidden;                                 // in order, none in another
  std::vector<std::pair<std::size_t, std::size_t>> comments;  // half open, without the % that begins each
};

// Reads the source of a document, its lines joined with line feeds, for what of it is text: in one pass, in time
// proportional to its length. What begins and never ends (a formula, an argument, an environment) is taken for text.
Source read_source(std::u16string_view text);

}  // namespace soat::document::latex
