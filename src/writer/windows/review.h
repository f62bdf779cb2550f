#pragma once

#include <chrono>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/lang/XEventListener.hpp>
#include <functional>
#include <memory>
#include <optional>
#include <rtl/ref.hxx>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "writer/border/status_line.h"
#include "writer/proofing/document_check.h"
#include "writer/proofing/document_watch.h"
#include "writer/proofing/ignoring.h"
#include "writer/proofing/review_changes.h"
#include "writer/proofing/reviewed_document.h"
#include "writer/text/replacement.h"

namespace soat::writer {

// What shows a review.
class ReviewView {
 public:
  // Something is another now.
  virtual void show_review() = 0;

 protected:
  ~ReviewView() = default;
};

// The check of one document in one of its windows, and what is done with what it found; without a window of its own.
// It lasts as long as the document's window shows the document, whether or not the panel shows it. For the main thread.
class Review : public std::enable_shared_from_this<Review> {
 public:
  // The number of findings; less than none if there was no check: the data cannot be used, or it was broken off.
  using Done = std::function<void(sal_Int32)>;

  // The review of the document in a window; null when there is none.
  static std::shared_ptr<Review> of(const Context& context, const css::uno::Reference<css::frame::XFrame>& frame);

  // Has all reviews call sure what the configuration says now.
  static void take_sure_confidence(const Context& context);

  // Has what shows a review show findings in the colours that they have now.
  static void take_mark_styles();

  // Has all reviews leave out what is ignored now, whoever had it ignored, and check again in the background for what
  // is not any more, or is found otherwise. One that nothing shows does that when something shows it.
  static void take_ignored(Wanted wanted);

  Review(const Context& context, const css::uno::Reference<css::frame::XController>& controller);

  // A document that is closed over a bridge ends before its window does.
  bool is_open() const { return controller_.is() && !reviewed_->has_ended(); }

  // One at a time; null for none.
  void set_view(ReviewView* view);
  bool has_view() const { return view_ != nullptr; }
  // What is not shown here does nothing.
  void drop_view(const ReviewView* view) {
    if (view_ == view) view_ = nullptr;
  }

  enum class Stage : std::uint8_t { fresh, checking, checked, cancelled, broken };
  Stage stage() const { return stage_; }
  int percent() const { return percent_; }  // of the check that runs
  // Whether a change or a reading of many paragraphs goes on, after which the view is told.
  bool is_busy() const { return busy_; }
  ReviewedDocument& reviewed() { return *reviewed_; }
  review::FindingList& list() { return reviewed_->waiting(); }
  bool dealt_with_any() const { return dealt_with_any_; }

  // The current finding, true to the document as it is; null if there is none or it is being judged.
  const check::Finding* shown() const { return shown_ ? &*shown_ : nullptr; }
  // What keeps it from being changed.
  Obstacle obstacle() const;
  // How many waiting ones the same correction repairs, it among them; where nothing keeps them from being changed.
  std::size_t alike();
  // A sentence on what was done last, or why not; may be empty.
  const OUString& note() const { return note_; }

  // Checks; done is called once. at_once: all of it before this returns.
  void check(CheckScope scope, Done done, bool at_once);
  void cancel();
  // What the user asked for last.
  const CheckScope& scope() const { return scope_; }
  // What a command of the menu checks: the whole document.
  CheckScope scope_of_command() const;

  // Whether the view is to take the focus when it shows the first findings; true once after wish_for_focus().
  bool wants_focus() { return std::exchange(wants_focus_, false); }
  void wish_for_focus() { wants_focus_ = true; }

  void set_filter(review::Filter filter);
  void set_order(review::Order order);

  // Each shows the finding that is current then, and selects it in the document.
  void select(std::size_t row);
  void next();
  void previous();
  void go_to_paragraph(std::uint32_t paragraph);
  // The first row at or behind a place.
  void go_to(std::uint32_t paragraph, std::uint32_t start);
  // What waits there in a paragraph of the document that reads so; nothing changes if nothing does.
  void go_to(const Range& paragraph, std::u16string_view text, std::uint32_t start);

  // Writes text in the place of what is shown; of text in an old encoding all is converted.
  void apply(const std::u16string& text);
  void apply_to_all_alike(const std::u16string& text);
  // The rows that can be fixed unseen, in their order.
  SureFixes sure_fixes();
  void apply_all(std::vector<Fix> fixes);
  void ignore_place();
  void ignore_wording();
  void ask_to_ignore_rule();
  void add_to_dictionary();
  void explain();
  void mark_vietnamese_and_check();

 private:
  class End;
  enum class Select : bool { no, yes };

  void begin_watching();
  void end();
  void check_now(bool at_once);
  void fail();
  void show_progress(int percent);
  void take(DocumentCheck::Result&& result, bool at_once);
  void show_all_found();
  void report(sal_Int32 count);

  void edited();
  void undone();
  void read_later();
  void read_again();
  void settle_later();
  void settle();

  void renew(Select select);
  void show();
  void select_in_document(const check::Finding& finding);
  void tell(const OUString& note) { note_ = note; }
  bool still_stands();
  void begin_change();
  void end_change(const ChangedPlaces& places);
  void convert_document();
  void ignore(std::u16string_view rule);
  void ignore_in_document(std::string_view rule);
  void drop_unwanted();
  css::uno::Reference<css::frame::XFrame> frame() const;
  // For what is called later, when the document may have gone.
  std::function<void()> if_alive(void (Review::*action)());
  std::function<void()> renew_later(Select select);

  Context context_;
  css::uno::Reference<css::frame::XController> controller_;  // null when the document has gone
  rtl::Reference<End> end_;
  std::shared_ptr<ReviewedDocument> reviewed_;
  std::shared_ptr<const check::Checker> checker_;
  std::shared_ptr<DocumentCheck> running_;
  rtl::Reference<DocumentWatch> watch_;
  StatusLine status_;
  ReviewView* view_ = nullptr;
  Done done_;

  Stage stage_ = Stage::fresh;
  CheckScope scope_;
  std::vector<Source> selected_;  // what the user had selected when only that was checked
  int percent_ = 0;
  bool busy_ = false;
  bool dealt_with_any_ = false;
  bool has_chosen_ = false;    // the user chose what is shown, since the check began
  bool is_at_cursor_ = false;  // what was shown first
  bool is_stale_ = false;      // the document was edited since it was read
  bool is_own_edit_ = false;
  bool reads_later_ = false;
  bool settles_later_ = false;
  bool wants_focus_ = false;
  std::chrono::steady_clock::time_point last_edit_;
  std::chrono::milliseconds rest_;  // so long nothing was edited before the whole is checked again
  std::optional<check::Finding> shown_;
  OUString note_;
};

}  // namespace soat::writer
