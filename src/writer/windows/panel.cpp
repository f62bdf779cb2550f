#include "writer/windows/panel.h"

#include <algorithm>
#include <com/sun/star/awt/DialogProvider2.hpp>
#include <com/sun/star/awt/PosSize.hpp>
#include <com/sun/star/awt/Toolkit.hpp>
#include <com/sun/star/awt/XDialog.hpp>
#include <com/sun/star/awt/XTopWindow.hpp>
#include <com/sun/star/awt/XWindowPeer.hpp>
#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/lang/DisposedException.hpp>
#include <rtl/ref.hxx>

#include "writer/border/border.h"
#include "writer/border/main_thread.h"
#include "writer/border/texts.h"

namespace soat::writer {

namespace {

bool holds(const css::awt::Rectangle& area, sal_Int32 x, sal_Int32 y) {
  return x >= area.X && x < area.X + area.Width && y >= area.Y && y < area.Y + area.Height;
}

}  // namespace

// The screen, or the place of the document's window on it, may be another one than when the place was kept: the middle
// of the title must lie on the screen, or in the document's window, which may be on a second one.
bool Panel::can_be_reached(const css::awt::Rectangle& place, const css::awt::Rectangle& parent) const {
  constexpr sal_Int32 title = 20;
  const sal_Int32 x = parent.X + place.X + place.Width / 2;
  const sal_Int32 y = parent.Y + place.Y;
  const css::awt::Rectangle screen = css::awt::Toolkit::create(context_)->getWorkArea();
  return (holds(screen, x, y) && holds(screen, x, y + title)) || (holds(parent, x, y) && holds(parent, x, y + title));
}

void Panel::open(const char* name, Place place) {
  if (!frame_->getContainerWindow().is()) throw css::lang::DisposedException("the document was closed", frame_);
  css::uno::Sequence<css::beans::NamedValue> arguments(2);
  css::beans::NamedValue* argument = arguments.getArray();
  argument[0].Name = "ParentWindow";
  argument[0].Value <<= css::uno::Reference<css::awt::XWindowPeer>(frame_->getContainerWindow(), css::uno::UNO_QUERY);
  argument[1].Name = "EventHandler";
  argument[1].Value <<= css::uno::Reference<css::awt::XDialogEventHandler>(this);
  const OUString url = OUString::createFromAscii(dialogs_url) + "/" + OUString::createFromAscii(name) + ".xdl";
  window_.set(css::awt::DialogProvider2::create(context_)->createDialogWithArguments(url, arguments),
              css::uno::UNO_QUERY_THROW);
  if (const css::uno::Reference<css::awt::XTopWindow> top(window_, css::uno::UNO_QUERY); top.is())
    top->addTopWindowListener(this);
  frame_->addEventListener(static_cast<css::awt::XTopWindowListener*>(this));

  const css::awt::Rectangle around = frame_->getContainerWindow()->getPosSize();
  const css::awt::Rectangle own = window_->getPosSize();
  constexpr sal_Int32 margin = 36;  // clears the scroll bar and the status line
  const sal_Int32 free_x = std::max<sal_Int32>(0, around.Width - own.Width);
  const sal_Int32 free_y = std::max<sal_Int32>(0, around.Height - own.Height);
  const bool corner = place != Place::centre;
  window_->setPosSize(corner ? std::max<sal_Int32>(0, free_x - margin) : free_x / 2,
                      corner ? std::max<sal_Int32>(0, free_y - 2 * margin) : free_y / 2, 0, 0, css::awt::PosSize::POS);
  if (place != Place::remembered) return;
  const std::vector<std::u16string> kept = read_list(context_, places_node, name);
  if (kept.size() != 2) return;
  const css::awt::Rectangle wanted(to_office(kept[0]).toInt32(), to_office(kept[1]).toInt32(), own.Width, own.Height);
  if (can_be_reached(wanted, around)) move_window(wanted.X, wanted.Y);
}

void Panel::remember_place(const char* name) {
  const css::awt::Rectangle own = window_->getPosSize();
  write_list(context_, places_node, name,
             {std::u16string(to_view(OUString::number(own.X))), std::u16string(to_view(OUString::number(own.Y)))});
}

void Panel::close() {
  const css::uno::Reference<css::uno::XInterface> keep(static_cast<css::awt::XTopWindowListener*>(this));
  const css::uno::Reference<css::awt::XWindow> dialog = window_;
  if (!dialog.is()) return;
  guarded("panel", [&] { closed(); });
  window_.clear();
  guarded("panel", [&] {
    frame_->removeEventListener(static_cast<css::awt::XTopWindowListener*>(this));
    if (const css::uno::Reference<css::awt::XTopWindow> top(dialog, css::uno::UNO_QUERY); top.is())
      top->removeTopWindowListener(this);
    dialog->setVisible(false);
    dialog->dispose();
  });
}

sal_Bool Panel::callHandlerMethod(const css::uno::Reference<css::awt::XDialog>&, const css::uno::Any& event,
                                  const OUString& method) {
  const css::uno::Reference<css::uno::XInterface> keep(static_cast<css::awt::XTopWindowListener*>(this));
  guarded("panel", [&] {
    if (css::awt::KeyEvent key; event >>= key) {
      key_pressed(method, key);
    } else if (method == "close") {
      close();
    } else {
      pressed(method);
    }
  });
  return true;
}

css::uno::Sequence<OUString> Panel::getSupportedMethodNames() {
  return {};
}

void Panel::windowClosing(const css::lang::EventObject&) {
  close();
}

void Panel::disposing(const css::lang::EventObject& source) {
  if (source.Source != frame_) return;
  if (on_main_thread()) {
    close();
    return;
  }
  // A document that is closed over a bridge ends on a thread of its own, without the office's lock, while the main
  // thread may be using the window.
  guarded("panel", [&] { run_on_main_thread(context_, [self = rtl::Reference<Panel>(this)] { self->close(); }); });
}

void Panel::move_window(sal_Int32 x, sal_Int32 y) {
  window_->setPosSize(x, y, 0, 0, css::awt::PosSize::POS);
}

void Panel::end_above(const char* name, bool cut) {
  const css::awt::Rectangle own = window_->getPosSize();
  if (full_height_ == 0) full_height_ = own.Height;
  const sal_Int32 height = cut ? control<css::awt::XWindow>(name)->getPosSize().Y : full_height_;
  if (height != own.Height) window_->setPosSize(0, 0, 0, height, css::awt::PosSize::HEIGHT);
}

void Panel::set_title(const OUString& title) {
  css::uno::Reference<css::awt::XDialog>(window_, css::uno::UNO_QUERY_THROW)->setTitle(title);
}

}  // namespace soat::writer
