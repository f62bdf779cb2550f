#include "writer/windows/review.h"

#include <algorithm>
#include <chrono>
#include <com/sun/star/awt/XListBox.hpp>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/task/StatusIndicatorFactory.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>
#include <tuple>
#include <utility>

#include "check/merge.h"
#include "text/char_class.h"
#include "writer/border/border.h"
#include "writer/border/broadcaster.h"
#include "writer/border/slices.h"
#include "writer/border/strings.h"
#include "writer/border/texts.h"
#include "writer/proofing/engine.h"
#include "writer/proofing/ignored.h"
#include "writer/proofing/live_marks.h"
#include "writer/text/cursor_place.h"
#include "writer/text/legacy_command.h"
#include "writer/windows/notice.h"
#include "writer/windows/question.h"

namespace soat::writer {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;

constexpr std::size_t context_units = 40;
// Regular damage has one cause all through the document, so that all of it is alike.
constexpr std::string_view damage_rule = "garble.extraction";

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

OUString number(std::size_t count) {
  return OUString::number(static_cast<sal_Int64>(count));
}

// A suggestion as a line of the list: what cannot be seen is named.
OUString line_of(const Context& context, std::u16string_view suggestion) {
  if (suggestion.empty()) return text(context, texts::review_delete);
  if (suggestion == u" ") return text(context, texts::review_space);
  if (std::ranges::none_of(suggestion, is_word_unit)) return to_office(u"“" + std::u16string(suggestion) + u"”");
  return to_office(suggestion);
}

// Where a finding of an earlier text stands now, if it does: at its old place, or as far from the end as before.
bool find_again(check::Finding& finding, std::u16string_view before, std::u16string_view now) {
  const std::u16string_view written = before.substr(finding.start, finding.end - finding.start);
  const std::size_t moved = now.size() - (before.size() - finding.start);
  for (const std::size_t start : {std::size_t{finding.start}, moved}) {
    if (start > now.size() || now.substr(start, written.size()) != written) continue;
    finding.start = static_cast<std::uint32_t>(start);
    finding.end = static_cast<std::uint32_t>(start + written.size());
    return true;
  }
  return false;
}

bool is_same(const check::Finding& a, const check::Finding& b) {
  return a.rule == b.rule && a.start == b.start && a.end == b.end;
}

}  // namespace

Review::Review(const Context& context, const Reference<css::frame::XFrame>& frame)
    : Panel(context, frame), document_(document_of(frame)) {}

void Review::start(Done done, bool at_once) {
  done_ = std::move(done);
  dictionaries_ = open_dictionaries(context());
  open("Review", Place::remembered);
  watch_ = new DocumentWatch(
      context(), [this] { look_again(); }, [this] { look_at_all_again(); });
  watch_->start(document_);
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
      self->check(at_once);
      return;
    }
    OUString reason;
    for (const std::string& problem : Engine::instance().problems())
      reason += "\n" + to_office(std::string_view(problem));
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
  if (running_) running_->cancel();
  running_.reset();
  if (watch_.is()) watch_->stop();
  end_progress();
  remember_place("Review");
  report(-1);
}

void Review::report(sal_Int32 count) {
  if (const Done done = std::exchange(done_, nullptr); done) done(count);
}

void Review::check(bool at_once) {
  waiting_ = FindingQueue();
  shows_finding_ = false;
  dealt_with_any_ = false;
  DocumentCheck::Events events;
  events.progress = [this](int percent) { show_progress(percent); };
  events.glimpse = [this](const DocumentCheck::Result& result) { take_glimpse(result); };
  events.done = [this](DocumentCheck::Result&& result) { take(std::move(result)); };
  events.failed = [this] { close(); };
  show_progress(0);
  document_of(frame());  // throws if there is none any more
  running_ = DocumentCheck::start(context(), frame()->getController(), checker_, std::move(events), at_once);
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
  paragraphs_ = result.paragraphs;
  waiting_.go_to(result.cursor_paragraph, result.cursor_start);
  std::map<std::uint32_t, std::vector<check::Finding>> found;
  for (const check::Finding& finding : result.findings) {
    const bool behind = finding.paragraph > result.cursor_paragraph || finding.start >= result.cursor_start;
    if (behind) found[finding.paragraph].push_back(finding);
  }
  for (auto& [paragraph, findings] : found) queue(paragraph, std::move(findings));
  if (waiting_.size() > 0) show_current(Select::yes);
}

