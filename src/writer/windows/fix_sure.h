#pragma once

#include <com/sun/star/frame/XFrame.hpp>
#include <functional>
#include <vector>

#include "writer/proofing/review_changes.h"

namespace soat::writer {

// Shows what would be written in the place of what, and how often, and calls action if the user agrees.
void show_sure_fixes(const Context& context, const css::uno::Reference<css::frame::XFrame>& frame,
                     const ReviewedDocument& review, const std::vector<Fix>& fixes, std::function<void()> action);

}  // namespace soat::writer
