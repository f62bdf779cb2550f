#include "writer/windows/mark_menu.h"

#include <algorithm>
#include <chrono>
#include <com/sun/star/awt/PopupMenu.hpp>
#include <com/sun/star/awt/PopupMenuDirection.hpp>
#include <com/sun/star/awt/XMenuListener.hpp>
#include <com/sun/star/awt/XWindowPeer.hpp>
#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/frame/Desktop.hpp>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/frame/XModel2.hpp>
#include <com/sun/star/text/XTextDocument.hpp>
#include <com/sun/star/text/XTextViewCursorSupplier.hpp>
#include <com/sun/star/ui/ContextMenuExecuteEvent.hpp>
#include <com/sun/star/ui/XContextMenuInterception.hpp>
#include <com/sun/star/ui/XContextMenuInterceptor.hpp>
#include <cppuhelper/implbase1.hxx>
#include <cppuhelper/weakref.hxx>
#include <functional>
#include <memory>
#include <rtl/ref.hxx>
#include <string>
#include <utility>
#include <vector>

#include "writer/border/border.h"
#include "writer/border/broadcaster.h"
#include "writer/border/strings.h"
#include "writer/border/texts.h"
#include "writer/proofing/engine.h"
#include "writer/proofing/finding_at_cursor.h"
#include "writer/proofing/spelling_surface.h"
#include "writer/text/document.h"
#include "writer/windows/explain.h"
#include "writer/windows/finding_commands.h"
#include "writer/windows/suggestion_line.h"

namespace soat::writer {

namespace {

using css::ui::ContextMenuInterceptorAction;
using css::uno::Reference;
using css::uno::UNO_QUERY;

constexpr std::size_t most_suggestions = 8;
constexpr std::size_t longest_reason = 90;

// A line of the menu and what it does. None is grey: the office leaves grey lines out of its context menus.
struct Entry {
  OUString title;
  std::function<void()> action;
  bool begins_group = false;
};

// Tells which line was chosen: what execute() gives is no number on every desktop.
class Choice final : public cppu::WeakImplHelper1<css::awt::XMenuListener> {
 public:
  explicit Choice(std::function<void(sal_Int16)> chosen) : chosen_(std::move(chosen)) {}

  void SAL_CALL itemSelected(const css::awt::MenuEvent& event) override { chosen_(event.MenuId); }
  void SAL_CALL itemHighlighted(const css::awt::MenuEvent& /*event*/) override {}
  void SAL_CALL itemActivated(const css::awt::MenuEvent& /*event*/) override {}
  void SAL_CALL itemDeactivated(const css::awt::MenuEvent& /*event*/) override {}
  void SAL_CALL disposing(const css::lang::EventObject& /*source*/) override {}

 private:
  std::function<void(sal_Int16)> chosen_;
};

// Where a menu opens: at a place, in pixels, of a window.
struct Place {
  Reference<css::awt::XWindowPeer> window;
  css::awt::Rectangle at;
};

// Opens a menu and, when it is closed, does what was chosen in a turn of the main loop of its own.
void show_menu(const Context& context, const Place& place, const std::vector<Entry>& entries) {
  const Reference<css::awt::XPopupMenu> menu(css::awt::PopupMenu::create(context), UNO_QUERY);
  sal_Int16 id = 0;
  for (const Entry& entry : entries) {
    if (entry.begins_group) menu->insertSeparator(menu->getItemCount());
    menu->insertItem(++id, entry.title, 0, menu->getItemCount());
  }
  const rtl::Reference<Choice> choice(new Choice([context, entries](sal_Int16 chosen) {
    if (chosen < 1 || static_cast<std::size_t>(chosen) > entries.size()) return;
    run_on_main_thread(context,
                       [action = entries[static_cast<std::size_t>(chosen) - 1].action] { guarded("menu", action); });
  }));
  menu->addMenuListener(choice.get());
  menu->execute(place.window, place.at, css::awt::PopupMenuDirection::EXECUTE_DOWN);
  menu->removeMenuListener(choice.get());
}

OUString reason_line(const Context& context, const check::Finding& finding) {
  std::u16string reason = interface_is_vietnamese(context) ? finding.message->vi : finding.message->en;
  if (reason.size() > longest_reason) reason = reason.substr(0, reason.rfind(u' ', longest_reason)) + u" …";
  return to_office(reason);
}

// The office's spell checkers, of which ours may be one, are asked for words, wherever they stand: in one place none is
// ignored.
bool has_red_wave(const Context& context, const FindingAtCursor& found) {
  const auto checker = Engine::instance().checker(std::chrono::milliseconds(0));
  const std::u16string& paragraph = found.target.paragraph.text;
  const check::Finding& finding = found.finding;
  return checker && is_unknown_word(*checker, finding, paragraph) &&
         is_wrong_for_office(context, paragraph.substr(finding.start, finding.end - finding.start));
}

// The lines for what stands at the cursor: what may be meant (the first step down and Enter take the likeliest, as in
// the office's own menu), why it is marked, and what else can be done.
std::vector<Entry> entries_for(const CommandCall& call, const std::shared_ptr<const FindingAtCursor>& found) {
  const Context& context = call.context;
  const check::Finding& finding = found->finding;
  const auto explain = [call, found] { explain_rule(call.context, call.frame, *found->finding.rule); };
  std::vector<Entry> entries;
  for (const std::u16string& suggestion : finding.suggestions) {
    if (entries.size() == most_suggestions || finding.rule == &legacy_rule) break;
    entries.push_back({suggestion_line(context, suggestion),
                       [call, found, suggestion] { fix_finding_with(call, *found, suggestion); }});
  }
  entries.push_back({reason_line(context, finding), explain, !entries.empty()});
  const bool one_place = !has_red_wave(context, *found);
  if (one_place)
    entries.push_back({text(context, texts::mark_ignore_here), [call, found] { ignore_place_of(call, *found); }, true});
  entries.push_back(
      {text(context, texts::mark_ignore_wording), [call, found] { ignore_wording_of(call, *found); }, !one_place});
  if (finding.category() == check::Category::spelling)
    entries.push_back(
        {text(context, texts::mark_dictionary), [call, found] { add_finding_to_dictionary(call, *found); }});
  entries.push_back({text(context, texts::mark_explain), explain, true});
  entries.push_back({text(context, texts::mark_panel), [call, found] { show_finding_in_panel(call, *found); }});
  return entries;
}

Reference<css::text::XTextViewCursor> view_cursor(const Reference<css::frame::XController>& controller) {
  const Reference<css::text::XTextViewCursorSupplier> view(controller, UNO_QUERY);
  return view.is() ? view->getViewCursor() : nullptr;
}

// Before it asks for its menu for a mark the office selects what is marked. Of the menu itself nothing may be read:
// LibreOffice 7.4 ends when one is looked at here.
bool is_selected(const Reference<css::frame::XController>& controller, const check::Finding& finding) {
  const auto cursor = view_cursor(controller);
  return cursor.is() && !cursor->isCollapsed() && units_beside(cursor->getStart(), true) >= finding.start &&
         units_beside(cursor->getEnd(), true) <= finding.end;
}

// The office's menu for a mark is not changed but replaced: LibreOffice 7.4 bears no change of it.
class MarkMenu final : public cppu::WeakImplHelper1<css::ui::XContextMenuInterceptor> {
 public:
  MarkMenu(const Context& context, const Reference<css::frame::XController>& controller)
      : context_(context), controller_(controller) {}

