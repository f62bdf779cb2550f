#pragma once

#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/task/XStatusIndicator.hpp>
#include <com/sun/star/task/XStatusIndicatorFactory.hpp>
#include <functional>
#include <memory>
#include <rtl/ref.hxx>
#include <set>
#include <string>
#include <vector>

#include "writer/proofing/document_check.h"
#include "writer/proofing/document_watch.h"
#include "writer/proofing/finding_queue.h"
#include "writer/proofing/spelling_surface.h"
#include "writer/text/replacement.h"
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
  void take(DocumentCheck::Result&& result);
  void take_glimpse(const DocumentCheck::Result& result);
  void report(sal_Int32 count);

  bool is_wanted(const check::Finding& finding, std::u16string_view paragraph) const;
  void queue(std::uint32_t paragraph, std::vector<check::Finding> findings);
  std::vector<check::Finding> findings_now(std::uint32_t paragraph, const ParagraphText& now) const;
  bool refresh(std::uint32_t paragraph);
  void look_again();
  void look_at_all_again();
  void take_all_again(std::vector<ReadParagraph> paragraphs);

  enum class Select : bool { no, yes };
  void show_current(Select select);
  OUString in_language(const check::Line& line) const;
  void show_finding(const check::Finding& finding);
  void show_end();
  void show_remaining();
  void show_other_languages();
  void select_in_document(const check::Finding& finding);
  void move_off_selection();
  void enable(bool can_apply, bool can_pass);
  void tell(const OUString& note);
  const std::u16string* chosen_suggestion();
  OUString wording_of(const check::Finding& finding) const;

  void apply();
  void convert_document();
  void apply_to_all_alike();
  void show_after_fixing(std::set<std::uint32_t> touched, std::size_t fixed, std::size_t left);
  bool is_like(const check::Finding& shown, const check::Finding& other) const;
  void ignore_place();
  void ignore_wording();
  void ask_to_ignore_rule();
  void ignore(std::u16string_view rule);
  void mark_vietnamese_and_check();

  css::uno::Reference<css::frame::XModel> document_;
  DictionaryList dictionaries_;
  std::shared_ptr<const check::Checker> checker_;
  std::shared_ptr<DocumentCheck> running_;
  rtl::Reference<DocumentWatch> watch_;
  css::uno::Reference<css::task::XStatusIndicatorFactory> statuses_;  // status_ does not hold it
  css::uno::Reference<css::task::XStatusIndicator> status_;
  Done done_;

  std::vector<ReadParagraph> paragraphs_;
  KnownFindings known_;
  OtherLanguages others_;
  FindingQueue waiting_;
  check::Finding shown_;  // what the window shows, if shows_finding_
  bool shows_finding_ = false;
  bool can_apply_ = false;  // what is shown
  int percent_ = 0;
  bool dealt_with_any_ = false;
  bool looking_at_all_ = false;
};

}  // namespace soat::writer
