#pragma once

#include <com/sun/star/awt/XWindow.hpp>
#include <functional>
#include <vector>

#include "writer/border/configuration.h"
#include "writer/border/strings.h"

namespace soat::writer {

// The controls of a window made from an .xdl, by the names that they have there. A window that has gone, or a name that
// it has not, is a css::uno::RuntimeException.
class Controls {
 protected:
  Controls() = default;
  ~Controls() = default;

  // Does what a handler is to do about an event of a control. Of presses, keys and the mouse windows tell without the
  // office's lock (ImplExecuteAsyncWithoutSolarLock in its toolkit), and other threads may end a document meanwhile:
  // that is done when the main loop comes round, which has the lock. The rest is done at once, as its events come with
  // the lock, also those that our own filling of a control brings about.
  //   event: as callHandlerMethod() gets it.
  static void under_lock(const Context& context, const css::uno::Any& event, std::function<void()> action);

  bool is_open() const { return window_.is(); }
  void set_label(const char* control, const OUString& text);
  void set_button(const char* control, const OUString& text);
  void set_enabled(const char* control, bool enabled);
  OUString entered(const char* control) const;
  void enter(const char* control, const OUString& text);
  void set_visible(const char* control, bool visible);
  // Tells screen readers what a control is that shows no text of its own.
  void give_name(const char* control, const OUString& name);
  // Has a picture control show how much is done, 0 to 100 percent, and paints what else is new in the window. A bar of
  // the office's own (XProgressBar) serves all events until it has been drawn; if the document is closed by one of
  // them, the bar ends while the office is still at work on it, which ends the office.
  void show_share(const Context& context, const char* picture, int percent);
  bool has_focus(const char* control) const;
  void focus(const char* control);
  // A list's lines, the chosen one by its place; -1 for none.
  void fill(const char* list, const std::vector<OUString>& lines, sal_Int32 chosen);
  sal_Int32 chosen(const char* list) const;
  std::vector<sal_Int32> all_chosen(const char* list) const;
  void choose(const char* list, sal_Int32 line);
  template <class Interface>
  css::uno::Reference<Interface> control(const char* name) const {
    return {find_control(name), css::uno::UNO_QUERY_THROW};
  }
  css::uno::Reference<css::uno::XInterface> find_control(const char* name) const;

  css::uno::Reference<css::awt::XWindow> window_;  // null: it is closed
};

}  // namespace soat::writer
