#pragma once

#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/task/XStatusIndicator.hpp>
#include <com/sun/star/task/XStatusIndicatorFactory.hpp>
#include <functional>
#include <memory>
#include <rtl/ref.hxx>
#include <string>
#include <string_view>
#include <utility>

#include "writer/proofing/document_check.h"
#include "writer/proofing/document_watch.h"
#include "writer/proofing/reviewed_document.h"
#include "writer/windows/panel.h"

namespace soat::writer {

// "Check document": checks the whole document, then goes from finding to finding, starting at the cursor. The window
// is there at once and shows the first finding as soon as there is one; the rest is checked meanwhile. A paragraph that
// has been edited is checked again before anything in it is shown, and so is what is undone. For the main thread.
class Review final : public Panel {
 public:
  // The number of findings; less than none if there was no check: the data cannot be used, or the window was closed.
  using Done = std::function<void(sal_Int32)>;

  Review(const Context& context, const css::uno::Reference<css::frame::XFrame>& frame);

  // Opens the window and checks; done is called once. at_once: all of it before this returns.
  void start(Done done, bool at_once);

 private:
  void pressed(const OUString& button) override;
  void closed() override;

  void check(bool at_once);
  void show_progress(int percent);
  void end_progress();
  void take(DocumentCheck::Result&& result, bool at_once);
  void show_all_found();
  void take_glimpse(const DocumentCheck::Result& result);
  void report(sal_Int32 count);
  void look_again();
  void look_at_all_again();

  enum class Select : bool { no, yes };
  using Refreshed = ReviewedDocument::Refreshed;
  FindingQueue& waiting() { return reviewed_->waiting(); }
  void show_current(Select select);
  void show_finding(const check::Finding& finding);
  void show_end();
  void show_remaining();
  void show_other_languages();
  void select_in_document(const check::Finding& finding);
  void move_off_selection();
  void enable(bool can_apply, bool can_pass);
  void tell(const OUString& note);
  const std::u16string* chosen_suggestion();
  std::pair<std::uint32_t, std::uint32_t> place() const;
  static OUString number(std::size_t count);

  void pass();
  void go_back();
  void go_on();
  bool still_stands();
  void wait();
  void apply();
  void convert_document();
  void apply_to_all_alike();
  void ignore_place();
  void ignore_wording();
  void ask_to_ignore_rule();
  void ignore(std::u16string_view rule);
  void mark_vietnamese_and_check();

  std::shared_ptr<ReviewedDocument> reviewed_;
  std::shared_ptr<const check::Checker> checker_;
  std::shared_ptr<DocumentCheck> running_;
  rtl::Reference<DocumentWatch> watch_;
  css::uno::Reference<css::task::XStatusIndicatorFactory> statuses_;  // status_ does not hold it
  css::uno::Reference<css::task::XStatusIndicator> status_;
  Done done_;

  check::Finding shown_;  // what the window shows, if shows_finding_
  bool shows_finding_ = false;
  bool can_apply_ = false;  // what is shown
  int percent_ = 0;
  bool dealt_with_any_ = false;
};

}  // namespace soat::writer
