// What the user does with the findings of a review: to the document, and to what is ignored.
#include <com/sun/star/linguistic2/XDictionary.hpp>
#include <optional>
#include <string>
#include <utility>

#include "text/utf.h"
#include "writer/border/border.h"
#include "writer/border/broadcaster.h"
#include "writer/border/strings.h"
#include "writer/border/texts.h"
#include "writer/proofing/document_ignored.h"
#include "writer/proofing/ignored.h"
#include "writer/proofing/ignoring.h"
#include "writer/proofing/recorded_fixes.h"
#include "writer/text/legacy_command.h"
#include "writer/text/replacement.h"
#include "writer/windows/explain.h"
#include "writer/windows/question.h"
#include "writer/windows/review.h"

namespace soat::writer {

// Whether the finding that is shown still stands where it stood; if not, what stands there now is shown.
bool Review::still_stands() {
  note_.clear();
  if (!shown_ || busy_ || !is_open()) return false;
  if (reviewed_->refresh(shown_->paragraph, renew_later(Select::yes)) == ReviewedDocument::Refreshed::same) return true;
  renew(Select::yes);
  return false;
}

// Until end_change() nothing else can be done with the findings.
void Review::begin_change() {
  busy_ = true;
  shown_.reset();
  show();
}

void Review::end_change(const ChangedPlaces& places) {
  busy_ = false;
  dealt_with_any_ = true;
  tell(text(context_, places.left == 0 ? text::Message(texts::review_fixed, places.changed)
                                       : text::Message(texts::review_fixed_but, places.changed, places.left)));
  renew(Select::yes);
}

void Review::apply(const std::u16string& correction) {
  if (!still_stands()) return;
  if (shown_->rule == &legacy_rule) {
    convert_document();
    return;
  }
  const check::Finding finding = *shown_;
  const ReadParagraph& paragraph = reviewed_->paragraph(finding.paragraph);
  if (obstacle() != Obstacle::none) {
    show();
    return;
  }
  is_own_edit_ = true;
  if (!replace_as_set(context_, reviewed_->document(), paragraph.range, paragraph.text, finding, correction)) {
    is_own_edit_ = false;
    tell(text(context_, texts::review_not_replaced));
    show();
    return;
  }
  dealt_with_any_ = true;
  renew(Select::yes);
}

// All text in an old encoding at once, with its fonts; what can be read then is checked.
void Review::convert_document() {
  begin_change();
  reviewed_->hold(true);  // what changes meanwhile is seen at the end
  convert_fonts(context_, reviewed_->document(), false, false,
                [weak = weak_from_this()](const ConvertedFonts& outcome) {
                  const auto self = weak.lock();
                  if (!self || !self->is_open()) return;
                  self->reviewed_->hold(false);
                  self->busy_ = false;
                  if (outcome.paragraphs > 0) {
                    self->check(self->scope_, nullptr, false);
                  } else {
                    self->tell(text(self->context_, texts::review_not_replaced));
                    self->renew(Select::no);
                  }
                });
}

void Review::apply_to_all_alike(const std::u16string& correction) {
  if (!still_stands()) return;
  const bool each_its_own = shown_->rule == &damage_rule;
  apply_all(fixes_alike(*reviewed_, *shown_, each_its_own ? std::nullopt : std::optional(correction)));
}

SureFixes Review::sure_fixes() {
  SureFixes sure;
  const bool can_be_changed = !is_read_only(reviewed_->document());
  for (std::size_t row = 0; row < list().rows(); ++row) {
    const check::Finding& finding = list().row(row);
    if (finding.rule == &legacy_rule || !list().can_be_fixed_unseen(finding)) continue;
    if (can_be_changed && reviewed_->can_be_changed(finding)) {
      sure.fixes.push_back({finding, finding.suggestions.front()});
    } else {
      ++sure.left;
    }
  }
  return sure;
}

void Review::apply_all(std::vector<Fix> fixes) {
  if (!is_open() || busy_ || stage_ == Stage::checking) return;
  if (reviewed_->is_held()) {  // it is being read
    tell(text(context_, texts::review_wait));
    show();
    return;
  }
  begin_change();
  fix_all(context_, reviewed_, std::move(fixes), [weak = weak_from_this()](const ChangedPlaces& places) {
    if (const auto self = weak.lock(); self && self->is_open()) self->end_change(places);
  });
}

void Review::ignore_place() {
  if (!still_stands()) return;
  const check::Finding finding = *shown_;
  const auto ignored = DocumentIgnored::of(context_, reviewed_->document());
  if (!ignored) return;
  ignored->add_place(finding, reviewed_->paragraph(finding.paragraph).text.text);
  if (!ignored->is_kept()) tell(text(context_, texts::ignore_until_closed));
  drop_unwanted();
}

// What is ignored, or taken for right, is another now: nothing is checked again.
void Review::drop_unwanted() {
  reviewed_->drop_unwanted();
  Broadcaster::post_marked();
  dealt_with_any_ = true;
  renew(Select::yes);
  tell_ignored(context_);  // the panels of other windows and documents
}

// rule: as Ignored::add_rule takes it.
void Review::ignore(std::u16string_view rule) {
  if (!is_open()) return;
  Ignored::instance().add_rule(context_, rule);
  drop_unwanted();
}

void Review::ignore_in_document(std::string_view rule) {
  const auto ignored = is_open() ? DocumentIgnored::of(context_, reviewed_->document()) : nullptr;
  if (!ignored) return;
  ignored->add_rule(rule);
  if (!ignored->is_kept()) tell(text(context_, texts::ignore_until_closed));
  drop_unwanted();
}

void Review::ignore_wording() {
  if (still_stands()) ignore(rule_for_wording(*shown_, reviewed_->paragraph(shown_->paragraph).text.text));
}

void Review::ask_to_ignore_rule() {
  if (!still_stands()) return;
  const check::RuleInfo* const rule = shown_->rule;
  std::size_t count = 0;
  list().for_each([&](const check::Finding& finding) { count += finding.rule == rule ? 1 : 0; });
  Question question;
  question.message = text(context_, texts::ignore_rule_question, rule->title, count);
  question.yes = text(context_, texts::ignore_rule_yes);
  question.no = text(context_, texts::ignore_rule_no);
  question.other = text(context_, texts::ignore_rule_everywhere);
  question.on_yes = [weak = weak_from_this(), rule] {
    if (const auto self = weak.lock()) self->ignore_in_document(rule->id);
  };
  question.on_other = [weak = weak_from_this(), rule] {
    if (const auto self = weak.lock()) self->ignore(text::to_utf16(rule->id));
  };
  ask(context_, frame(), std::move(question));
}

void Review::add_to_dictionary() {
  if (!still_stands() || shown_->category() != check::Category::spelling) return;
  const std::u16string word(reviewed_->wording(*shown_));
  if (!add_to_user_dictionary(context_, word)) {
    tell(text(context_, texts::review_not_added));
    show();
    return;
  }
  drop_unwanted();
  tell(text(context_, texts::review_added, std::u16string_view(word)));
  show();
}

void Review::explain() {
  if (shown_) explain_rule(context_, frame(), *shown_->rule);
}

void Review::mark_vietnamese_and_check() {
  if (!is_open() || busy_ || stage_ == Stage::checking || reviewed_->is_held()) return;
  if (is_read_only(reviewed_->document())) {
    tell(text(context_, texts::obstacle_read_only));
    show();
    return;
  }
  begin_change();
  mark_as_vietnamese(context_, reviewed_, [weak = weak_from_this()](const ChangedPlaces& places) {
    const auto self = weak.lock();
    if (!self || !self->is_open()) return;
    self->busy_ = false;
    self->check(self->scope_, nullptr, false);
    if (places.left > 0) self->tell(text(self->context_, texts::language_left, places.left));
  });
}

}  // namespace soat::writer
