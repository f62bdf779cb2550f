#pragma once

#include <com/sun/star/awt/XContainerWindowEventHandler.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <cppuhelper/implbase3.hxx>

#include "writer/border/configuration.h"
#include "writer/windows/controls.h"

namespace soat::writer {

// A page in the office's options dialog. The office makes the window from the .xdl that extension/registry/
// OptionsDialog.xcu names, and one of these for it; it calls on the main thread. The button "guide" opens the guide
// where it tells of the page: GTK keeps F1 in that dialog for the office.
class OptionsPage : public cppu::WeakImplHelper3<css::awt::XContainerWindowEventHandler, css::lang::XEventListener,
                                                 css::lang::XServiceInfo>,
                    protected Controls {
 public:
  explicit OptionsPage(const Context& context) : context_(context) {}

  // "external_event" is the dialog's: initialize, back, ok; other methods are those of the .xdl.
  sal_Bool SAL_CALL callHandlerMethod(const css::uno::Reference<css::awt::XWindow>& window, const css::uno::Any& event,
                                      const OUString& method) override;
  css::uno::Sequence<OUString> SAL_CALL getSupportedMethodNames() override;
  void SAL_CALL disposing(const css::lang::EventObject& source) override;

 protected:
  // Of its .xdl.
  virtual const char* name() const = 0;
  // Shows what is kept; when the page is opened, and when the user takes back what was changed.
  virtual void load() = 0;
  // Keeps what is shown, and has it take effect at once. Only after load() has succeeded.
  virtual void save() = 0;
  virtual void pressed(const OUString& name) = 0;
  virtual void key_pressed(const OUString& /*where*/, sal_Int16 /*code*/) {}

  const Context& context() const { return context_; }

 private:
  void answer(const css::uno::Reference<css::awt::XWindow>& window, const OUString& wish);
  void take(const css::uno::Any& event, const OUString& method);

  Context context_;
  bool loaded_ = false;
};

}  // namespace soat::writer
