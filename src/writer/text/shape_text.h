#pragma once

#include <com/sun/star/frame/XModel.hpp>
#include <vector>

#include "writer/text/document.h"

namespace soat::writer {

// A stretch of a paragraph of a drawing shape or a comment before and after it is changed; places are those of UTF-16
// units in the paragraph.
struct ShapeRun {
  struct State {
    std::uint32_t start = 0;
    OUString text;
    OUString font;
  };
  State before;
  State after;
};

// Changes a paragraph of a shape or a comment, run by run (ascending, not overlapping), with the formatting kept. The
// office undoes nothing that is done to such text from outside, so this adds what undoes it to the undo step that is
// open.
void change_shape(const css::uno::Reference<css::frame::XModel>& document, const Range& paragraph,
                  std::vector<ShapeRun> runs, const OUString& title);

}  // namespace soat::writer
