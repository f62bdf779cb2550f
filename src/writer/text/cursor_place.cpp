#include "writer/text/cursor_place.h"

#include <com/sun/star/awt/XWindow.hpp>
#include <com/sun/star/frame/XController.hpp>

#include "writer/border/strings.h"

namespace soat::writer {

using css::uno::Reference;

std::optional<css::awt::Rectangle> cursor_in_window(const Reference<css::frame::XFrame>& frame) {
  const Reference<css::frame::XController> controller = frame->getController();
  OUString view;
  if (!controller.is() || !(controller->getViewData() >>= view)) return std::nullopt;
  // Writer: the cursor's place, the zoom, and the left, upper, right and lower end of what is visible, in twips.
  enum : std::size_t { cursor_x, cursor_y, zoom, left, top, right, bottom, count };
  sal_Int32 values[count];
  sal_Int32 at = 0;
  for (sal_Int32& value : values) {
    if (at < 0) return std::nullopt;
    value = view.getToken(0, ';', at).toInt32();
  }
  if (values[right] <= values[left] || values[bottom] <= values[top]) return std::nullopt;
  const css::awt::Rectangle area = frame->getComponentWindow()->getPosSize();
  const auto scale = static_cast<double>(area.Height) / (values[bottom] - values[top]);
  constexpr sal_Int32 above = 30;  // pixels; the selection reaches back from the cursor
  constexpr sal_Int32 below = 60;
  constexpr sal_Int32 before = 160;
  constexpr sal_Int32 behind = 60;
  const auto x = static_cast<sal_Int32>((values[cursor_x] - values[left]) * scale) + area.X;
  const auto y = static_cast<sal_Int32>((values[cursor_y] - values[top]) * scale) + area.Y;
  return css::awt::Rectangle(x - before, y - above, before + behind, above + below);
}

}  // namespace soat::writer
