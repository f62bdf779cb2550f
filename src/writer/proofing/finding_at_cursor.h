#pragma once

#include <com/sun/star/frame/XFrame.hpp>
#include <optional>

#include "check/finding.h"
#include "writer/text/selection.h"

namespace soat::writer {

// A finding and the paragraph in which it stands, as read now.
struct FindingAtCursor {
  Target target;
  check::Finding finding;  // its paragraph number means nothing
};

// What the paragraph at the cursor (or at the start of what is selected) shows by itself at that place and is not
// ignored, as Writer marks it; nothing while the data is being loaded. For the main thread.
std::optional<FindingAtCursor> finding_at_cursor(const Context& context,
                                                 const css::uno::Reference<css::frame::XFrame>& frame);

}  // namespace soat::writer