void Review::take(DocumentCheck::Result&& result) {
  running_.reset();
  end_progress();
  const bool began = dealt_with_any_ || shows_finding_;
  paragraphs_ = std::move(result.paragraphs);
  others_ = std::move(result.others);
  std::vector<std::vector<check::Finding>> found(paragraphs_.size());
  for (check::Finding& finding : result.findings) found[finding.paragraph].push_back(std::move(finding));
  known_.clear();
  for (std::size_t i = 0; i < found.size(); ++i) known_[paragraphs_[i].text.text] = found[i];
  if (!began) waiting_.go_to(result.cursor_paragraph, result.cursor_start);
  for (std::uint32_t i = 0; i < found.size(); ++i) queue(i, std::move(found[i]));
  const auto count = static_cast<sal_Int32>(waiting_.size());
  show_other_languages();
  if (shows_finding_ && waiting_.current() != nullptr && is_same(*waiting_.current(), shown_)) {
    shown_ = *waiting_.current();  // as it is; the user may be reading it
    show_remaining();
    enable(can_apply_, true);
  } else {
    show_current(Select::yes);
  }
  report(count);
}

bool Review::is_wanted(const check::Finding& finding, std::u16string_view paragraph) const {
  if (Ignored::instance().contains(context(), finding, paragraph)) return false;
  const std::u16string_view what = paragraph.substr(finding.start, finding.end - finding.start);
  return finding.category != check::Category::spelling || !in_user_dictionary(dictionaries_, what);
}

void Review::queue(std::uint32_t paragraph, std::vector<check::Finding> findings) {
  const std::u16string& written = paragraphs_[paragraph].text.text;
  std::erase_if(findings, [&](const check::Finding& finding) { return !is_wanted(finding, written); });
  waiting_.set(paragraph, std::move(findings), written);
}

// What there is to say about a paragraph that reads otherwise now than when it was checked. If the whole document was
// checked while it read so, that; else what it shows by itself, and of what only the whole document shows what the edit
// has left.
std::vector<check::Finding> Review::findings_now(std::uint32_t paragraph, const ParagraphText& now) const {
  if (!now.vietnamese) return {};
  if (const auto known = known_.find(now.text); known != known_.end()) return known->second;
  Engine& engine = Engine::instance();
  std::vector<check::Finding> findings = *engine.check_paragraph(*checker_, now.text);
  const std::u16string& before = paragraphs_[paragraph].text.text;
  const auto alone = engine.check_paragraph(*checker_, before);
  for (check::Finding& finding : waiting_.of(paragraph)) {
    // Regular damage that the paragraph showed by itself may be too little to show now that some of it is repaired.
    const bool of_itself = finding.rule != damage_rule && std::ranges::any_of(*alone, [&](const check::Finding& other) {
                             return is_same(finding, other);
                           });
    if (!of_itself && find_again(finding, before, now.text)) findings.push_back(std::move(finding));
  }
  for (check::Finding& finding : findings) finding.paragraph = paragraph;
  check::merge(findings);
  std::erase_if(findings, [&](const check::Finding& finding) { return !is_to_be_shown(now, finding); });
  return findings;
}

// Reads a paragraph again and, if it reads otherwise, judges it again. Whether it does.
bool Review::refresh(std::uint32_t paragraph) {
  ReadParagraph& known = paragraphs_[paragraph];
  ParagraphText now = guarded("paragraph", ParagraphText(), [&] { return read_paragraph(known.range); });
  const bool other = now.text != known.text.text;
  std::vector<check::Finding> findings;
  if (other) findings = findings_now(paragraph, now);
  known.text = std::move(now);  // the ranges may be others even if the text is not
  if (other) queue(paragraph, std::move(findings));
  return other;
}

// The user may be typing: what is shown must hold, but the selection is theirs.
void Review::look_again() {
  if (!is_open() || !shows_finding_) return;
  if (refresh(shown_.paragraph)) show_current(Select::no);
}

