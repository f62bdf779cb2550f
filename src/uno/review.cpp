#include "uno/review.h"

#include <algorithm>
#include <chrono>
#include <com/sun/star/awt/XListBox.hpp>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/text/XTextRangeCompare.hpp>
#include <com/sun/star/text/XTextViewCursorSupplier.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>
#include <string>
#include <tuple>
#include <utility>

#include "check/merge.h"
#include "uno/border.h"
#include "uno/broadcaster.h"
#include "uno/engine.h"
#include "uno/ignored.h"
#include "uno/legacy_command.h"
#include "uno/notice.h"
#include "uno/strings.h"
#include "uno/texts.h"

namespace soat::uno {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;

constexpr std::chrono::seconds patience{30};
constexpr std::size_t context_units = 40;
// Regular damage has one cause all through the document, so that all of it is alike.
constexpr std::string_view damage_rule = "garble.extraction";

// The finding between « » with a little of what stands round it.
OUString excerpt(const ParagraphText& paragraph, const check::Finding& finding) {
  const std::u16string_view text = paragraph.text;
  const std::size_t from = finding.start - std::min<std::size_t>(finding.start, context_units);
  const std::size_t to = std::min(text.size(), finding.end + context_units);
  std::u16string out;
  if (from > 0) out += u"…";
  out += text.substr(from, finding.start - from);
  out += u"«";
  out += text.substr(finding.start, finding.end - finding.start);
  out += u"»";
  out += text.substr(finding.end, to - finding.end);
  if (to < text.size()) out += u"…";
  std::replace(out.begin(), out.end(), u'\ufffc', u' ');
  return to_office(out);
}

// The paragraph in which the cursor stands and how far into it; {0, 0} if that is not known.
std::pair<std::uint32_t, std::uint32_t> cursor_place(const Reference<css::frame::XController>& controller,
                                                     const std::vector<Range>& paragraphs) {
  return guarded("cursor", std::pair<std::uint32_t, std::uint32_t>(), [&] {
    std::pair<std::uint32_t, std::uint32_t> place;
    const Reference<css::text::XTextViewCursorSupplier> supplier(controller, UNO_QUERY);
    if (!supplier.is()) return place;
    const Range cursor = supplier->getViewCursor()->getStart();
    const Reference<css::text::XText> text = cursor->getText();
    const Reference<css::text::XTextRangeCompare> compare(text, UNO_QUERY);
    for (std::size_t i = 0; compare.is() && i < paragraphs.size(); ++i) {
      if (paragraphs[i]->getText() != text) continue;
      const bool starts_before = compare->compareRegionStarts(paragraphs[i], cursor) >= 0;
      const bool ends_behind = compare->compareRegionEnds(paragraphs[i], cursor) <= 0;
      if (!starts_before || !ends_behind) continue;
      const auto before = text->createTextCursorByRange(paragraphs[i]->getStart());
      before->gotoRange(cursor, true);
      place = {static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(before->getString().getLength())};
      break;
    }
    return place;
  });
}

}  // namespace

Review::Review(const Context& context, const Reference<css::frame::XFrame>& frame)
    : Panel(context, frame), document_(frame->getController()->getModel()), dictionaries_(open_dictionaries(context)) {}

sal_Int32 Review::start() {
  Engine& engine = Engine::instance();
  engine.start(context());
  checker_ = engine.checker(patience);
  if (!checker_) {
    OUString reason;
    for (const std::string& problem : engine.problems()) reason += "\n" + to_office(std::string_view(problem));
    show_notice(context(), frame(), text(context(), "review.title"), text(context(), "review.broken", to_view(reason)));
    return -1;
  }
  check();
  const auto count = static_cast<sal_Int32>(waiting_.size());

  open("Review", Place::corner);
  if (count == 0) {
    show_end();
  } else {
    show_current();
  }
  show_window();
  return count;
}

void Review::check() {
  paragraphs_ = paragraphs_of(document_);
  texts_.clear();
  waiting_.clear();
  texts_.reserve(paragraphs_.size());
  for (const Range& paragraph : paragraphs_) texts_.push_back(read_paragraph(paragraph));
  check::Checked checked = check_document(*checker_, texts_, check::Profile::normal);
  for (check::Finding& finding : checked.findings) {
    if (is_wanted(finding, texts_[finding.paragraph].text)) waiting_.push_back(std::move(finding));
  }
  begin_at_cursor();
}

// All text in an old encoding at once, with its fonts; what is to be read then is checked.
void Review::convert_document() {
  convert_fonts(context(), document_, false);
  dealt_with_any_ = true;
  check();
  show_current();
}

bool Review::is_wanted(const check::Finding& finding, std::u16string_view paragraph) const {
  if (Ignored::instance().contains(context(), finding, paragraph)) return false;
  const std::u16string_view what = paragraph.substr(finding.start, finding.end - finding.start);
  return finding.category != check::Category::spelling || !in_user_dictionary(dictionaries_, what);
}

