#pragma once

#include <com/sun/star/awt/KeyEvent.hpp>
#include <com/sun/star/awt/XDialogEventHandler.hpp>
#include <com/sun/star/awt/XTopWindowListener.hpp>
#include <com/sun/star/awt/XWindow.hpp>
#include <com/sun/star/frame/XFrame.hpp>
#include <cppuhelper/implbase2.hxx>
#include <optional>

#include "writer/border/configuration.h"
#include "writer/border/still_open.h"
#include "writer/windows/controls.h"

namespace soat::writer {

// A dialog made from an .xdl that does not block the document: it stands beside it until it is closed or the document
// is. It lives as long as it is open. Buttons name what they do in the .xdl ("vnd.sun.star.UNO:next"); pressed() gets
// that name.
class Panel : public cppu::WeakImplHelper2<css::awt::XDialogEventHandler, css::awt::XTopWindowListener>,
              protected Controls {
 public:
  Panel(const Context& context, const css::uno::Reference<css::frame::XFrame>& frame)
      : context_(context), frame_(frame) {}

  void close();

  sal_Bool SAL_CALL callHandlerMethod(const css::uno::Reference<css::awt::XDialog>& dialog, const css::uno::Any& event,
                                      const OUString& method) override;
  css::uno::Sequence<OUString> SAL_CALL getSupportedMethodNames() override;

  void SAL_CALL windowOpened(const css::lang::EventObject&) override {}
  void SAL_CALL windowClosing(const css::lang::EventObject&) override;
  void SAL_CALL windowClosed(const css::lang::EventObject&) override {}
  void SAL_CALL windowMinimized(const css::lang::EventObject&) override {}
  void SAL_CALL windowNormalized(const css::lang::EventObject&) override {}
  void SAL_CALL windowActivated(const css::lang::EventObject&) override {}
  void SAL_CALL windowDeactivated(const css::lang::EventObject&) override {}
  void SAL_CALL disposing(const css::lang::EventObject& source) override;

 protected:
  // name: the .xdl without its ending. In the middle of the document's window.
  void open(const char* name);
  virtual void pressed(const OUString& button) = 0;
  // Once, when the window goes: the user, the document or the command closed it.
  virtual void closed() {}
  // A key in a control whose .xdl has on-keydown; `where` is what that names.
  virtual void key_pressed(const OUString& /*where*/, const css::awt::KeyEvent& /*key*/) {}

  void show_window() { window_->setVisible(true); }
  void set_title(const OUString& title);
  const Context& context() const { return context_; }
  const css::uno::Reference<css::frame::XFrame>& frame() const { return frame_; }

 private:
  void take(const css::uno::Any& event, const OUString& method);

  Context context_;
  css::uno::Reference<css::frame::XFrame> frame_;
  std::optional<StillOpen> document_;  // from open() on
};

}  // namespace soat::writer
