#include "writer/text/own_selection.h"

#include <algorithm>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/text/XTextRangeCompare.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>
#include <cppuhelper/weakref.hxx>
#include <vector>

#include "writer/border/border.h"

namespace soat::writer {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using Window = Reference<css::frame::XController>;

// The place that was shown last in a window.
struct Shown {
  css::uno::WeakReference<css::frame::XController> window;
  Range place;
};

// Never destroyed: the places belong to an office that is gone then.
std::vector<Shown>& shown_places() {
  static auto* const all = new std::vector<Shown>;
  return *all;
}

bool is_same(const Range& a, const Range& b) {
  if (a->getText() != b->getText()) return false;
  const Reference<css::text::XTextRangeCompare> order(a->getText(), UNO_QUERY);
  return order.is() && order->compareRegionStarts(a, b) == 0 && order->compareRegionEnds(a, b) == 0;
}

}  // namespace

void select_to_show(const Window& window, const Range& place) {
  const Reference<css::view::XSelectionSupplier> selection(window, UNO_QUERY);
  if (!selection.is()) return;
  selection->select(css::uno::Any(place));
  auto& all = shown_places();
  std::erase_if(all, [&](const Shown& shown) {
    const Window of(shown.window);
    return !of.is() || of == window;
  });
  all.push_back({window, place});
}

bool is_shown_place_selected(const Reference<css::frame::XModel>& document) {
  const Window window = document->getCurrentController();
  const Reference<css::container::XIndexAccess> ranges(document->getCurrentSelection(), UNO_QUERY);
  if (!ranges.is() || ranges->getCount() != 1) return false;
  const Range selected(ranges->getByIndex(0), UNO_QUERY);
  if (!selected.is()) return false;
  return std::ranges::any_of(shown_places(), [&](const Shown& shown) {
    // The place may have been deleted since.
    return Window(shown.window) == window &&
           guarded("selection", false, [&] { return is_same(shown.place, selected); });
  });
}

}  // namespace soat::writer
