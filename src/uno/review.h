#pragma once

#include <com/sun/star/frame/XModel.hpp>
#include <deque>
#include <vector>

#include "uno/document.h"
#include "uno/panel.h"
#include "uno/spelling_surface.h"

namespace soat::uno {

// "Check document": checks the whole document once, then goes from finding to finding, starting at the cursor. A
// paragraph that has been edited meanwhile is checked again before anything in it is shown.
class Review final : public Panel {
 public:
  Review(const Context& context, const css::uno::Reference<css::frame::XFrame>& frame);

  // Checks, shows the first finding or says that there is none, and gives the number of findings.
  sal_Int32 start();

 private:
  void pressed(const OUString& button) override;
  bool is_wanted(const check::Finding& finding, std::u16string_view paragraph) const;
  void check();
  void convert_document();
  void begin_at_cursor();
  void show_current();
  void show_end();
  void refresh_current_paragraph();
  void go_on(std::uint32_t resume_at);
  void apply();
  void apply_to_all_alike();
  bool is_like_current(const check::Finding& finding) const;
  std::vector<check::Finding> damage_left(std::uint32_t paragraph, std::u16string_view now) const;

  const check::Finding& current() const { return waiting_.front(); }
  const ParagraphText& current_text() const { return texts_[current().paragraph]; }

  css::uno::Reference<css::frame::XModel> document_;
  DictionaryList dictionaries_;
  std::shared_ptr<const check::Checker> checker_;
  std::vector<Range> paragraphs_;
  std::vector<ParagraphText> texts_;
  std::deque<check::Finding> waiting_;  // still to be shown, in order, beginning at the cursor
  std::uint32_t last_paragraph_ = 0;    // of the finding dealt with last, and where in it to go on
  std::uint32_t resume_at_ = 0;
  bool dealt_with_any_ = false;
};

}  // namespace soat::uno
