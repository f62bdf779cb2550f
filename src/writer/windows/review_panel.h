#pragma once

#include <atomic>
#include <com/sun/star/accessibility/XAccessible.hpp>
#include <com/sun/star/awt/XContainerWindowEventHandler.hpp>
#include <com/sun/star/awt/XFocusListener.hpp>
#include <com/sun/star/awt/XWindowListener.hpp>
#include <com/sun/star/awt/XWindowPeer.hpp>
#include <com/sun/star/awt/grid/XGridSelectionListener.hpp>
#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/graphic/XGraphic.hpp>
#include <com/sun/star/lang/XComponent.hpp>
#include <com/sun/star/ui/XSidebarPanel.hpp>
#include <com/sun/star/ui/XToolPanel.hpp>
#include <com/sun/star/ui/XUIElement.hpp>
#include <cppuhelper/implbase7.hxx>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <rtl/ref.hxx>
#include <string>
#include <vector>

#include "review/mark_style.h"
#include "review/panel_layout.h"
#include "writer/windows/controls.h"
#include "writer/windows/review.h"
#include "writer/windows/review_rows.h"

namespace soat::writer {

// The side panel "Soát": shows the review of its window's document and lets the user deal with it. It comes and goes
// with the sidebar; the review stays. For the main thread.
class ReviewPanel final
    : public cppu::WeakImplHelper7<css::ui::XUIElement, css::ui::XToolPanel, css::ui::XSidebarPanel,
                                   css::lang::XComponent, css::awt::XContainerWindowEventHandler,
                                   css::awt::XWindowListener, css::awt::grid::XGridSelectionListener>,
      private ReviewView,
      private RowSource,
      private Controls {
 public:
  ReviewPanel(const Context& context, css::uno::Reference<css::frame::XFrame> frame, OUString url);

  ~ReviewPanel() override;

  // Makes an empty window, whose place the panel's takes at the next turn of the main loop: both and what the sidebar
  // does for its first panel would hold up a key that is pressed meanwhile for longer than is felt. Throws what UNO
  // throws.
  void open(const css::uno::Reference<css::awt::XWindowPeer>& parent);

  // XUIElement
  css::uno::Reference<css::uno::XInterface> SAL_CALL getRealInterface() override;
  css::uno::Reference<css::frame::XFrame> SAL_CALL getFrame() override { return frame_; }
  OUString SAL_CALL getResourceURL() override { return url_; }
  sal_Int16 SAL_CALL getType() override;

  // XToolPanel, XSidebarPanel
  css::uno::Reference<css::awt::XWindow> SAL_CALL getWindow() override { return window_.is() ? window_ : placeholder_; }
  css::uno::Reference<css::accessibility::XAccessible> SAL_CALL
  createAccessible(const css::uno::Reference<css::accessibility::XAccessible>& parent) override;
  css::ui::LayoutSize SAL_CALL getHeightForWidth(sal_Int32 width) override;
  sal_Int32 SAL_CALL getMinimalWidth() override;

  // XComponent
  void SAL_CALL dispose() override;
  void SAL_CALL addEventListener(const css::uno::Reference<css::lang::XEventListener>& listener) override;
  void SAL_CALL removeEventListener(const css::uno::Reference<css::lang::XEventListener>& listener) override;

  // What the .xdl names.
  sal_Bool SAL_CALL callHandlerMethod(const css::uno::Reference<css::awt::XWindow>& window, const css::uno::Any& event,
                                      const OUString& method) override;
  css::uno::Sequence<OUString> SAL_CALL getSupportedMethodNames() override { return {}; }

  void SAL_CALL windowResized(const css::awt::WindowEvent&) override;
  void SAL_CALL windowMoved(const css::awt::WindowEvent&) override {}
  void SAL_CALL windowShown(const css::lang::EventObject&) override;
  void SAL_CALL windowHidden(const css::lang::EventObject&) override {}

  void SAL_CALL selectionChanged(const css::awt::grid::GridSelectionEvent& event) override;

  void SAL_CALL disposing(const css::lang::EventObject& source) override;

 private:
  void show_review() override;
  sal_Int32 row_count() override;
  css::uno::Any cell(sal_Int32 column, sal_Int32 row) override;
  css::uno::Any tip(sal_Int32 row) override;

  void make(const css::uno::Reference<css::awt::XWindowPeer>& parent);
  void take_place();
  void tell_focus();
  void add_list();
  void fill_choices();
  void name_controls();
  void take_colours();
  void show_recording();
  std::shared_ptr<Review> find_review();
  bool is_open() const { return Controls::is_open() && !gone_; }
  void leave_review();
  void let_go();
  void show_all(Review& review);
  void show_stage(Review& review);
  void show_kinds(Review& review);
  void show_strip(Review& review);
  void show_rows(Review& review);
  void show_finding(Review& review);
  void show_passage(Review& review);
  void show_buttons(Review& review);
  void show_languages(Review& review);
  css::uno::Any passage_cell(Review& review, sal_Int32 column, sal_Int32 row);
  OUString title_of(const review::ReviewedPassage& passage) const;
  OUString confidence_of(Review& review, const check::Finding& finding) const;
  OUString in_language(const check::Message& line) const;

  void pressed(const OUString& name, const css::uno::Any& event);
  CheckScope chosen_scope() const;
  void start_check(Review& review);
  void go_to_part(Review& review, const css::uno::Any& event);
  void take_filter(Review& review);
  void take_order(Review& review);
  void fix_sure(Review& review);
  std::u16string correction() const;

  void say(const char* label, const OUString& what);
  void let_press(const char* name, bool enabled);
  void let_see(const std::string& name, bool visible);
  review::PanelLayout layout_for(sal_Int32 width, sal_Int32 height);
  void lay_out();
  void show_scroll_bar(const css::awt::Rectangle& own, sal_Int32 least_height);
  void scroll();
  void scroll_to(const css::uno::Reference<css::awt::XWindow>& control);
  void set_wide(bool wide);

  Context context_;
  css::uno::Reference<css::frame::XFrame> frame_;
  OUString url_;
  css::uno::Reference<css::awt::XWindow> placeholder_;  // until the window is there
  std::weak_ptr<Review> review_;
  rtl::Reference<ReviewRows> rows_;
  std::shared_ptr<const review::MarkStyles> marks_;                   // that are shown
  std::vector<css::uno::Reference<css::graphic::XGraphic>> colours_;  // of them, by category
  std::mutex listeners_mutex_;
  std::vector<css::uno::Reference<css::lang::XEventListener>> listeners_;
  std::atomic<bool> gone_ = false;  // the window has ended, or is about to
  std::atomic<bool> disposed_ = false;
  std::vector<css::uno::Reference<css::accessibility::XAccessible>> accessibles_;  // held until the window is gone
  // What the controls show, so that only what is another now is drawn again.
  std::map<std::string, OUString> said_;
  std::map<std::string, bool> seen_;
  std::map<std::string, bool> enabled_;
  std::optional<check::Finding> detailed_;               // whose suggestions are in the list
  std::vector<std::uint32_t> strip_;                     // the colours of the strip
  css::uno::Reference<css::awt::XFocusListener> focus_;  // told which control has the keyboard
  sal_Int32 top_ = 0;                                    // so much of what is to be seen is above the window
  int percent_ = -1;                                     // that the bar shows
  sal_Int32 passage_ = 0;                                // the chosen row, if shows_passages_
  bool shows_passages_ = false;
  bool is_wide_ = false;
  bool is_filling_ = false;  // what changes now the user does not change
  bool is_showing_ = false;
};

}  // namespace soat::writer
