#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "document/hidden_text.h"

// The two phases of reading Markdown, as in CommonMark 0.31: lines are sorted into blocks (4, 5), then the text of each
// leaf block is searched for what stands in a line (6). Only what decides about text and no text is looked for.
namespace soat::document::markdown {

using View = std::u16string_view;

struct Line {
  View text;
  bool is_hidden = false;     // nothing of it is read
  std::size_t content = 0;    // where its text starts, behind the marks of quotations and lists
  std::size_t paragraph = 0;  // lines with the same number are one leaf block
  std::vector<Hidden> hidden;
  std::vector<std::pair<std::size_t, std::size_t>> comments;  // <!-- … --> that ends in the line, half open
};

}  // namespace soat::document::markdown
