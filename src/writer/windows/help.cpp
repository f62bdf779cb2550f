#include "writer/windows/help.h"

#include <algorithm>
#include <com/sun/star/awt/Key.hpp>
#include <com/sun/star/awt/KeyModifier.hpp>
#include <com/sun/star/awt/Toolkit.hpp>
#include <com/sun/star/awt/XControl.hpp>
#include <com/sun/star/awt/XControlContainer.hpp>
#include <com/sun/star/awt/XExtendedToolkit.hpp>
#include <com/sun/star/awt/XKeyHandler.hpp>
#include <com/sun/star/awt/XTopWindow.hpp>
#include <com/sun/star/awt/XWindow2.hpp>
#include <com/sun/star/system/SystemShellExecute.hpp>
#include <com/sun/star/system/SystemShellExecuteFlags.hpp>
#include <cppuhelper/implbase1.hxx>
#include <filesystem>
#include <rtl/ref.hxx>
#include <string>

#include "writer/border/border.h"
#include "writer/border/folders.h"
#include "writer/commands.h"
#include "writer/windows/review.h"

namespace soat::writer {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;

// XExtendedToolkit is deprecated, but there is nothing else that gets keys of all windows before these do.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

// The office asks for its own help on F1 whatever a window's controls make of the key, so it has to be caught before
// any window gets it: for the whole office, while the window has the keyboard.
class HelpKey final : public cppu::WeakImplHelper1<css::awt::XKeyHandler> {
 public:
  HelpKey(const Context& context, const char* name) : context_(context), name_(name) {}

  void listen(const Reference<css::awt::XWindow>& window) {
    toolkit_.set(css::awt::Toolkit::create(context_), UNO_QUERY);
    if (!toolkit_.is()) return;
    window_ = window;
    window_->addEventListener(this);
    set_handling(true);
  }

  sal_Bool SAL_CALL keyPressed(const css::awt::KeyEvent& event) override {
    if (!asks_for_help(event)) return false;
    return guarded("help", false, [&] {
      if (!has_keyboard()) return false;
      open_guide(context_, name_.c_str());
      return true;
    });
  }
  sal_Bool SAL_CALL keyReleased(const css::awt::KeyEvent& /*event*/) override { return false; }

  void SAL_CALL disposing(const css::lang::EventObject& source) override {
    if (source.Source != window_) return;
    const rtl::Reference<HelpKey> keep(this);
    window_.clear();
    guarded("help", [&] { set_handling(false); });
  }

 private:
  // F1, or the key of the command: keys in a sidebar do not reach the document's window, and GTK keeps F1 there.
  static bool asks_for_help(const css::awt::KeyEvent& event) {
    constexpr sal_Int16 of_command = css::awt::KeyModifier::MOD1 | css::awt::KeyModifier::MOD2;
    return (event.KeyCode == css::awt::Key::F1 && event.Modifiers == 0) ||
           (event.KeyCode == css::awt::Key::H && event.Modifiers == of_command);
  }

  void set_handling(bool on) { on ? toolkit_->addKeyHandler(this) : toolkit_->removeKeyHandler(this); }

  // A window of its own is asked for as a whole: the inner window of a list has the focus, not the list. A panel and a
  // page of options stand in windows of others.
  bool has_keyboard() const {
    if (!window_.is()) return false;
    const Reference<css::awt::XTopWindow> active = toolkit_->getActiveTopWindow();
    const Reference<css::awt::XControl> own(window_, UNO_QUERY);
    if (active.is() && own.is() && own->getPeer() == active) return true;
    const Reference<css::awt::XControlContainer> container(window_, UNO_QUERY);
    if (!container.is()) return false;
    const css::uno::Sequence<Reference<css::awt::XControl>> controls = container->getControls();
    return std::any_of(controls.begin(), controls.end(), [](const Reference<css::awt::XControl>& control) {
      const Reference<css::awt::XWindow2> one(control, UNO_QUERY);
      return one.is() && one->hasFocus();
    });
  }

  Context context_;
  std::string name_;
  Reference<css::awt::XExtendedToolkit> toolkit_;
  Reference<css::awt::XWindow> window_;  // null when it has ended
};

#pragma GCC diagnostic pop

}  // namespace

void open_guide(const Context& context, const char* window) {
  std::string page = interface_is_vietnamese(context) ? "vi" : "en";
  if (window) page = page + "-" + window;
  const std::filesystem::path file = extension_folder(context) / "help" / (page + ".html");
  css::system::SystemShellExecute::create(context)->execute(file_url(file), OUString(),
                                                            css::system::SystemShellExecuteFlags::URIS_ONLY);
}

void help_on_f1(const Context& context, const Reference<css::awt::XWindow>& window, const char* name) {
  guarded("help", [&] {
    const rtl::Reference<HelpKey> key(new HelpKey(context, name));
    key->listen(window);
  });
}

// While the panel is open, where the guide tells of it: some desktops give F1 in a sidebar to the office.
void open_help(const CommandCall& call) {
  const auto review = Review::of(call.context, call.frame);
  open_guide(call.context, review && review->has_view() ? "ReviewPanel" : nullptr);
}

}  // namespace soat::writer
