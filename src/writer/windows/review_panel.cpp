#include "writer/windows/review_panel.h"

#include <algorithm>
#include <com/sun/star/awt/ContainerWindowProvider.hpp>
#include <com/sun/star/awt/PosSize.hpp>
#include <com/sun/star/awt/Toolkit.hpp>
#include <com/sun/star/awt/WindowClass.hpp>
#include <com/sun/star/awt/WindowDescriptor.hpp>
#include <com/sun/star/awt/XControl.hpp>
#include <com/sun/star/awt/XControlContainer.hpp>
#include <com/sun/star/awt/XFocusListener.hpp>
#include <com/sun/star/awt/XLayoutConstrains.hpp>
#include <com/sun/star/awt/XScrollBar.hpp>
#include <com/sun/star/awt/XWindow2.hpp>
#include <com/sun/star/awt/grid/DefaultGridColumnModel.hpp>
#include <com/sun/star/awt/grid/XGridRowSelection.hpp>
#include <com/sun/star/container/XNameContainer.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/ui/UIElementType.hpp>
#include <cppuhelper/implbase1.hxx>
#include <cppuhelper/weakref.hxx>
#include <functional>
#include <utility>

#include "review/panel_layout.h"
#include "writer/border/border.h"
#include "writer/border/broadcaster.h"
#include "writer/border/main_thread.h"
#include "writer/border/properties.h"
#include "writer/border/texts.h"
#include "writer/proofing/marks.h"
#include "writer/windows/colour_picture.h"
#include "writer/windows/help.h"
#include "writer/windows/review_panel_parts.h"

namespace soat::writer {

using panel::columns;
using panel::list;
using panel::numbered;
using panel::reason_column;

namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

constexpr sal_Int32 scroll_bar_width = 6;  // the margin, so that the rest has its place
constexpr sal_Int32 least_window = 160;    // high; in less there is nothing to be seen

// Tells which control has got the keyboard by the keyboard: one that the mouse is pressed on must not move from under
// it.
class Focus final : public cppu::WeakImplHelper1<css::awt::XFocusListener> {
 public:
  explicit Focus(std::function<void(const Reference<css::awt::XWindow>&)> gained) : gained_(std::move(gained)) {}

  void SAL_CALL focusGained(const css::awt::FocusEvent& event) override {
    if (event.FocusFlags == 0) return;
    guarded("panel", [&] { gained_(Reference<css::awt::XWindow>(event.Source, UNO_QUERY)); });
  }
  void SAL_CALL focusLost(const css::awt::FocusEvent& /*event*/) override {}
  void SAL_CALL disposing(const css::lang::EventObject& /*source*/) override {}

 private:
  std::function<void(const Reference<css::awt::XWindow>&)> gained_;
};

// A bar of one colour.
Reference<css::graphic::XGraphic> bar(const Context& context, std::uint32_t rgb) {
  constexpr std::size_t width = 8;
  constexpr std::uint32_t height = 40;
  return picture_of(context, std::vector<std::uint32_t>(width, rgb), height);
}

}  // namespace

ReviewPanel::ReviewPanel(const Context& context, Reference<css::frame::XFrame> frame, OUString url)
    : context_(context), frame_(std::move(frame)), url_(std::move(url)) {}

// The office may let go of a panel without having ended it.
ReviewPanel::~ReviewPanel() {
  leave_review();
}

void ReviewPanel::leave_review() {
  if (const auto review = review_.lock()) review->drop_view(this);
  review_.reset();
}

void ReviewPanel::open(const Reference<css::awt::XWindowPeer>& parent) {
  const auto toolkit = css::awt::Toolkit::create(context_);
  const css::awt::WindowDescriptor empty(css::awt::WindowClass_CONTAINER, "tabpage", parent, -1, {}, 0);
  placeholder_.set(toolkit->createWindow(empty), UNO_QUERY_THROW);
  placeholder_->setVisible(true);
  run_on_main_thread(context_, [self = rtl::Reference<ReviewPanel>(this), parent] {
    if (self->gone_) return;
    const bool made = guarded("panel", false, [&] {
      self->make(parent);
      return true;
    });
    if (!made) self->gone_ = true;
  });
}

void ReviewPanel::make(const Reference<css::awt::XWindowPeer>& parent) {
  const OUString url = OUString::createFromAscii(dialogs_url) + "/ReviewPanel.xdl";
  window_ = css::awt::ContainerWindowProvider::create(context_)->createContainerWindow(
      url, OUString(), parent, static_cast<css::awt::XContainerWindowEventHandler*>(this));
  is_filling_ = true;
  add_list();
  fill_choices();
  name_controls();
  take_colours();
  is_filling_ = false;
  tell_focus();
  help_on_f1(context_, window_, "ReviewPanel");
  take_place();
  show_review();
}