void Review::begin_at_cursor() {
  const auto [paragraph, position] = cursor_place(frame()->getController(), paragraphs_);
  const auto at_cursor = std::find_if(waiting_.begin(), waiting_.end(), [&](const check::Finding& finding) {
    return finding.paragraph != paragraph ? finding.paragraph > paragraph : finding.start >= position;
  });
  std::rotate(waiting_.begin(), at_cursor, waiting_.end());
}

// What waits in a paragraph that has been edited since it was checked is replaced by what stands there now.
void Review::refresh_current_paragraph() {
  while (!waiting_.empty()) {
    const std::uint32_t index = current().paragraph;
    ParagraphText now = guarded("paragraph", ParagraphText(), [&] { return read_paragraph(paragraphs_[index]); });
    if (now.text == texts_[index].text) {
      texts_[index] = std::move(now);  // the ranges may be others
      return;
    }
    const std::uint32_t from = dealt_with_any_ && last_paragraph_ == index ? resume_at_ : 0;
    const std::vector<check::Finding> damage = damage_left(index, now.text);
    std::erase_if(waiting_, [&](const check::Finding& finding) { return finding.paragraph == index; });
    texts_[index] = std::move(now);
    const ParagraphText& paragraph = texts_[index];
    if (!paragraph.vietnamese) continue;
    std::vector<check::Finding> findings = *Engine::instance().check_paragraph(*checker_, paragraph.text);
    for (check::Finding& finding : findings) finding.paragraph = index;
    findings.insert(findings.end(), damage.begin(), damage.end());
    check::merge(findings);
    auto place = waiting_.begin();
    for (check::Finding& finding : findings) {
      if (finding.start < from || finding.start >= finding.end ||
          !is_checked_text(paragraph, finding.start, finding.end) || !is_wanted(finding, paragraph.text)) {
        continue;
      }
      place = std::next(waiting_.insert(place, std::move(finding)));
    }
  }
}

// The waiting findings of damage in a paragraph that is now edited, where the edit has left them: one paragraph alone
// does not show that damage is regular.
std::vector<check::Finding> Review::damage_left(std::uint32_t paragraph, std::u16string_view now) const {
  const std::u16string_view before = texts_[paragraph].text;
  std::vector<check::Finding> left;
  for (const check::Finding& finding : waiting_) {
    if (finding.paragraph != paragraph || finding.rule != damage_rule) continue;
    const std::u16string_view written = before.substr(finding.start, finding.end - finding.start);
    // Text before it may have grown or shrunk by the edit.
    const std::size_t moved = now.size() - (before.size() - finding.start);
    for (const std::size_t start : {std::size_t{finding.start}, moved}) {
      if (start > now.size() || now.substr(start, written.size()) != written) continue;
      left.push_back(finding);
      left.back().start = static_cast<std::uint32_t>(start);
      left.back().end = static_cast<std::uint32_t>(start + written.size());
      break;
    }
  }
  return left;
}

bool Review::is_like_current(const check::Finding& finding) const {
  if (finding.rule != current().rule || finding.suggestions.empty()) return false;
  if (finding.rule == damage_rule) return true;
  const std::u16string_view shown = texts_[current().paragraph].text;
  const std::u16string_view other = texts_[finding.paragraph].text;
  return shown.substr(current().start, current().end - current().start) ==
         other.substr(finding.start, finding.end - finding.start);
}

void Review::show_current() {
  refresh_current_paragraph();
  if (waiting_.empty()) {
    show_end();
    return;
  }
  const check::Finding& finding = current();
  if (const Range range = range_of(current_text(), finding.start, finding.end); range.is()) {
    const Reference<css::view::XSelectionSupplier> selection(frame()->getController(), UNO_QUERY);
    if (selection.is()) selection->select(css::uno::Any(range));
  }
  const std::string category = "category." + std::string(check::name(finding.category));
  const bool in_vietnamese = interface_is_vietnamese(context());
  set_label("category", text(context(), category.c_str()));
  set_label("remaining",
            text(context(), "review.remaining", to_view(OUString::number(static_cast<sal_Int64>(waiting_.size())))));
  set_label("reason", to_office(in_vietnamese ? finding.message.vi : finding.message.en));
  set_label("excerpt", excerpt(current_text(), finding));
  const auto list = control<css::awt::XListBox>("suggestions");
  list->removeItems(0, list->getItemCount());
  for (const std::u16string& suggestion : finding.suggestions) {
    // An empty suggestion takes the text out; it must be seen in the list.
    list->addItem(suggestion.empty() ? text(context(), "review.delete") : to_office(suggestion), list->getItemCount());
  }
  const bool can_apply = !finding.suggestions.empty();
  if (can_apply) list->selectItemPos(0, true);
  set_enabled("suggestions", can_apply);
  set_enabled("apply", can_apply);
  set_enabled("apply_all", can_apply && std::ranges::count_if(waiting_, [&](const check::Finding& other) {
                                          return is_like_current(other);
                                        }) > 1);
  for (const char* button : {"next", "ignore", "ignore_rule"}) set_enabled(button, true);
  control<css::awt::XWindow>(can_apply ? "apply" : "next")->setFocus();
}

