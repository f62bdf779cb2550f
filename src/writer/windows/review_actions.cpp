// What the buttons of the window "Check document" do to the document and to what is ignored.
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "writer/border/strings.h"
#include "writer/border/texts.h"
#include "writer/proofing/ignored.h"
#include "writer/proofing/live_marks.h"
#include "writer/proofing/review_changes.h"
#include "writer/text/legacy_command.h"
#include "writer/text/replacement.h"
#include "writer/windows/question.h"
#include "writer/windows/review.h"

namespace soat::writer {

// Whether the finding that is shown still stands where it stood; if not, what stands there now is shown.
bool Review::still_stands() {
  const auto again = [self = rtl::Reference<Review>(this)] {
    if (self->is_open()) self->show_current(Select::yes);
  };
  if (reviewed_->refresh(shown_.paragraph, again) == Refreshed::same) return true;
  show_current(Select::yes);
  return false;
}

// Until an action of the window has ended.
void Review::wait() {
  shows_finding_ = false;
  enable(false, false);
}

void Review::apply() {
  const std::u16string* const suggestion = chosen_suggestion();
  if (suggestion == nullptr || !still_stands()) return;
  if (shown_.rule == &legacy_rule) {
    convert_document();
    return;
  }
  const auto& document = reviewed_->document();
  const ReadParagraph& paragraph = reviewed_->paragraph(shown_.paragraph);
  const Obstacle obstacle =
      obstacle_at(document, paragraph.range, paragraph.holder, paragraph.text, shown_.start, shown_.end);
  if (obstacle != Obstacle::none) {
    show_finding(shown_);
    return;
  }
  if (!replace(document, paragraph.range, paragraph.text, shown_, *suggestion, text(context(), texts::undo_title))) {
    tell(text(context(), texts::review_not_replaced));
    return;
  }
  const auto again = [self = rtl::Reference<Review>(this)] {
    if (self->is_open()) self->show_current(Select::yes);
  };
  reviewed_->refresh(shown_.paragraph, again);
  go_on();
}

// All text in an old encoding at once, with its fonts; what can be read then is checked.
void Review::convert_document() {
  wait();
  reviewed_->hold(true);  // what changes meanwhile is seen at the end
  convert_fonts(context(), reviewed_->document(), false, false,
                [self = rtl::Reference<Review>(this)](const ConvertedFonts& outcome) {
                  self->reviewed_->hold(false);
                  if (!self->is_open()) return;
                  if (outcome.paragraphs > 0) {
                    self->check(false);
                  } else {
                    self->show_current(Select::no);
                    self->tell(text(self->context(), texts::review_not_replaced));
                  }
                });
}

void Review::apply_to_all_alike() {
  const std::u16string* const chosen = chosen_suggestion();
  if (chosen == nullptr || !still_stands()) return;
  const bool each_its_own = shown_.rule == &damage_rule;
  const std::optional<std::u16string> suggestion = each_its_own ? std::nullopt : std::optional<std::u16string>(*chosen);
  wait();
  fix_all_alike(
      context(), reviewed_, shown_, suggestion, [self = rtl::Reference<Review>(this)](const ChangedPlaces& places) {
        if (!self->is_open()) return;
        self->go_on();
        self->tell(text(self->context(), places.left == 0
                                             ? text::Message(texts::review_fixed, places.changed)
                                             : text::Message(texts::review_fixed_but, places.changed, places.left)));
      });
}

void Review::ignore_place() {
  Ignored::instance().add_place(context(), shown_, reviewed_->paragraph(shown_.paragraph).text.text);
  mark_again(context(), reviewed_->document(),
             [wording = std::u16string(reviewed_->wording(shown_))](std::u16string_view text) {
               return text.find(wording) != std::u16string_view::npos ? Again::wording : Again::nothing;
             });
  pass();
}

// rule: as Ignored::add_rule takes it. Only what waits is looked through; nothing is checked again.
void Review::ignore(std::u16string_view rule) {
  if (!is_open()) return;
  Ignored::instance().add_rule(context(), rule);
  const auto touched = std::make_shared<std::set<std::u16string, std::less<>>>();
  waiting().erase_if([&](const check::Finding& finding) {
    const std::u16string& paragraph = reviewed_->paragraph(finding.paragraph).text.text;
    if (!Ignored::instance().contains(context(), finding, paragraph)) return false;
    touched->insert(paragraph);
    return true;
  });
  // Writer's own text of a paragraph with fields is another one.
  const bool whole_rule = wording_of_rule(rule).empty();
  mark_everywhere_again(context(), [touched, whole_rule](std::u16string_view text) {
    if (!touched->contains(text) && text.find(u'\u200b') == std::u16string_view::npos) return Again::nothing;
    return whole_rule ? Again::wording : Again::everything;
  });
  go_on();
}

void Review::ignore_wording() {
  ignore(rule_for_wording(shown_, reviewed_->paragraph(shown_.paragraph).text.text));
}

void Review::ask_to_ignore_rule() {
  std::size_t count = 0;
  waiting().for_each([&](const check::Finding& finding) { count += finding.rule == shown_.rule ? 1 : 0; });
  const std::u16string rule(shown_.rule->id.begin(), shown_.rule->id.end());
  Question question;
  question.message = text(context(), texts::ignore_rule_question, shown_.rule->title, count);
  question.yes = text(context(), texts::ignore_rule_yes);
  question.no = text(context(), texts::ignore_rule_no);
  question.on_yes = [self = rtl::Reference<Review>(this), rule] { self->ignore(rule); };
  ask(context(), frame(), std::move(question));
}

void Review::mark_vietnamese_and_check() {
  if (is_read_only(reviewed_->document())) {
    tell(text(context(), texts::obstacle_read_only));
    return;
  }
  wait();
  mark_as_vietnamese(context(), reviewed_, [self = rtl::Reference<Review>(this)](const ChangedPlaces& places) {
    if (!self->is_open()) return;
    self->tell(places.left == 0 ? OUString()
                                : text(self->context(), texts::language_left, to_view(number(places.left))));
    self->check(false);
  });
}

}  // namespace soat::writer