  ContextMenuInterceptorAction SAL_CALL
  notifyContextMenuExecute(const css::ui::ContextMenuExecuteEvent& event) override {
    return guarded("context menu", css::ui::ContextMenuInterceptorAction_IGNORED, [&] {
      const Reference<css::frame::XController> controller(controller_);
      const Place place{{event.SourceWindow, UNO_QUERY}, {event.ExecutePosition.X, event.ExecutePosition.Y, 1, 1}};
      if (!controller.is() || !place.window.is()) return css::ui::ContextMenuInterceptorAction_IGNORED;
      const CommandCall call{context_, controller->getFrame()};
      auto found = finding_at_cursor(context_, call.frame);
      if (!found || !is_selected(controller, found->finding)) return css::ui::ContextMenuInterceptorAction_IGNORED;
      const auto shared = std::make_shared<const FindingAtCursor>(std::move(*found));
      run_on_main_thread(context_, [call, place, shared] {
        guarded("context menu", [&] {
          show_menu(call.context, place, entries_for(call, shared));
          if (const auto cursor = view_cursor(call.frame->getController()); cursor.is()) cursor->collapseToEnd();
        });
      });
      return css::ui::ContextMenuInterceptorAction_CANCELLED;
    });
  }

 private:
  Context context_;
  css::uno::WeakReference<css::frame::XController> controller_;
};

void serve_window(const Context& context, const Reference<css::frame::XController>& controller) {
  const Reference<css::ui::XContextMenuInterception> menus(controller, UNO_QUERY);
  if (!menus.is()) return;
  // Never destroyed: what they refer to belongs to an office that is gone then.
  static auto* const known = new std::vector<css::uno::WeakReference<css::frame::XController>>;
  std::erase_if(*known, [](const auto& one) { return !one.get().is(); });
  if (std::ranges::any_of(*known, [&](const auto& one) { return one.get() == controller; })) return;
  known->emplace_back(controller);
  menus->registerContextMenuInterceptor(new MarkMenu(context, controller));
}

}  // namespace

void serve_mark_menu(const Context& context, const Reference<css::frame::XModel>& document) {
  const Reference<css::frame::XModel2> windows(document, UNO_QUERY);
  if (!windows.is() || !Reference<css::text::XTextDocument>(document, UNO_QUERY).is()) return;
  const Reference<css::container::XEnumeration> all = windows->getControllers();
  while (all->hasMoreElements())
    serve_window(context, Reference<css::frame::XController>(all->nextElement(), UNO_QUERY));
}

void serve_all_mark_menus(const Context& context) {
  const Reference<css::container::XEnumeration> all =
      css::frame::Desktop::create(context)->getComponents()->createEnumeration();
  while (all->hasMoreElements()) serve_mark_menu(context, Reference<css::frame::XModel>(all->nextElement(), UNO_QUERY));
}

}  // namespace soat::writer
