#pragma once

#include <com/sun/star/frame/XModel.hpp>
#include <cstdint>
#include <limits>
#include <vector>

#include "uno/document.h"

namespace soat::uno {

// A paragraph, and the part of it that is wanted: all of it is read, because what stands round a word tells how it is
// meant.
struct Target {
  Range range;
  ParagraphText paragraph;
  std::uint32_t start = 0;
  std::uint32_t end = std::numeric_limits<std::uint32_t>::max();
};

// The paragraphs of what is selected: of text, a frame, cells; of a mere cursor all of its paragraph.
std::vector<Target> selected_targets(const css::uno::Reference<css::frame::XModel>& document);

// Whether nothing is selected: there is only the cursor.
bool is_mere_cursor(const css::uno::Reference<css::frame::XModel>& document);

}  // namespace soat::uno
