#include "writer/windows/options_page.h"

#include <com/sun/star/awt/KeyEvent.hpp>
#include <rtl/ref.hxx>

#include "writer/border/border.h"
#include "writer/windows/help.h"

namespace soat::writer {

sal_Bool OptionsPage::callHandlerMethod(const css::uno::Reference<css::awt::XWindow>& window,
                                        const css::uno::Any& event, const OUString& method) {
  guarded("options", [&] {
    if (method == "external_event") {
      OUString wish;
      event >>= wish;
      answer(window, wish);
    } else {
      under_lock(context_, event,
                 [self = rtl::Reference<OptionsPage>(this), event, method] { self->take(event, method); });
    }
  });
  return true;
}

void OptionsPage::take(const css::uno::Any& event, const OUString& method) {
  if (!is_open()) return;
  if (css::awt::KeyEvent key; event >>= key) {
    key_pressed(method, key.KeyCode);
  } else if (method == "guide") {
    open_guide(context_, name());
  } else {
    pressed(method);
  }
}

void OptionsPage::answer(const css::uno::Reference<css::awt::XWindow>& window, const OUString& wish) {
  if (wish == "initialize") {
    window_ = window;
    window_->addEventListener(this);
    help_on_f1(context_, window_, name());
  }
  const bool ok = wish == "ok";
  if (!is_open() || (!ok && wish != "initialize" && wish != "back")) return;
  if (ok && loaded_) save();
  loaded_ = false;
  load();  // the dialog may stay open behind "ok": what is kept is another now
  loaded_ = true;
}

css::uno::Sequence<OUString> OptionsPage::getSupportedMethodNames() {
  return {};
}

void OptionsPage::disposing(const css::lang::EventObject& source) {
  if (source.Source == window_) window_.clear();
}

}  // namespace soat::writer
