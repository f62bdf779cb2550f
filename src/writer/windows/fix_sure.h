#pragma once

#include <com/sun/star/frame/XFrame.hpp>

#include "writer/windows/review.h"

namespace soat::writer {

// Shows what the fixes, at least one, would write in the place of what and how often, and has the review make them if
// the user agrees.
void show_sure_fixes(const Context& context, const css::uno::Reference<css::frame::XFrame>& frame, Review& review,
                     const SureFixes& sure);

}  // namespace soat::writer
