#pragma once

#include <com/sun/star/frame/XFrame.hpp>
#include <functional>

#include "writer/border/configuration.h"

namespace soat::writer {

// "Restore diacritics": puts Vietnamese marks on what is selected in the frame's document or, where nothing is, on the
// paragraph of the cursor; one undo step. Only letters that change are replaced, only in text that is Vietnamese or has
// no language, and that may be changed. done gets the number of words that changed; if none did, the user is told why.
// For the main thread; at_once: all of it before this returns, else in slices.
void restore_diacritics(const Context& context, const css::uno::Reference<css::frame::XFrame>& frame, bool at_once,
                        std::function<void(sal_Int32)> done);

}  // namespace soat::writer