void Review::look_at_all_again() {
  if (!is_open() || running_ || looking_at_all_ || paragraphs_.empty()) return;
  looking_at_all_ = true;
  struct Reading {
    DocumentWalk walk;
    std::vector<ReadParagraph> paragraphs;
  };
  const auto reading = std::make_shared<Reading>(Reading{DocumentWalk(document_), {}});
  run_in_slices(context(), [self = rtl::Reference<Review>(this), reading] {
    if (!self->is_open()) return false;
    bool more = false;
    const bool read = guarded("paragraphs", false, [&] {
      std::optional<DocumentWalk::Paragraph> next = reading->walk.next();
      more = next.has_value();
      if (!next) return true;
      ParagraphText text = read_paragraph(next->range);
      reading->paragraphs.push_back({std::move(next->range), next->holder, std::move(text)});
      return true;
    });
    if (read && more) return true;
    self->looking_at_all_ = false;
    if (read) self->take_all_again(std::move(reading->paragraphs));
    return false;
  });
}

// Finds out which paragraphs are others now, and judges these again; between what is the same at both ends of the
// document paragraphs may have come or gone.
void Review::take_all_again(std::vector<ReadParagraph> paragraphs) {
  const std::size_t shorter = std::min(paragraphs.size(), paragraphs_.size());
  const auto same = [](const ReadParagraph& a, const ReadParagraph& b) { return a.text.text == b.text.text; };
  std::size_t front = 0;
  while (front < shorter && same(paragraphs[front], paragraphs_[front])) ++front;
  std::size_t back = 0;
  while (back < shorter - front &&
         same(paragraphs[paragraphs.size() - 1 - back], paragraphs_[paragraphs_.size() - 1 - back]))
    ++back;
  if (paragraphs.size() != paragraphs_.size()) {
    const auto shift = static_cast<std::int64_t>(paragraphs.size()) - static_cast<std::int64_t>(paragraphs_.size());
    waiting_.renumber(static_cast<std::uint32_t>(front), paragraphs_.size() - front - back, shift);
    paragraphs_ = std::move(paragraphs);
    for (std::size_t i = front; i + back < paragraphs_.size(); ++i) {
      const auto number = static_cast<std::uint32_t>(i);
      queue(number, findings_now(number, paragraphs_[i].text));
    }
  } else {
    for (std::size_t i = front; i + back < paragraphs.size(); ++i) {
      const auto number = static_cast<std::uint32_t>(i);
      const bool other = !same(paragraphs[i], paragraphs_[i]);
      std::vector<check::Finding> findings;
      if (other) findings = findings_now(number, paragraphs[i].text);
      paragraphs_[i] = std::move(paragraphs[i]);
      if (other) queue(number, std::move(findings));
    }
  }
  show_current(Select::no);
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
    const Range range = range_of(paragraphs_[finding.paragraph].text, finding.start, finding.end);
    const Reference<css::view::XSelectionSupplier> selection(frame()->getController(), UNO_QUERY);
    if (!range.is() || !selection.is() || paragraphs_[finding.paragraph].holder != Holder::text) return;
    selection->select(css::uno::Any(range));
    move_off_selection();
  });
}