void Review::show_end() {
  set_label("category", text(context(), dealt_with_any_ ? "review.end" : "review.none"));
  set_label("remaining", OUString());
  set_label("reason", OUString());
  set_label("excerpt", OUString());
  const auto list = control<css::awt::XListBox>("suggestions");
  list->removeItems(0, list->getItemCount());
  for (const char* name : {"suggestions", "apply", "apply_all", "next", "ignore", "ignore_rule"})
    set_enabled(name, false);
  control<css::awt::XWindow>("close")->setFocus();
}

void Review::go_on(std::uint32_t resume_at) {
  dealt_with_any_ = true;
  last_paragraph_ = current().paragraph;
  resume_at_ = resume_at;
  waiting_.pop_front();
  show_current();
}

void Review::apply() {
  const std::uint32_t paragraph = current().paragraph;
  refresh_current_paragraph();
  // The text may have changed under the finding that is shown; then the next one is shown and nothing is replaced.
  const auto list = control<css::awt::XListBox>("suggestions");
  const sal_Int16 chosen = list->getSelectedItemPos();
  if (waiting_.empty() || current().paragraph != paragraph || chosen < 0 ||
      static_cast<std::size_t>(chosen) >= current().suggestions.size()) {
    show_current();
    return;
  }
  if (current().rule == legacy_rule) {
    convert_document();
    return;
  }
  const std::u16string suggestion = current().suggestions[static_cast<std::size_t>(chosen)];
  replace(document_, current_text(), current(), suggestion, text(context(), "undo.title"));
  go_on(current().start + static_cast<std::uint32_t>(suggestion.size()));
}

// Repairs every waiting finding that is like the one shown, in one undo step. What was edited meanwhile stays.
void Review::apply_to_all_alike() {
  const std::uint32_t paragraph = current().paragraph;
  refresh_current_paragraph();
  const auto list = control<css::awt::XListBox>("suggestions");
  const sal_Int16 chosen = list->getSelectedItemPos();
  if (waiting_.empty() || current().paragraph != paragraph || chosen < 0 ||
      static_cast<std::size_t>(chosen) >= current().suggestions.size()) {
    show_current();
    return;
  }
  if (current().rule == legacy_rule) {
    convert_document();
    return;
  }
  const bool damage = current().rule == damage_rule;
  const std::u16string suggestion = current().suggestions[static_cast<std::size_t>(chosen)];
  std::vector<check::Finding> alike;
  std::deque<check::Finding> others;
  for (const check::Finding& finding : waiting_) {
    if (is_like_current(finding)) {
      alike.push_back(finding);
    } else {
      others.push_back(finding);
    }
  }
  waiting_ = std::move(others);
  // From the end, so that what stands before stays where it is.
  std::ranges::sort(alike, [](const check::Finding& a, const check::Finding& b) {
    return std::tie(a.paragraph, a.start) > std::tie(b.paragraph, b.start);
  });
  {
    const UndoStep step(document_, text(context(), "undo.title"));
    for (const check::Finding& finding : alike) {
      const ParagraphText now =
          guarded("paragraph", ParagraphText(), [&] { return read_paragraph(paragraphs_[finding.paragraph]); });
      const std::u16string_view before = texts_[finding.paragraph].text;
      if (finding.end > now.text.size() ||
          std::u16string_view(now.text).substr(0, finding.end) != before.substr(0, finding.end))
        continue;
      replace(document_, now, finding, damage ? finding.suggestions.front() : suggestion,
              text(context(), "undo.title"));
    }
  }
  dealt_with_any_ = true;
  last_paragraph_ = paragraph;
  resume_at_ = 0;
  show_current();
}

void Review::pressed(const OUString& button) {
  if (waiting_.empty()) return;
  if (button == "apply") {
    apply();
  } else if (button == "apply_all") {
    apply_to_all_alike();
  } else if (button == "next") {
    go_on(current().end);
  } else if (button == "ignore") {
    Ignored::instance().add_place(context(), current(), current_text().text);
    Broadcaster::post_all();
    go_on(current().end);
  } else if (button == "ignore_rule") {
    const std::string_view rule = current().rule;
    Ignored::instance().add_rule(context(), std::u16string(rule.begin(), rule.end()));
    Broadcaster::post_all();
    const std::uint32_t end = current().end;
    const check::Finding dealt_with = current();
    std::erase_if(waiting_, [&](const check::Finding& finding) { return finding.rule == rule; });
    waiting_.push_front(dealt_with);
    go_on(end);
  }
}

}  // namespace soat::uno
