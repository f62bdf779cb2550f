// What the user does in the side panel.
#include <algorithm>
#include <com/sun/star/awt/Key.hpp>
#include <com/sun/star/awt/KeyEvent.hpp>
#include <com/sun/star/awt/MouseEvent.hpp>
#include <com/sun/star/awt/XCheckBox.hpp>
#include <rtl/ref.hxx>
#include <string>
#include <utility>

#include "commands_table.h"
#include "writer/border/border.h"
#include "writer/proofing/recorded_fixes.h"
#include "writer/windows/fix_sure.h"
#include "writer/windows/review_panel.h"
#include "writer/windows/review_panel_parts.h"

namespace soat::writer {

using css::uno::Any;
using css::uno::Reference;
using panel::numbered;

sal_Bool ReviewPanel::callHandlerMethod(const Reference<css::awt::XWindow>& /*window*/, const Any& event,
                                        const OUString& method) {
  if (is_filling_) return true;
  guarded("panel", [&] {
    under_lock(context_, event, [self = rtl::Reference<ReviewPanel>(this), event, method] {
      if (self->is_open()) self->pressed(method, event);
    });
  });
  return true;
}

void ReviewPanel::pressed(const OUString& name, const Any& event) {
  if (name == "scroll") {
    scroll();
    return;
  }
  const auto review = find_review();
  if (!review) return;
  if (name == "check") {
    start_check(*review);
  } else if (name == "stop") {
    review->cancel();
  } else if (name == "filter") {
    take_filter(*review);
  } else if (name == "record") {
    set_records_fixes(context_, control<css::awt::XCheckBox>("record")->getState() == 1);
  } else if (name == "order") {
    take_order(*review);
  } else if (name == "mark_language") {
    review->mark_vietnamese_and_check();
  } else if (name == "fix_sure") {
    fix_sure(*review);
  } else if (name == "strip") {
    go_to_part(*review, event);
  } else if (name == "comment") {
    comment_findings({context_, frame_});
  } else if (name == "report") {
    save_report({context_, frame_});
  } else if (name == "previous") {
    review->previous();
  } else if (name == "next") {
    review->next();
  } else if (name == "own_text") {
    show_buttons(*review);
  } else if (name == "own") {
    css::awt::KeyEvent key;
    if ((event >>= key) && key.KeyCode == css::awt::Key::RETURN) review->apply(correction());
  } else if (detailed_) {
    if (name == "apply") review->apply(correction());
    if (name == "apply_all") review->apply_to_all_alike(correction());
    if (name == "ignore") review->ignore_place();
    if (name == "ignore_wording") review->ignore_wording();
    if (name == "ignore_rule") review->ask_to_ignore_rule();
    if (name == "dictionary") review->add_to_dictionary();
    if (name == "explain") review->explain();
  }
}

CheckScope ReviewPanel::chosen_scope() const {
  CheckScope scope;
  scope.profile = chosen("profile") == 1 ? check::Profile::strict : check::Profile::normal;
  scope.only_selected = chosen("scope") == 1;
  return scope;
}

void ReviewPanel::start_check(Review& review) {
  const CheckScope scope = chosen_scope();
  guarded("settings",
          [&] { write_switch(context_, settings_node, "Strict", scope.profile == check::Profile::strict); });
  review.check(scope, nullptr, false);
}

// A press on the strip: to the first row from there on.
void ReviewPanel::go_to_part(Review& review, const Any& event) {
  css::awt::MouseEvent mouse;
  const sal_Int32 width = control<css::awt::XWindow>("strip")->getPosSize().Width;
  if (!(event >>= mouse) || width <= 0) return;
  const std::int64_t at = std::clamp<std::int64_t>(mouse.X, 0, width - 1);
  const review::FindingStrip strip = panel::strip_of(review);
  const auto [paragraph, start] =
      strip.start_of(static_cast<std::size_t>(at) * strip_.size() / static_cast<std::size_t>(width));
  review.go_to(paragraph, start);
}

void ReviewPanel::take_filter(Review& review) {
  review::Filter filter;
  for (std::size_t i = 0; i < check::categories.size(); ++i)
    filter.hidden[i] = control<css::awt::XCheckBox>(numbered("kind_", i).c_str())->getState() == 0;
  filter.only_sure = control<css::awt::XCheckBox>("only_sure")->getState() == 1;
  filter.text = to_view(entered("search").trim());
  review.set_filter(std::move(filter));
}

void ReviewPanel::take_order(Review& review) {
  const sal_Int32 order = chosen("order");
  shows_passages_ = order == 2;
  passage_ = 0;
  review.set_order(order == 1 ? review::Order::kind : review::Order::place);
}

// What the user has written, else the chosen suggestion.
std::u16string ReviewPanel::correction() const {
  if (const OUString own = entered("own"); !own.isEmpty()) return std::u16string(to_view(own));
  const sal_Int32 line = chosen("suggestions");
  if (!detailed_ || line < 0 || static_cast<std::size_t>(line) >= detailed_->suggestions.size())
    throw css::uno::RuntimeException("nothing is chosen", {});
  return detailed_->suggestions[static_cast<std::size_t>(line)];
}

void ReviewPanel::fix_sure(Review& review) {
  const SureFixes sure = review.sure_fixes();
  if (!sure.fixes.empty()) show_sure_fixes(context_, frame_, review, sure);
}

void ReviewPanel::selectionChanged(const css::awt::grid::GridSelectionEvent& event) {
  const Reference<css::ui::XUIElement> keep(this);
  guarded("panel", [&] {
    if (is_filling_ || !is_open() || !event.SelectedRowIndexes.hasElements()) return;
    const auto review = find_review();
    if (!review) return;
    const sal_Int32 row = event.SelectedRowIndexes[0];
    if (row < 0 || row >= row_count()) return;
    if (shows_passages_) {
      passage_ = row;
      review->go_to_paragraph(review->reviewed().passages()[static_cast<std::size_t>(row)].passage.first);
    } else {
      review->select(static_cast<std::size_t>(row));
    }
  });
}

}  // namespace soat::writer