// Of the window that was there before.
void ReviewPanel::take_place() {
  const css::awt::Rectangle place = placeholder_->getPosSize();
  const bool has_focus = Reference<css::awt::XWindow2>(placeholder_, UNO_QUERY_THROW)->hasFocus();
  placeholder_->dispose();
  placeholder_.clear();
  window_->setPosSize(place.X, place.Y, place.Width, place.Height, css::awt::PosSize::POSSIZE);
  window_->setVisible(true);
  window_->addWindowListener(this);
  if (has_focus) window_->setFocus();
}

// Has the panel told which of its controls has the keyboard.
void ReviewPanel::tell_focus() {
  // Weak: the controls, which the panel holds, hold this.
  const css::uno::WeakReference<css::ui::XUIElement> weak(this);
  focus_ = new Focus([weak, context = context_](const Reference<css::awt::XWindow>& control) {
    run_on_main_thread(context, [weak, control] {
      const Reference<css::ui::XUIElement> alive(weak);
      if (auto* const panel = dynamic_cast<ReviewPanel*>(alive.get()))
        guarded("panel", [&] { panel->scroll_to(control); });
    });
  });
  const auto controls = Reference<css::awt::XControlContainer>(window_, UNO_QUERY_THROW)->getControls();
  for (sal_Int32 i = 0; i < controls.getLength(); ++i) {
    if (const Reference<css::awt::XWindow> window(controls[i], UNO_QUERY); window.is())
      window->addFocusListener(focus_);
  }
}

void ReviewPanel::add_list() {
  const Reference<css::awt::XControl> dialog(window_, UNO_QUERY_THROW);
  const Reference<css::lang::XMultiServiceFactory> factory(dialog->getModel(), UNO_QUERY_THROW);
  const Properties model(factory->createInstance("com.sun.star.awt.grid.UnoControlGridModel"), UNO_QUERY_THROW);
  const auto grid_columns = css::awt::grid::DefaultGridColumnModel::create(context_);
  const auto add = [&](std::int32_t width, std::int32_t flexibility, const OUString& title) {
    const auto column = grid_columns->createColumn();
    column->setColumnWidth(width);
    column->setFlexibility(flexibility);
    column->setResizeable(flexibility > 0);
    column->setTitle(title);
    grid_columns->addColumn(column);
  };
  add(8, 0, OUString());
  add(80, 4, text(context_, texts::panel_snippet));
  add(50, 2, text(context_, texts::panel_suggestion));
  rows_ = new ReviewRows(this, columns);
  model->setPropertyValue("ColumnModel", Any(Reference<css::awt::grid::XGridColumnModel>(grid_columns)));
  model->setPropertyValue("GridDataModel", Any(Reference<css::awt::grid::XGridDataModel>(rows_.get())));
  model->setPropertyValue("ShowColumnHeader", Any(false));
  model->setPropertyValue("ShowRowHeader", Any(false));
  model->setPropertyValue("HScroll", Any(false));
  model->setPropertyValue("VScroll", Any(true));
  model->setPropertyValue("Tabstop", Any(true));
  model->setPropertyValue("TabIndex", Any(static_cast<sal_Int16>(50)));
  model->setPropertyValue("HelpText", Any(text(context_, texts::panel_list)));
  Reference<css::container::XNameContainer>(dialog->getModel(), UNO_QUERY_THROW)
      ->insertByName(OUString::createFromAscii(list), Any(model));
  control<css::awt::grid::XGridRowSelection>(list)->addSelectionListener(this);
}

void ReviewPanel::fill_choices() {
  const bool strict = read_switch(context_, settings_node, "Strict", false);
  fill("profile", {text(context_, texts::panel_normal), text(context_, texts::panel_strict)}, strict ? 1 : 0);
  fill("scope", {text(context_, texts::panel_whole), text(context_, texts::panel_selected)}, 0);
  fill("order",
       {text(context_, texts::panel_by_place), text(context_, texts::panel_by_kind),
        text(context_, texts::panel_by_passage)},
       0);
}

// What has no text of its own, for screen readers. Of a grid control the office says nothing but that it is one; the
// label before it says which.
void ReviewPanel::name_controls() {
  guarded("accessible names", [&] {
    give_name("strip", text(context_, texts::panel_strip));
    give_name("progress", text(context_, texts::panel_progress));
    give_name(list, text(context_, texts::panel_list));
    const Reference<css::awt::XControl> own(window_, UNO_QUERY_THROW);
    Properties(own->getModel(), UNO_QUERY_THROW)->setPropertyValue("Title", Any(text(context_, texts::panel_title)));
  });
}

