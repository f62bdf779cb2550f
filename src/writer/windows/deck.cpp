#include "writer/windows/deck.h"

#include <chrono>
#include <com/sun/star/awt/XWindow2.hpp>
#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/frame/DispatchHelper.hpp>
#include <com/sun/star/frame/XController2.hpp>
#include <com/sun/star/frame/XDispatchProvider.hpp>
#include <com/sun/star/ui/XDeck.hpp>
#include <com/sun/star/ui/XSidebarProvider.hpp>
#include <cppuhelper/weakref.hxx>

#include "writer/border/border.h"
#include "writer/border/broadcaster.h"
#include "writer/border/sequence.h"
#include "writer/border/slices.h"

namespace soat::writer {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;

constexpr const char* deck_name = "SoatDeck";

using Frame = Reference<css::frame::XFrame>;

// Whether our deck shows in the sidebar afterwards.
bool activate_deck(const Frame& frame) {
  const Reference<css::frame::XController2> controller(frame->getController(), UNO_QUERY);
  const Reference<css::ui::XSidebarProvider> sidebar = controller.is() ? controller->getSidebar() : nullptr;
  if (!sidebar.is()) return false;
  sidebar->setVisible(true);
  const Reference<css::ui::XDecks> decks = sidebar->getDecks();
  const OUString name = OUString::createFromAscii(deck_name);
  if (!decks.is() || !decks->hasByName(name)) return false;
  const Reference<css::ui::XDeck> deck(decks->getByName(name), UNO_QUERY);
  if (!deck.is()) return false;
  if (!deck->isActive()) deck->activate(true);
  return deck->isActive();
}

// The sidebar of a window that has just been opened knows its decks some turns of the main loop later.
void activate_deck_soon(const Context& context, const css::uno::WeakReference<css::frame::XFrame>& of, int tries) {
  guarded("sidebar", [&] {
    const Frame frame(of);
    if (!frame.is() || !frame->getController().is() || activate_deck(frame) || tries <= 0) return;
    run_later(context, std::chrono::milliseconds(50),
              [context, of, tries] { activate_deck_soon(context, of, tries - 1); });
  });
}

}  // namespace

void show_deck(const Context& context, const Frame& frame) {
  guarded("sidebar", [&] {
    const Reference<css::awt::XWindow2> window(frame->getContainerWindow(), UNO_QUERY);
    if (!window.is() || !window->isVisible()) return;
    css::beans::PropertyValue on;
    on.Name = "Sidebar";
    on.Value <<= true;
    css::frame::DispatchHelper::create(context)->executeDispatch(
        Reference<css::frame::XDispatchProvider>(frame, UNO_QUERY), ".uno:Sidebar", "_self", 0, sequence_of(on));
    // Made for the first time, the sidebar and our panel take about a tenth of a second each: a key that is pressed
    // meanwhile is heard between them.
    constexpr int tries = 60;
    run_on_main_thread(context, [context, of = css::uno::WeakReference<css::frame::XFrame>(frame)] {
      activate_deck_soon(context, of, tries);
    });
  });
}

}  // namespace soat::writer