void Review::show_current(Select select) {
  while (const check::Finding* finding = waiting_.current()) {
    if (refresh(finding->paragraph)) continue;
    shown_ = *waiting_.current();
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

// The text whose key is a prefix and an id; the id where there is none.
OUString named(const Context& context, std::string prefix, std::string_view id) {
  const auto message = text::find_message(prefix.append(id));
  return message ? text(context, *message) : to_office(id);
}

void Review::show_finding(const check::Finding& finding) {
  const ReadParagraph& paragraph = paragraphs_[finding.paragraph];
  set_label("category", named(context(), "category.", check::name(finding.category)));
  show_remaining();
  set_label("reason", to_office(interface_is_vietnamese(context()) ? finding.message.vi : finding.message.en));
  set_label("excerpt", excerpt(paragraph.text, finding));
  std::vector<OUString> lines;
  for (const std::u16string& suggestion : finding.suggestions) lines.push_back(line_of(context(), suggestion));
  const Obstacle obstacle =
      obstacle_at(document_, paragraph.range, paragraph.holder, paragraph.text, finding.start, finding.end);
  tell(obstacle == Obstacle::none ? OUString() : text(context(), text_of(obstacle)));
  fill("suggestions", lines, 0);
  const bool can_apply = !lines.empty() && obstacle == Obstacle::none;
  enable(can_apply, true);
  focus(can_apply ? "apply" : "next");
}

void Review::show_remaining() {
  if (running_) return;  // then it says how far the check is
  set_label("remaining", text(context(), texts::review_remaining, to_view(number(waiting_.size()))));
}

void Review::enable(bool can_apply, bool can_pass) {
  std::size_t alike = 0;
  if (can_apply && can_pass)
    waiting_.for_each([&](const check::Finding& other) { alike += is_like(shown_, other) ? 1 : 0; });
  set_enabled("suggestions", can_apply);
  set_enabled("apply", can_apply);
  can_apply_ = can_apply;
  set_enabled("apply_all", alike > 1 && !running_);  // there may be more of them
  set_button("apply_all", text(context(), shows_finding_ && shown_.rule == damage_rule ? texts::review_all_damage
                                                                                       : texts::review_all_alike));
  for (const char* button : {"next", "ignore", "ignore_wording", "ignore_rule"}) set_enabled(button, can_pass);
}

void Review::tell(const OUString& note) {
  set_label("note", note);
}

void Review::show_end() {
  const bool none = !dealt_with_any_;
  const auto said = !none ? texts::review_end : others_.empty() ? texts::review_none : texts::review_none_checked;
  set_label("category", text(context(), said));
  for (const char* label : {"remaining", "reason", "excerpt"}) set_label(label, OUString());
  fill("suggestions", {}, -1);
  enable(false, false);
  focus(others_.vietnamese().empty() ? "close" : "mark_language");
}

void Review::show_other_languages() {
  const bool nothing = others_.empty();
  set_label("language", nothing ? OUString() : others_.told(context()));
  set_visible("mark_language", !others_.vietnamese().empty());
  end_above("language", nothing);
}

const std::u16string* Review::chosen_suggestion() {
  const sal_Int32 line = chosen("suggestions");
  return line < 0 || static_cast<std::size_t>(line) >= shown_.suggestions.size()
             ? nullptr
             : &shown_.suggestions[static_cast<std::size_t>(line)];
}

// The text may have changed under the finding that is shown; then the next one is shown and nothing is replaced.
void Review::apply() {
  const std::uint32_t number = shown_.paragraph;
  const std::u16string* const suggestion = chosen_suggestion();
  if (refresh(number) || suggestion == nullptr) {
    show_current(Select::yes);
    return;
  }
  if (shown_.rule == legacy_rule) {
    convert_document();
    return;
  }
  const ReadParagraph& paragraph = paragraphs_[number];
  const Obstacle obstacle =
      obstacle_at(document_, paragraph.range, paragraph.holder, paragraph.text, shown_.start, shown_.end);
  if (obstacle != Obstacle::none) {
    show_finding(shown_);
    return;
  }
  const bool changed =
      replace(document_, paragraph.range, paragraph.text, shown_, *suggestion, text(context(), texts::undo_title));
  if (!changed) {
    tell(text(context(), texts::review_not_replaced));
    return;
  }
  dealt_with_any_ = true;
  waiting_.go_to(number, shown_.start);
  refresh(number);
  show_current(Select::yes);
}

// All text in an old encoding at once, with its fonts; what can be read then is checked.
void Review::convert_document() {
  enable(false, false);
  looking_at_all_ = true;  // what changes meanwhile is seen at the end
  convert_fonts(context(), document_, false, false,
                [self = rtl::Reference<Review>(this)](const ConvertedFonts& outcome) {
                  self->looking_at_all_ = false;
                  if (!self->is_open()) return;
                  if (outcome.paragraphs > 0) {
                    self->check(false);
                  } else {
                    self->show_current(Select::no);
                    self->tell(text(self->context(), texts::review_not_replaced));
                  }
                });
}

bool Review::is_like(const check::Finding& shown, const check::Finding& other) const {
  if (other.rule != shown.rule || other.suggestions.empty()) return false;
  if (other.rule == damage_rule) return true;
  const std::u16string_view one = paragraphs_[shown.paragraph].text.text;
  const std::u16string_view two = paragraphs_[other.paragraph].text.text;
  return one.substr(shown.start, shown.end - shown.start) == two.substr(other.start, other.end - other.start);
}

// Repairs every waiting finding that is like the one shown, in one undo step. What was edited meanwhile, or may not be
// changed, stays and is counted.
void Review::apply_to_all_alike() {
  const std::u16string* const chosen = chosen_suggestion();
  if (refresh(shown_.paragraph) || chosen == nullptr) {
    show_current(Select::yes);
    return;
  }
  struct Fixing {
    std::vector<check::Finding> alike;
    std::u16string suggestion;
    bool damage = false;
    std::size_t at = 0;
    std::size_t fixed = 0;
    std::size_t left = 0;
    std::set<std::uint32_t> touched;
    std::unique_ptr<UndoStep> step;
  };
  const auto fixing = std::make_shared<Fixing>();
  fixing->suggestion = *chosen;
  fixing->damage = shown_.rule == damage_rule;
  waiting_.for_each([&](const check::Finding& finding) {
    if (is_like(shown_, finding)) fixing->alike.push_back(finding);
  });
  // From the end, so that what stands before stays where it is.
  std::ranges::sort(fixing->alike, [](const check::Finding& a, const check::Finding& b) {
    return std::tie(a.paragraph, a.start) > std::tie(b.paragraph, b.start);
  });
  enable(false, false);
  looking_at_all_ = true;  // what is undone meanwhile is seen at the end
  shows_finding_ = false;
  fixing->step = std::make_unique<UndoStep>(document_, text(context(), texts::undo_title), UndoStep::Views::live);
  change_in_slices(context(), document_, [self = rtl::Reference<Review>(this), fixing] {
    if (self->is_open() && fixing->at < fixing->alike.size()) {
      const check::Finding& finding = fixing->alike[fixing->at++];
      const ReadParagraph& paragraph = self->paragraphs_[finding.paragraph];
      const bool done = guarded("replace", false, [&] {
        const ParagraphText now = read_paragraph(paragraph.range);
        const std::u16string_view before = paragraph.text.text;
        if (finding.end > now.text.size() ||
            std::u16string_view(now.text).substr(0, finding.end) != before.substr(0, finding.end) ||
            obstacle_at(self->document_, paragraph.range, paragraph.holder, now, finding.start, finding.end) !=
                Obstacle::none)
          return false;
        return replace(self->document_, paragraph.range, now, finding,
                       fixing->damage ? finding.suggestions.front() : fixing->suggestion,
                       text(self->context(), texts::undo_title));
      });
      ++(done ? fixing->fixed : fixing->left);
      if (done) fixing->touched.insert(finding.paragraph);
      return true;
    }
    fixing->step.reset();
    self->show_after_fixing(fixing->touched, fixing->fixed, fixing->left);
    return false;
  });
}

// Judges again what was repaired in these paragraphs and goes on to the next finding.
void Review::show_after_fixing(std::set<std::uint32_t> touched, std::size_t fixed, std::size_t left) {
  run_in_slices(context(), [self = rtl::Reference<Review>(this), touched = std::move(touched), fixed, left]() mutable {
    if (!self->is_open()) return false;
    if (!touched.empty()) {
      self->refresh(touched.extract(touched.begin()).value());
      return true;
    }
    self->looking_at_all_ = false;
    self->dealt_with_any_ = true;
    self->waiting_.go_to(self->shown_.paragraph, self->shown_.start);
    self->show_current(Select::yes);
    const text::Message said =
        left == 0 ? text::Message(texts::review_fixed, fixed) : text::Message(texts::review_fixed_but, fixed, left);
    self->tell(text(self->context(), said));
    return false;
  });
}

OUString Review::wording_of(const check::Finding& finding) const {
  const std::u16string_view text = paragraphs_[finding.paragraph].text.text;
  return to_office(text.substr(finding.start, finding.end - finding.start));
}

void Review::ignore_place() {
  const std::u16string paragraph = paragraphs_[shown_.paragraph].text.text;
  Ignored::instance().add_place(context(), shown_, paragraph);
  const std::u16string wording(to_view(wording_of(shown_)));
  mark_again(context(), document_, [wording](std::u16string_view text) {
    return text.find(wording) != std::u16string_view::npos ? Again::wording : Again::nothing;
  });
  dealt_with_any_ = true;
  waiting_.go_to(shown_.paragraph, shown_.start);
  waiting_.pass();
  show_current(Select::yes);
}

// rule: as Ignored::add_rule takes it. Only what waits is looked through; nothing is checked again.
void Review::ignore(std::u16string_view rule) {
  if (!is_open()) return;
  Ignored::instance().add_rule(context(), rule);
  const auto touched = std::make_shared<std::set<std::u16string, std::less<>>>();
  waiting_.erase_if([&](const check::Finding& finding) {
    const std::u16string& paragraph = paragraphs_[finding.paragraph].text.text;
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
  dealt_with_any_ = true;
  waiting_.go_to(shown_.paragraph, shown_.start);
  show_current(Select::yes);
}

void Review::ignore_wording() {
  ignore(rule_for_wording(shown_, paragraphs_[shown_.paragraph].text.text));
}

void Review::ask_to_ignore_rule() {
  std::size_t count = 0;
  waiting_.for_each([&](const check::Finding& finding) { count += finding.rule == shown_.rule ? 1 : 0; });
  const std::u16string rule(shown_.rule.begin(), shown_.rule.end());
  Question question;
  question.message =
      text(context(), texts::ignore_rule_question, to_view(named(context(), "rule.", shown_.rule)), count);
  question.yes = text(context(), texts::ignore_rule_yes);
  question.no = text(context(), texts::ignore_rule_no);
  question.on_yes = [self = rtl::Reference<Review>(this), rule] { self->ignore(rule); };
  ask(context(), frame(), std::move(question));
}

// All of it one undo step, in slices.
void Review::mark_vietnamese_and_check() {
  if (is_read_only(document_)) {
    tell(text(context(), texts::obstacle_read_only));
    return;
  }
  struct Marking {
    std::vector<OtherLanguages::Unmarked> paragraphs;
    std::size_t at = 0;
    std::size_t left = 0;
    std::shared_ptr<std::set<std::u16string, std::less<>>> texts =
        std::make_shared<std::set<std::u16string, std::less<>>>();
    std::unique_ptr<UndoStep> step;
  };
  const auto marking = std::make_shared<Marking>();
  marking->paragraphs = others_.vietnamese();
  marking->step = std::make_unique<UndoStep>(document_, text(context(), texts::language_undo), UndoStep::Views::live);
  enable(false, false);
  shows_finding_ = false;
  looking_at_all_ = true;
  set_enabled("mark_language", false);
  change_in_slices(context(), document_, [self = rtl::Reference<Review>(this), marking] {
    if (self->is_open() && marking->at < marking->paragraphs.size()) {
      const OtherLanguages::Unmarked& unmarked = marking->paragraphs[marking->at++];
      const ReadParagraph& paragraph = self->paragraphs_[unmarked.paragraph];
      const bool done = guarded("language", false, [&] {
        const ParagraphText now = read_paragraph(paragraph.range);
        if (now.text != paragraph.text.text || is_protected(paragraph.range)) return false;
        mark_vietnamese(now, unmarked.stretches);
        marking->texts->insert(now.text);
        return true;
      });
      if (!done) ++marking->left;
      return true;
    }
    marking->step.reset();
    if (!self->is_open()) return false;
    self->looking_at_all_ = false;
    self->set_enabled("mark_language", true);
    self->tell(marking->left == 0 ? OUString()
                                  : text(self->context(), texts::language_left, to_view(number(marking->left))));
    // Writer checks the spelling of what has another language now by itself.
    mark_again(self->context(), self->document_, [texts = marking->texts](std::u16string_view text) {
      return texts->contains(text) || text.find(u'\u200b') != std::u16string_view::npos ? Again::wording
                                                                                        : Again::nothing;
    });
    run_on_main_thread(self->context(), [self] {
      if (self->is_open()) self->check(false);
    });
    return false;
  });
}

void Review::pressed(const OUString& button) {
  if (button == "mark_language") {
    if (!running_) mark_vietnamese_and_check();
    return;
  }
  if (!shows_finding_) return;
  if (button == "apply") {
    apply();
  } else if (button == "apply_all") {
    apply_to_all_alike();
  } else if (button == "next") {
    dealt_with_any_ = true;
    waiting_.go_to(shown_.paragraph, shown_.start);
    waiting_.pass();
    show_current(Select::yes);
  } else if (button == "ignore") {
    ignore_place();
  } else if (button == "ignore_wording") {
    ignore_wording();
  } else if (button == "ignore_rule") {
    ask_to_ignore_rule();
  }
}

}  // namespace soat::writer
