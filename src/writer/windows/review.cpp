#include "writer/windows/review.h"

#include <algorithm>
#include <chrono>
#include <com/sun/star/awt/XListBox.hpp>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/task/StatusIndicatorFactory.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>
#include <limits>
#include <utility>

#include "text/char_class.h"
#include "writer/border/border.h"
#include "writer/border/broadcaster.h"
#include "writer/border/slices.h"
#include "writer/border/strings.h"
#include "writer/border/texts.h"
#include "writer/proofing/engine.h"
#include "writer/text/cursor_place.h"
#include "writer/text/replacement.h"
#include "writer/windows/notice.h"

namespace soat::writer {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;

constexpr std::size_t context_units = 40;
bool is_word_unit(char16_t unit) {
  return text::CharTable::get().is_word_unit(unit);
}

// The finding between « » with a little of what stands round it, whole words.
OUString excerpt(const ParagraphText& paragraph, const check::Finding& finding) {
  const std::u16string_view text = paragraph.text;
  std::size_t from = finding.start - std::min<std::size_t>(finding.start, context_units);
  std::size_t to = std::min(text.size(), finding.end + context_units);
  while (from > 0 && from < finding.start && is_word_unit(text[from - 1])) ++from;
  while (to < text.size() && to > finding.end && is_word_unit(text[to])) --to;
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

// A suggestion as a line of the list: what cannot be seen is named.
OUString line_of(const Context& context, std::u16string_view suggestion) {
  if (suggestion.empty()) return text(context, texts::review_delete);
  if (suggestion == u" ") return text(context, texts::review_space);
  if (std::ranges::none_of(suggestion, is_word_unit)) return to_office(u"“" + std::u16string(suggestion) + u"”");
  return to_office(suggestion);
}

bool is_same(const check::Finding& a, const check::Finding& b) {
  return a.rule == b.rule && a.start == b.start && a.end == b.end;
}

}  // namespace

Review::Review(const Context& context, const Reference<css::frame::XFrame>& frame)
    : Panel(context, frame), reviewed_(std::make_shared<ReviewedDocument>(context, document_of(frame))) {}

void Review::start(Done done, bool at_once) {
  done_ = std::move(done);
  open("Review", Place::remembered);
  watch_ = new DocumentWatch(
      context(), [this] { look_again(); }, [this] { look_at_all_again(); });
  watch_->start(reviewed_->document());
  end_above("language", true);
  show_progress(0);
  show_window();
  Engine& engine = Engine::instance();
  engine.start(context());
  const auto loaded = [self = rtl::Reference<Review>(this), at_once] {
    if (!self->is_open()) return;
    self->checker_ = Engine::instance().checker(std::chrono::milliseconds(0));
    if (!self->frame()->getController().is()) {
      self->close();
      return;
    }
    if (self->checker_) {
      self->reviewed_->set_checker(self->checker_);
      self->check(at_once);
      return;
    }
    OUString reason;
    for (const Error& problem : Engine::instance().problems()) reason += "\n" + text(self->context(), problem);
    const Context context = self->context();
    const Reference<css::frame::XFrame> frame = self->frame();
    self->close();
    show_notice(context, frame, text(context, texts::review_title),
                text(context, texts::review_broken, to_view(reason)));
  };
  if (at_once) {
    engine.checker(std::chrono::seconds(30));
    loaded();
  } else {
    engine.when_loaded([context = context(), loaded] { run_on_main_thread(context, loaded); });
  }
}

void Review::closed() {
  reviewed_->end();
  if (running_) running_->cancel();
  running_.reset();
  if (watch_.is()) watch_->stop();
  end_progress();
  remember_place("Review");
  report(-1);
}

OUString Review::number(std::size_t count) {
  return OUString::number(static_cast<sal_Int64>(count));
}

void Review::report(sal_Int32 count) {
  if (const Done done = std::exchange(done_, nullptr); done) done(count);
}

void Review::check(bool at_once) {
  reviewed_->clear();
  shows_finding_ = false;
  dealt_with_any_ = false;
  DocumentCheck::Events events;
  events.progress = [this](int percent) { show_progress(percent); };
  events.glimpse = [this](const DocumentCheck::Result& result) { take_glimpse(result); };
  events.done = [this, at_once](DocumentCheck::Result&& result) { take(std::move(result), at_once); };
  events.failed = [this] { close(); };
  show_progress(0);
  document_of(frame());  // throws if there is none any more
  running_ = DocumentCheck::start(context(), frame()->getController(), checker_, std::move(events), at_once);
  if (at_once) running_.reset();
}

void Review::show_progress(int percent) {
  percent_ = percent;
  const OUString said = text(context(), texts::review_checking, to_view(OUString::number(percent)));
  if (shows_finding_) {
    set_label("remaining", said);
  } else {
    for (const char* label : {"remaining", "reason", "excerpt"}) set_label(label, OUString());
    set_label("category", said);
    enable(false, false);
  }
  guarded("status", [&] {
    if (!status_.is()) {
      // Without the turns of the main loop that the frame's own indicator takes.
      statuses_.set(css::task::StatusIndicatorFactory::createWithFrame(context(), frame(), true, false), UNO_QUERY);
      status_ = statuses_->createStatusIndicator();
      status_->start(text(context(), texts::review_status), 100);
    }
    status_->setValue(percent);
  });
}

void Review::end_progress() {
  const Reference<css::task::XStatusIndicator> status = status_;
  status_.clear();
  if (status.is()) guarded("status", [&] { status->end(); });
}

// The window is usable while the rest is being checked.
void Review::take_glimpse(const DocumentCheck::Result& result) {
  reviewed_->take_glimpse(result);
  if (waiting().size() > 0) show_current(Select::yes);
}

void Review::take(DocumentCheck::Result&& result, bool at_once) {
  const bool from_cursor = !dealt_with_any_ && !shows_finding_;
  reviewed_->take(std::move(result), from_cursor, at_once,
                  [self = rtl::Reference<Review>(this)] { self->show_all_found(); });
}

void Review::show_all_found() {
  running_.reset();
  end_progress();
  const auto count = static_cast<sal_Int32>(waiting().size());
  show_other_languages();
  if (shows_finding_ && waiting().current() != nullptr && is_same(*waiting().current(), shown_)) {
    shown_ = *waiting().current();  // as it is; the user may be reading it
    show_remaining();
    enable(can_apply_, true);
  } else {
    show_current(Select::yes);
  }
  report(count);
}

// The user may be typing: what is shown must hold, but the selection is theirs.
void Review::look_again() {
  if (!is_open() || !shows_finding_) return;
  const auto again = [self = rtl::Reference<Review>(this)] { self->look_again(); };
  if (reviewed_->refresh(shown_.paragraph, again) == Refreshed::other) show_current(Select::no);
}

void Review::look_at_all_again() {
  if (!is_open() || running_) return;
  reviewed_->read_again([self = rtl::Reference<Review>(this)] {
    if (self->is_open()) self->show_current(Select::no);
  });
}

// The window moves to another corner of the document's window rather than cover what it is about.
void Review::move_off_selection() {
  guarded("window", [&] {
    const std::optional<css::awt::Rectangle> selected = cursor_in_window(frame());
    const css::awt::Rectangle own = window_place();
    if (!selected || selected->X >= own.X + own.Width || selected->X + selected->Width <= own.X ||
        selected->Y >= own.Y + own.Height || selected->Y + selected->Height <= own.Y)
      return;
    const css::awt::Rectangle around = frame()->getContainerWindow()->getPosSize();
    constexpr sal_Int32 margin = 36;  // clears the scroll bar, the status line and the menu
    const bool below = selected->Y > around.Height / 2;
    move_window(std::max<sal_Int32>(0, around.Width - own.Width - margin),
                below ? 2 * margin : std::max<sal_Int32>(0, around.Height - own.Height - 2 * margin));
  });
}

void Review::select_in_document(const check::Finding& finding) {
  guarded("selection", [&] {
    const ReadParagraph& paragraph = reviewed_->paragraph(finding.paragraph);
    const Range range = range_of(paragraph.text, finding.start, finding.end);
    const Reference<css::view::XSelectionSupplier> selection(frame()->getController(), UNO_QUERY);
    if (!range.is() || !selection.is() || paragraph.holder != Holder::text) return;
    selection->select(css::uno::Any(range));
    move_off_selection();
  });
}

// A paragraph that reads otherwise now is judged again before anything in it is shown.
void Review::show_current(Select select) {
  const auto again = [self = rtl::Reference<Review>(this), select] {
    if (self->is_open()) self->show_current(select);
  };
  while (const check::Finding* finding = waiting().current()) {
    const Refreshed refreshed = reviewed_->refresh(finding->paragraph, again);
    if (refreshed == Refreshed::other) continue;
    if (refreshed == Refreshed::later) {
      shows_finding_ = false;
      enable(false, false);
      return;
    }
    shown_ = *waiting().current();
    shows_finding_ = true;
    if (select == Select::yes) select_in_document(shown_);
    show_finding(shown_);
    return;
  }
  shows_finding_ = false;
  if (running_) {
    show_progress(percent_);
  } else {
    show_end();
  }
}

void Review::show_finding(const check::Finding& finding) {
  const ReadParagraph& paragraph = reviewed_->paragraph(finding.paragraph);
  set_label("category", text(context(), check::info_of(finding.category()).title));
  show_remaining();
  set_label("reason", to_office(interface_is_vietnamese(context()) ? finding.message.vi : finding.message.en));
  set_label("excerpt", excerpt(paragraph.text, finding));
  std::vector<OUString> lines;
  for (const std::u16string& suggestion : finding.suggestions) lines.push_back(line_of(context(), suggestion));
  const Obstacle obstacle =
      obstacle_at(reviewed_->document(), paragraph.range, paragraph.holder, paragraph.text, finding.start, finding.end);
  tell(obstacle == Obstacle::none ? OUString() : text(context(), text_of(obstacle)));
  fill("suggestions", lines, 0);
  const bool can_apply = !lines.empty() && obstacle == Obstacle::none;
  enable(can_apply, true);
  focus(can_apply ? "apply" : "next");
}

void Review::show_remaining() {
  if (running_) return;  // then it says how far the check is
  set_label("remaining", text(context(), texts::review_remaining, to_view(number(waiting().size()))));
}

void Review::enable(bool can_apply, bool can_pass) {
  std::size_t alike = 0;
  if (can_apply && can_pass)
    waiting().for_each([&](const check::Finding& other) { alike += reviewed_->is_like(shown_, other) ? 1 : 0; });
  set_enabled("suggestions", can_apply);
  set_enabled("apply", can_apply);
  can_apply_ = can_apply;
  set_enabled("apply_all", alike > 1 && !running_);  // there may be more of them
  set_button("apply_all", text(context(), shows_finding_ && shown_.rule == &damage_rule ? texts::review_all_damage
                                                                                        : texts::review_all_alike));
  const auto [paragraph, start] = place();
  set_enabled("previous", !reviewed_->is_held() && waiting().before(paragraph, start).has_value());
  for (const char* button : {"next", "ignore", "ignore_wording", "ignore_rule"}) set_enabled(button, can_pass);
}

void Review::tell(const OUString& note) {
  set_label("note", note);
}

void Review::show_end() {
  const bool none = !dealt_with_any_;
  const auto said = !none                         ? texts::review_end
                    : reviewed_->others().empty() ? texts::review_none
                                                  : texts::review_none_checked;
  set_label("category", text(context(), said));
  for (const char* label : {"remaining", "reason", "excerpt"}) set_label(label, OUString());
  fill("suggestions", {}, -1);
  enable(false, false);
  focus(reviewed_->others().vietnamese().empty() ? "close" : "mark_language");
}

void Review::show_other_languages() {
  const bool nothing = reviewed_->others().empty();
  set_label("language", nothing ? OUString() : reviewed_->others().told(context()));
  set_visible("mark_language", !reviewed_->others().vietnamese().empty());
  end_above("language", nothing);
}

const std::u16string* Review::chosen_suggestion() {
  const sal_Int32 line = chosen("suggestions");
  return line < 0 || static_cast<std::size_t>(line) >= shown_.suggestions.size()
             ? nullptr
             : &shown_.suggestions[static_cast<std::size_t>(line)];
}

void Review::pressed(const OUString& button) {
  if (button == "mark_language") {
    if (!running_ && !reviewed_->is_held()) mark_vietnamese_and_check();
    return;
  }
  if (button == "previous") {
    if (!reviewed_->is_held()) go_back();
    return;
  }
  if (!shows_finding_) return;
  if (button == "apply") {
    apply();
  } else if (button == "apply_all") {
    apply_to_all_alike();
  } else if (button == "next") {
    pass();
  } else if (button == "ignore") {
    ignore_place();
  } else if (button == "ignore_wording") {
    ignore_wording();
  } else if (button == "ignore_rule") {
    ask_to_ignore_rule();
  }
}

void Review::pass() {
  dealt_with_any_ = true;
  waiting().go_to(shown_.paragraph, shown_.start);
  waiting().pass();
  show_current(Select::yes);
}

// The place of what is shown; behind the last finding the end of the document.
std::pair<std::uint32_t, std::uint32_t> Review::place() const {
  constexpr std::uint32_t end = std::numeric_limits<std::uint32_t>::max();
  return shows_finding_ ? std::pair(shown_.paragraph, shown_.start) : std::pair(end, end);
}

void Review::go_back() {
  const auto [paragraph, start] = place();
  if (reviewed_->is_read() && reviewed_->go_back(paragraph, start)) show_current(Select::yes);
}

// What is left to be shown after some of it went.
void Review::go_on() {
  dealt_with_any_ = true;
  waiting().go_to(shown_.paragraph, shown_.start);
  show_current(Select::yes);
}

}  // namespace soat::writer
