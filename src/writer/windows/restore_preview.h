#pragma once

#include <com/sun/star/frame/XFrame.hpp>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "model/restore_preview.h"
#include "writer/border/configuration.h"

namespace soat::writer {

// A paragraph that restoring would change.
struct RestorableParagraph {
  std::u16string text;
  model::RestorePreview preview;
};

// Shows what restoring makes of paragraphs; those that read as written without marks are chosen at first.
//   ended: called once, with the places in `paragraphs` of those that the user wants restored, ascending; none if the
//     window was closed.
void show_restorable(const Context& context, const css::uno::Reference<css::frame::XFrame>& frame,
                     std::vector<RestorableParagraph> paragraphs,
                     std::function<void(const std::vector<std::size_t>&)> ended);

}  // namespace soat::writer
