#include "writer/text/cursor_place.h"

#include <com/sun/star/awt/XWindow.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>
#include <com/sun/star/text/XTextViewCursorSupplier.hpp>

#include "writer/border/properties.h"

namespace soat::writer {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

std::optional<css::awt::Rectangle> cursor_in_window(const Reference<css::frame::XFrame>& frame) {
  const Reference<css::frame::XController> controller = frame->getController();
  if (!controller.is()) return std::nullopt;
  const Reference<css::text::XTextViewCursorSupplier> supplier(controller, UNO_QUERY);
  css::uno::Sequence<css::beans::PropertyValue> view;
  if (!supplier.is() || !(controller->getViewData() >>= view)) return std::nullopt;
  sal_Int32 left = 0;
  sal_Int32 top = 0;
  sal_Int32 right = 0;
  sal_Int32 bottom = 0;  // of what is visible, in 1/100 mm
  for (const css::beans::PropertyValue& value : view) {
    if (value.Name == "VisibleLeft") value.Value >>= left;
    if (value.Name == "VisibleTop") value.Value >>= top;
    if (value.Name == "VisibleRight") value.Value >>= right;
    if (value.Name == "VisibleBottom") value.Value >>= bottom;
  }
  if (right <= left || bottom <= top) return std::nullopt;
  const auto cursor = supplier->getViewCursor();
  css::awt::Point at = cursor->getPosition();  // without the margins of the page and what is left free round it
  const auto style = property<OUString>(Properties(cursor, UNO_QUERY), "PageStyleName");
  const Reference<css::style::XStyleFamiliesSupplier> families(controller->getModel(), UNO_QUERY_THROW);
  const Reference<css::container::XNameAccess> styles(families->getStyleFamilies()->getByName("PageStyles"),
                                                      UNO_QUERY_THROW);
  if (styles->hasByName(style)) {
    const Properties page(styles->getByName(style), UNO_QUERY);
    at.X += property<sal_Int32>(page, "LeftMargin");
    at.Y += property<sal_Int32>(page, "TopMargin");
  }
  const css::awt::Rectangle area = frame->getComponentWindow()->getPosSize();
  const auto scale = static_cast<double>(area.Height) / (bottom - top);
  constexpr sal_Int32 above = 30;  // pixels; the selection reaches back from the cursor
  constexpr sal_Int32 below = 60;
  constexpr sal_Int32 before = 160;
  constexpr sal_Int32 behind = 60;
  const auto x = static_cast<sal_Int32>((at.X - left) * scale) + area.X;
  const auto y = static_cast<sal_Int32>((at.Y - top) * scale) + area.Y;
  return css::awt::Rectangle(x - before, y - above, before + behind, above + below);
}

}  // namespace soat::writer
