#include "writer/windows/panel.h"

#include <algorithm>
#include <com/sun/star/awt/DialogProvider2.hpp>
#include <com/sun/star/awt/PosSize.hpp>
#include <com/sun/star/awt/XDialog.hpp>
#include <com/sun/star/awt/XTopWindow.hpp>
#include <com/sun/star/awt/XWindowPeer.hpp>
#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/lang/DisposedException.hpp>
#include <rtl/ref.hxx>

#include "writer/border/border.h"
#include "writer/border/main_thread.h"
#include "writer/border/texts.h"
#include "writer/windows/help.h"

namespace soat::writer {

void Panel::open(const char* name) {
  if (!frame_->getContainerWindow().is()) throw css::lang::DisposedException("the document was closed", frame_);
  const css::uno::Reference<css::frame::XController> controller = frame_->getController();
  document_.emplace(controller.is() ? controller->getModel() : nullptr);
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
  help_on_f1(context_, window_, name);

  const css::awt::Rectangle around = frame_->getContainerWindow()->getPosSize();
  const css::awt::Rectangle own = window_->getPosSize();
  window_->setPosSize(std::max<sal_Int32>(0, around.Width - own.Width) / 2,
                      std::max<sal_Int32>(0, around.Height - own.Height) / 2, 0, 0, css::awt::PosSize::POS);
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
  guarded("panel", [&] {
    under_lock(context_, event, [self = rtl::Reference<Panel>(this), event, method] { self->take(event, method); });
  });
  return true;
}

void Panel::take(const css::uno::Any& event, const OUString& method) {
  const bool stands = is_open() && document_ && document_->is_open();
  if (css::awt::KeyEvent key; event >>= key) {
    if (stands) key_pressed(method, key);
  } else if (method == "close" || !stands) {
    close();  // the document may be closed before its window, when what was pressed comes
  } else {
    pressed(method);
  }
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

void Panel::set_title(const OUString& title) {
  css::uno::Reference<css::awt::XDialog>(window_, css::uno::UNO_QUERY_THROW)->setTitle(title);
}

}  // namespace soat::writer
