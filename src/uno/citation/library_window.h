#pragma once

#include <com/sun/star/frame/XFrame.hpp>

#include "uno/configuration.h"

namespace soat::uno {

// The user's sources: find, add, change, take out, import, export.
void open_library_window(const Context& context, const css::uno::Reference<css::frame::XFrame>& frame);

}  // namespace soat::uno