// The squares beside the categories and the bars before the rows; the strip follows by itself.
void ReviewPanel::take_colours() {
  const auto marks = mark_styles(context_);
  if (marks_ == marks) return;
  marks_ = marks;
  colours_.clear();
  for (std::size_t i = 0; i < check::categories.size(); ++i) {
    const std::uint32_t rgb = marks->by_category[i].colour;
    colours_.push_back(guarded("colours", Reference<css::graphic::XGraphic>(), [&] { return bar(context_, rgb); }));
    // What the square says is for screen readers: it is written in the square's own colour.
    const Reference<css::awt::XControl> square(find_control(numbered("colour_", i).c_str()), UNO_QUERY_THROW);
    const Properties model(square->getModel(), UNO_QUERY_THROW);
    model->setPropertyValue("BackgroundColor", Any(static_cast<sal_Int32>(rgb)));
    model->setPropertyValue("TextColor", Any(static_cast<sal_Int32>(rgb)));
    set_label(numbered("colour_", i).c_str(), text(context_, check::categories[i].title));
  }
}

sal_Int16 ReviewPanel::getType() {
  return css::ui::UIElementType::TOOLPANEL;
}

Reference<css::uno::XInterface> ReviewPanel::getRealInterface() {
  return static_cast<css::ui::XToolPanel*>(this);
}

Reference<css::accessibility::XAccessible> ReviewPanel::createAccessible(
    const Reference<css::accessibility::XAccessible>& /*parent*/) {
  return {window_, UNO_QUERY};
}

// When a document is closed over a bridge, the sidebar ends on a thread of its own while the main thread may be using
// the panel: only the window ends at once, what there is here belongs to the main thread.
void ReviewPanel::dispose() {
  const rtl::Reference<ReviewPanel> keep(this);
  guarded("panel", [&] {
    gone_ = true;
    if (disposed_.exchange(true)) return;
    if (const Reference<css::awt::XWindow> window = placeholder_; window.is()) window->dispose();
    if (const Reference<css::awt::XWindow> window = window_; window.is()) {
      window->removeWindowListener(this);
      window->dispose();
    }
    if (on_main_thread()) {
      let_go();
    } else {
      run_on_main_thread(context_, [keep] { keep->let_go(); });
    }
    std::vector<Reference<css::lang::XEventListener>> listeners;
    {
      const std::lock_guard lock(listeners_mutex_);
      listeners = std::exchange(listeners_, {});
    }
    const css::lang::EventObject event(static_cast<css::ui::XUIElement*>(this));
    for (const auto& listener : listeners) guarded("panel", [&] { listener->disposing(event); });
  });
}

void ReviewPanel::let_go() {
  leave_review();
  placeholder_.clear();
  window_.clear();
  if (rows_.is()) rows_->forget_source();
  accessibles_.clear();
  frame_.clear();
}

// The sidebar may end with its windows before it ends its panels.
void ReviewPanel::disposing(const css::lang::EventObject& source) {
  if (source.Source == window_) gone_ = true;
}

void ReviewPanel::addEventListener(const Reference<css::lang::XEventListener>& listener) {
  const std::lock_guard lock(listeners_mutex_);
  listeners_.push_back(listener);
}

void ReviewPanel::removeEventListener(const Reference<css::lang::XEventListener>& listener) {
  const std::lock_guard lock(listeners_mutex_);
  std::erase(listeners_, listener);
}

void ReviewPanel::windowResized(const css::awt::WindowEvent&) {
  guarded("panel", [&] { lay_out(); });
}

void ReviewPanel::windowShown(const css::lang::EventObject&) {
  guarded("panel", [&] { show_review(); });
}

css::ui::LayoutSize ReviewPanel::getHeightForWidth(sal_Int32 width) {
  return guarded("panel", css::ui::LayoutSize(300, -1, 400), [&] {
    if (!is_open()) return css::ui::LayoutSize(least_window, -1, least_window);
    lay_out();
    const sal_Int32 least = layout_for(width, 0).least_height;
    return css::ui::LayoutSize(std::min(least, least_window), -1, least);
  });
}

sal_Int32 ReviewPanel::getMinimalWidth() {
  return 300;
}

review::PanelLayout ReviewPanel::layout_for(sal_Int32 width, sal_Int32 height) {
  review::ControlSizes sizes;
  const auto constrains = [this](const std::string& name) {
    return control<css::awt::XLayoutConstrains>(name.c_str());
  };
  sizes.preferred = [&](const std::string& name) {
    const css::awt::Size size = constrains(name)->getPreferredSize();
    return review::Size{size.Width, size.Height};
  };
  sizes.height_at = [&](const std::string& name, int at) {
    return constrains(name)->calcAdjustedSize(css::awt::Size(at, 0)).Height;
  };
  sizes.is_seen = [&](const std::string& name) {
    const auto seen = seen_.find(name);
    return seen == seen_.end() || seen->second;
  };
  return review::lay_out_panel(sizes, width, height);
}

