#pragma once

#include <com/sun/star/awt/Rectangle.hpp>
#include <com/sun/star/frame/XFrame.hpp>
#include <optional>

namespace soat::writer {

// About where the text cursor of a document's window stands in that window, in pixels, with room for a line or two
// round it; none if that is not told.
std::optional<css::awt::Rectangle> cursor_in_window(const css::uno::Reference<css::frame::XFrame>& frame);

}  // namespace soat::writer
