// What the side panel shows.
#include <algorithm>
#include <com/sun/star/accessibility/XAccessible.hpp>
#include <com/sun/star/accessibility/XAccessibleContext.hpp>
#include <com/sun/star/awt/XCheckBox.hpp>
#include <com/sun/star/awt/XControl.hpp>
#include <com/sun/star/awt/grid/XGridControl.hpp>
#include <com/sun/star/awt/grid/XGridRowSelection.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "review/excerpt.h"
#include "writer/border/border.h"
#include "writer/border/properties.h"
#include "writer/border/texts.h"
#include "writer/proofing/recorded_fixes.h"
#include "writer/text/legacy_command.h"
#include "writer/windows/colour_picture.h"
#include "writer/windows/review_panel.h"
#include "writer/windows/review_panel_parts.h"
#include "writer/windows/suggestion_line.h"

namespace soat::writer {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using namespace panel;

namespace {

constexpr std::size_t row_context = 12;
constexpr std::size_t detail_context = 60;

constexpr std::uint32_t empty_part = 0xD8D8D8;  // of the strip; neither of a light nor of a dark window

OUString middle_dot() {
  return to_office(u" · ");
}

// What screen readers know of a window's controls that are seen. LibreOffice 7.4 uses what it has just let go of when a
// grid control ends of which such an object was made, unless somebody else holds that object.
std::vector<Reference<css::accessibility::XAccessible>> accessible_children(
    const Reference<css::awt::XWindow>& window) {
  std::vector<Reference<css::accessibility::XAccessible>> out;
  guarded("accessible objects", [&] {
    const Reference<css::awt::XControl> dialog(window, UNO_QUERY_THROW);
    const Reference<css::accessibility::XAccessible> root(dialog->getPeer(), UNO_QUERY);
    if (!root.is()) return;
    const auto context = root->getAccessibleContext();
    for (sal_Int32 i = 0; i < context->getAccessibleChildCount(); ++i) out.push_back(context->getAccessibleChild(i));
  });
  return out;
}

}  // namespace

void ReviewPanel::say(const char* label, const OUString& what) {
  OUString& said = said_[label];
  if (said == what) return;
  said = what;
  set_label(label, what);
}

void ReviewPanel::let_press(const char* name, bool enabled) {
  const auto [known, is_new] = enabled_.emplace(name, enabled);
  if (!is_new && known->second == enabled) return;
  known->second = enabled;
  set_enabled(name, enabled);
}

void ReviewPanel::let_see(const std::string& name, bool visible) {
  const auto [known, is_new] = seen_.emplace(name, visible);
  if (!is_new && known->second == visible) return;
  known->second = visible;
  set_visible(name.c_str(), visible);
}

OUString ReviewPanel::in_language(const check::Message& line) const {
  return to_office(interface_is_vietnamese(context_) ? line.vi : line.en);
}

OUString ReviewPanel::confidence_of(Review& review, const check::Finding& finding) const {
  return text(context_, review.list().is_sure(finding) ? texts::panel_sure : texts::panel_possible);
}

void ReviewPanel::show_all(Review& review) {
  is_filling_ = true;
  guarded("panel", [&] {
    take_colours();
    show_stage(review);
    show_kinds(review);
    show_strip(review);
    show_rows(review);
    if (shows_passages_) {
      show_passage(review);
    } else {
      show_finding(review);
    }
    show_buttons(review);
    show_languages(review);
  });
  is_filling_ = false;
  if (rows_->getRowCount() > 0 && review.wants_focus()) focus(list);
}

void ReviewPanel::show_stage(Review& review) {
  const bool checks = review.stage() == Review::Stage::checking;
  const review::Counts counts = review.list().counts();
  let_press("check", !checks && !review.is_busy());
  let_press("stop", checks);
  let_see("progress", checks);
  if (checks && std::exchange(percent_, review.percent()) != review.percent())
    show_share(context_, "progress", percent_);
  OUString said;
  if (checks) {
    said = text(context_, texts::review_checking, review.percent());
  } else if (review.stage() == Review::Stage::cancelled) {
    said = text(context_, texts::panel_cancelled, counts.all);
  } else if (review.stage() == Review::Stage::checked) {
    said = text(context_, texts::panel_counts, counts.all, counts.sure);
    if (const std::size_t shown = review.list().rows(); shown != counts.all)
      said += " " + text(context_, texts::panel_shown, shown);
  }
  if (review.is_busy()) said = text(context_, texts::panel_busy);
  say("status", said);
  const bool any = counts.all > 0;
  for (const char* name : {"only_sure", "search_label", "search", "order_label", "order"}) let_see(name, any);
}

void ReviewPanel::show_kinds(Review& review) {
  const review::Counts counts = review.list().counts();
  const review::Filter& filter = review.list().filter();
  const bool explains = review.stage() == Review::Stage::fresh;
  for (std::size_t i = 0; i < check::categories.size(); ++i) {
    const bool seen = explains || counts.by_category[i] > 0;
    let_see(numbered("colour_", i), seen);
    const std::string name = numbered("kind_", i);
    let_see(name, seen);
    if (!seen) continue;
    OUString label = text(context_, check::categories[i].title);
    if (!explains) label += " (" + OUString::number(static_cast<sal_Int64>(counts.by_category[i])) + ")";
    OUString& said = said_[name];
    const auto box = control<css::awt::XCheckBox>(name.c_str());
    if (said != label) {
      said = label;
      box->setLabel(label);
    }
    const sal_Int16 wanted = filter.hidden[i] ? 0 : 1;
    if (box->getState() != wanted) box->setState(wanted);
  }
}

// Where in the document the rows lie.
void ReviewPanel::show_strip(Review& review) {
  const std::size_t rows = review.list().rows();
  let_see("strip", rows > 0);
  if (rows == 0) return;
  review::FindingStrip strip = strip_of(review);
  for (std::size_t row = 0; row < rows; ++row) strip.add(review.list().row(row));
  std::vector<std::uint32_t> colours;
  for (const std::optional<check::Category>& category : strip.parts())
    colours.push_back(category ? marks_->of(*category).colour : empty_part);
  if (strip_ == colours) return;
  strip_ = colours;
  const Reference<css::awt::XControl> control(find_control("strip"), UNO_QUERY_THROW);
  Properties(control->getModel(), UNO_QUERY_THROW)->setPropertyValue("Graphic", Any(picture_of(context_, colours, 4)));
}

sal_Int32 ReviewPanel::row_count() {
  const auto review = review_.lock();
  if (!review) return 0;
  return static_cast<sal_Int32>(shows_passages_ ? review->reviewed().passages().size() : review->list().rows());
}

Any ReviewPanel::cell(sal_Int32 column, sal_Int32 row) {
  const auto review = review_.lock();
  if (!review) return {};
  if (shows_passages_) return passage_cell(*review, column, row);
  const check::Finding& finding = review->list().row(static_cast<std::size_t>(row));
  switch (column) {
    case colour_column:
      return Any(colours_[static_cast<std::size_t>(finding.category())]);
    case snippet_column:
      return Any(to_office(review::excerpt(review->reviewed().paragraph(finding.paragraph).text.text, finding.start,
                                           finding.end, row_context)));
    case suggestion_column:
      return Any(finding.suggestions.empty() ? OUString() : suggestion_line(context_, finding.suggestions.front()));
    case reason_column:
      return Any(in_language(finding.message));
    default:
      return Any(confidence_of(*review, finding));
  }
}

Any ReviewPanel::passage_cell(Review& review, sal_Int32 column, sal_Int32 row) {
  const review::ReviewedPassage& passage = review.reviewed().passages()[static_cast<std::size_t>(row)];
  switch (column) {
    case colour_column:
      return Any(colours_[static_cast<std::size_t>(check::Category::garble)]);
    case snippet_column:
      return Any(title_of(passage));
    case suggestion_column:
      return Any(text(context_, texts::panel_probability, static_cast<int>(passage.passage.probability * 100)));
    case reason_column:
      return Any(passage.evidence.empty() ? OUString() : in_language(passage.evidence.front()));
    default:
      return {};
  }
}

OUString ReviewPanel::title_of(const review::ReviewedPassage& passage) const {
  const std::size_t first = passage.passage.first + 1;
  return first == passage.passage.end ? text(context_, texts::panel_paragraph, first)
                                      : text(context_, texts::panel_passage, first, passage.passage.end);
}

Any ReviewPanel::tip(sal_Int32 row) {
  const auto review = review_.lock();
  if (!review) return {};
  if (shows_passages_) return passage_cell(*review, snippet_column, row);
  const check::Finding& finding = review->list().row(static_cast<std::size_t>(row));
  return Any(in_language(finding.message) + " (" + confidence_of(*review, finding) + ")");
}

void ReviewPanel::show_rows(Review& review) {
  rows_->tell_changes();
  const sal_Int32 count = rows_->getRowCount();
  OUString said;
  if (count == 0) {
    const bool any = review.list().counts().all > 0;
    using Stage = Review::Stage;
    if (review.stage() == Stage::fresh) {
      said = text(context_, texts::panel_first);
    } else if (shows_passages_ && review.stage() == Stage::checked) {
      said = text(context_, texts::panel_no_passages);
    } else if (any) {
      said = text(context_, texts::panel_all_hidden);
    } else if (review.stage() == Stage::checked) {
      said = text(context_, review.dealt_with_any()              ? texts::review_end
                            : review.reviewed().others().empty() ? texts::review_none
                                                                 : texts::review_none_checked);
    }
  }
  say("empty", said);
  let_see("empty", !said.isEmpty());
  let_see(list, said.isEmpty());
  let_see("list_label", said.isEmpty());
  if (accessibles_.empty() && said.isEmpty()) accessibles_ = accessible_children(window_);
  const auto selection = control<css::awt::grid::XGridRowSelection>(list);
  const sal_Int32 wanted =
      shows_passages_ ? std::min(passage_, count - 1) : static_cast<sal_Int32>(review.list().current_row());
  if (count == 0 || wanted < 0 || (selection->isRowSelected(wanted) && selection->getSelectedRows().getLength() == 1))
    return;
  selection->deselectAllRows();
  selection->selectRow(wanted);
  control<css::awt::grid::XGridControl>(list)->goToCell(snippet_column, wanted);
}

void ReviewPanel::show_finding(Review& review) {
  const check::Finding* const finding = review.shown();
  const bool any = finding != nullptr;
  for (const char* name : {"category", "reason", "excerpt", "suggestions_label", "suggestions", "own_label", "own"})
    let_see(name, any);
  if (!any) {
    detailed_.reset();
    return;
  }
  say("category",
      text(context_, check::info_of(finding->category()).title) + middle_dot() + confidence_of(review, *finding));
  say("reason", in_language(finding->message));
  say("excerpt", to_office(review::excerpt(review.reviewed().paragraph(finding->paragraph).text.text, finding->start,
                                           finding->end, detail_context)));
  const bool is_same = detailed_ && detailed_->rule == finding->rule && detailed_->paragraph == finding->paragraph &&
                       detailed_->start == finding->start && detailed_->suggestions == finding->suggestions;
  if (is_same) return;  // the user may have chosen another one, or be writing
  detailed_ = *finding;
  std::vector<OUString> lines;
  for (const std::u16string& suggestion : finding->suggestions) lines.push_back(suggestion_line(context_, suggestion));
  fill("suggestions", lines, 0);
  enter("own", OUString());
}

void ReviewPanel::show_passage(Review& review) {
  for (const char* name : {"suggestions_label", "suggestions", "own_label", "own"}) let_see(name, false);
  const auto& passages = review.reviewed().passages();
  const bool any = passage_ >= 0 && static_cast<std::size_t>(passage_) < passages.size();
  for (const char* name : {"category", "reason", "excerpt"}) let_see(name, any);
  detailed_.reset();
  if (!any) return;
  const review::ReviewedPassage& passage = passages[static_cast<std::size_t>(passage_)];
  say("category", title_of(passage) + middle_dot() +
                      text(context_, texts::panel_probability, static_cast<int>(passage.passage.probability * 100)));
  OUString why;
  for (const check::Message& line : passage.evidence)
    why += (why.isEmpty() ? OUString() : OUString("\n")) + in_language(line);
  say("reason", why);
  say("excerpt", text(context_, texts::panel_passage_note));
}

// As it was set last, perhaps in another window.
void ReviewPanel::show_recording() {
  const auto box = control<css::awt::XCheckBox>("record");
  const sal_Int16 wanted = records_fixes(context_) ? 1 : 0;
  if (box->getState() != wanted) box->setState(wanted);
}

void ReviewPanel::show_buttons(Review& review) {
  const check::Finding* const finding = shows_passages_ ? nullptr : review.shown();
  const bool any = finding != nullptr && !review.is_busy();
  const Obstacle obstacle = any ? review.obstacle() : Obstacle::none;
  const bool can_fix = any && obstacle == Obstacle::none;
  const bool checks = review.stage() == Review::Stage::checking;
  const std::size_t alike = can_fix ? review.alike() : 0;
  const bool found = !shows_passages_ && review.list().counts().all > 0;
  for (const char* name :
       {"apply", "apply_all", "previous", "next", "ignore", "ignore_wording", "ignore_rule", "dictionary", "explain"})
    let_see(name, found);
  let_see("record", found);
  show_recording();
  let_press("suggestions", can_fix);
  let_press("own", can_fix && finding->rule != &legacy_rule);
  const bool lacks_suggestion = can_fix && finding->suggestions.empty() && finding->rule != &legacy_rule;
  const bool has_correction = can_fix && (!lacks_suggestion || !entered("own").isEmpty());
  let_press("apply", has_correction);
  const bool damage = finding != nullptr && finding->rule == &damage_rule;
  let_press("apply_all", alike > 1 && !checks && (has_correction || damage));  // there may be more of them
  OUString& said = said_["apply_all"];
  const OUString label =
      damage ? text(context_, texts::review_all_damage, alike) : text(context_, texts::review_all_alike, alike);
  if (said != label) {
    said = label;
    set_button("apply_all", label);
  }
  const bool several = review.list().rows() > 1 && !review.is_busy();
  let_press("previous", several);
  let_press("next", several);
  for (const char* name : {"ignore", "ignore_wording", "ignore_rule", "explain"}) let_press(name, any);
  let_press("dictionary", any && finding->category() == check::Category::spelling);

  const std::size_t sure = shows_passages_ || checks ? 0 : review.sure_fixes().fixes.size();
  for (const char* name : {"fix_sure", "comment", "report"}) let_see(name, found);
  let_press("comment", !checks && !review.is_busy());
  let_press("fix_sure", sure > 0 && !review.is_busy());
  OUString& said_sure = said_["fix_sure"];
  if (const OUString now = text(context_, texts::panel_fix_sure, sure); said_sure != now) {
    said_sure = now;
    set_button("fix_sure", now);
  }
  OUString note = review.note();
  const auto first = [&note](const OUString& reason) { note = reason + (note.isEmpty() ? OUString() : "\n" + note); };
  if (obstacle != Obstacle::none) first(text(context_, text_of(obstacle)));
  if (lacks_suggestion) first(text(context_, texts::panel_no_suggestion));
  say("note", note);
  let_see("note", !note.isEmpty());
}

void ReviewPanel::show_languages(Review& review) {
  const OtherLanguages& others = review.reviewed().others();
  const bool tells = review.stage() == Review::Stage::checked && !others.empty();
  say("language", tells ? others.told(context_) : OUString());
  let_see("language", tells);
  const bool offers = tells && !others.vietnamese().empty();
  let_see("mark_language", offers);
  let_press("mark_language", offers && !review.is_busy());
}

}  // namespace soat::writer