void ReviewPanel::lay_out() {
  if (!is_open()) return;
  const css::awt::Rectangle own = window_->getPosSize();
  if (own.Width <= 0) return;
  const review::PanelLayout layout = layout_for(own.Width, own.Height);
  show_scroll_bar(own, layout.least_height);
  for (const review::PlacedControl& placed : layout.controls) {
    const auto window = control<css::awt::XWindow>(placed.name.c_str());
    const css::awt::Rectangle now = window->getPosSize();
    const sal_Int32 y = placed.y - top_;
    if (now.X != placed.x || now.Y != y || now.Width != placed.width || now.Height != placed.height)
      window->setPosSize(placed.x, y, placed.width, placed.height, css::awt::PosSize::POSSIZE);
  }
  set_wide(own.Width >= review::wide_panel);
}

// Where the window is too low for what is to be seen; the sidebar does not scroll windows of this kind.
void ReviewPanel::show_scroll_bar(const css::awt::Rectangle& own, sal_Int32 least_height) {
  const sal_Int32 hidden = std::max<sal_Int32>(0, least_height - own.Height);
  top_ = std::clamp<sal_Int32>(top_, 0, hidden);
  set_visible("scroll", hidden > 0);
  if (hidden == 0) return;
  constexpr sal_Int32 line = 24;
  control<css::awt::XWindow>("scroll")->setPosSize(own.Width - scroll_bar_width, 0, scroll_bar_width, own.Height,
                                                   css::awt::PosSize::POSSIZE);
  const auto bar = control<css::awt::XScrollBar>("scroll");
  bar->setMaximum(least_height);
  bar->setVisibleSize(own.Height);
  bar->setLineIncrement(line);
  bar->setBlockIncrement(std::max(line, own.Height - line));
  bar->setValue(top_);
}

void ReviewPanel::scroll() {
  const sal_Int32 top = control<css::awt::XScrollBar>("scroll")->getValue();
  if (std::exchange(top_, top) != top) lay_out();
}

// Who goes through the panel by keyboard sees where.
void ReviewPanel::scroll_to(const Reference<css::awt::XWindow>& control) {
  if (!is_open() || !control.is()) return;
  constexpr sal_Int32 margin = 4;
  const css::awt::Rectangle place = control->getPosSize();
  const sal_Int32 beyond = place.Y + place.Height + margin - window_->getPosSize().Height;
  const sal_Int32 top = top_ + (place.Y < 0 ? place.Y - margin : std::max<sal_Int32>(0, beyond));
  if (std::exchange(top_, top) != top) lay_out();
}

// Columns for the reason and the confidence, where there is room.
void ReviewPanel::set_wide(bool wide) {
  if (std::exchange(is_wide_, wide) == wide) return;
  const Reference<css::awt::XControl> grid(find_control(list), UNO_QUERY_THROW);
  Reference<css::awt::grid::XGridColumnModel> all;
  Properties(grid->getModel(), UNO_QUERY_THROW)->getPropertyValue("ColumnModel") >>= all;
  if (!all.is()) return;
  while (all->getColumnCount() > reason_column) all->removeColumn(all->getColumnCount() - 1);
  if (!wide) return;
  for (const auto& [title, flexibility] :
       {std::pair(text(context_, texts::panel_reason), 4), std::pair(text(context_, texts::panel_confidence), 1)}) {
    const auto column = all->createColumn();
    column->setFlexibility(flexibility);
    column->setColumnWidth(30 * flexibility);
    column->setTitle(title);
    all->addColumn(column);
  }
}

// The review of what the window shows now, which is begun when there is something to show it for.
std::shared_ptr<Review> ReviewPanel::find_review() {
  std::shared_ptr<Review> review = review_.lock();
  if (review && review->is_open()) return review;
  leave_review();
  review = Review::of(context_, frame_);
  review_ = review;
  if (review) review->set_view(this);
  return review;
}

void ReviewPanel::show_review() {
  const Reference<css::ui::XUIElement> keep(this);
  guarded("panel", [&] {
    if (!is_open() || is_showing_) return;
    is_showing_ = true;
    guarded("panel", [&] {
      if (const auto review = find_review()) show_all(*review);
      lay_out();
    });
    is_showing_ = false;
  });
}

}  // namespace soat::writer
