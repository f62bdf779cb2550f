#include "writer/proofing/document_check.h"

#include <algorithm>
#include <com/sun/star/document/XDocumentPropertiesSupplier.hpp>
#include <com/sun/star/text/XTextRangeCompare.hpp>
#include <com/sun/star/text/XTextViewCursorSupplier.hpp>
#include <utility>

#include "writer/border/border.h"
#include "writer/border/ending.h"
#include "writer/border/slices.h"
#include "writer/proofing/engine.h"

namespace soat::writer {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;

constexpr std::size_t first_glimpse = 8;  // paragraphs
constexpr std::size_t glimpse_growth = 4;
constexpr int read_share = 50;  // of the progress

// Cheaper than to read what stands before the cursor in every paragraph: only in the one in which it stands.
bool stands_in(const Range& cursor, const Range& paragraph) {
  const Reference<css::text::XText> text = cursor->getText();
  if (paragraph->getText() != text) return false;
  const Reference<css::text::XTextRangeCompare> compare(text, UNO_QUERY);
  return compare.is() && compare->compareRegionStarts(paragraph, cursor) >= 0 &&
         compare->compareRegionEnds(paragraph, cursor) <= 0;
}

// What Writer counted at rest or when the document was saved, at least one. The property ParagraphCount has all that
// was changed since then counted word by word before it answers.
std::size_t paragraphs_counted_last(const Reference<css::frame::XModel>& document) {
  sal_Int32 count = 0;
  guarded("statistics", [&] {
    const Reference<css::document::XDocumentPropertiesSupplier> supplier(document, UNO_QUERY);
    if (!supplier.is()) return;
    for (const css::beans::NamedValue& statistic : supplier->getDocumentProperties()->getDocumentStatistics()) {
      if (statistic.Name == "ParagraphCount") statistic.Value >>= count;
    }
  });
  return static_cast<std::size_t>(std::max<sal_Int32>(1, count));
}

}  // namespace

ReadParagraph read(const DocumentWalk::Paragraph& paragraph) {
  ReadParagraph out{paragraph.range, paragraph.holder, read_paragraph(paragraph.range), is_protected(paragraph.range)};
  forget_ranges(out.text);
  return out;
}

DocumentCheck::DocumentCheck(const Context& context, std::shared_ptr<const check::Checker> checker, CheckScope scope,
                             Events events)
    : context_(context),
      checker_(std::move(checker)),
      scope_(scope),
      events_(std::move(events)),
      stops_with_the_office_(Ending::instance().token(), [stop = stop_]() mutable { stop.request_stop(); }) {}

std::shared_ptr<DocumentCheck> DocumentCheck::start(const Context& context,
                                                    const Reference<css::frame::XController>& controller,
                                                    std::shared_ptr<const check::Checker> checker, CheckScope scope,
                                                    std::vector<Source> selected, Events events, bool at_once) {
  auto check = std::make_shared<DocumentCheck>(context, std::move(checker), scope, std::move(events));
  check->begin(controller, std::move(selected), at_once);
  return check;
}

void DocumentCheck::cancel() {
  cancelled_ = true;
  stop_.request_stop();
  events_ = {};
  walk_.reset();
  selected_.reset();
}

void DocumentCheck::begin(const Reference<css::frame::XController>& controller, std::vector<Source> selected,
                          bool at_once) {
  at_once_ = at_once;
  result_.is_whole = !scope_.only_selected;
  glimpse_ = first_glimpse;
  cursor_found_ = scope_.only_selected;
  if (scope_.only_selected) {
    selected_ = std::make_unique<TargetReader>(controller->getModel(), std::move(selected));
  } else {
    walk_ = std::make_unique<DocumentWalk>(controller->getModel());
  }
  if (const Reference<css::text::XTextViewCursorSupplier> view(controller, UNO_QUERY); view.is())
    guarded("cursor", [&] { cursor_ = view->getViewCursor()->getStart(); });
  expected_ = paragraphs_counted_last(controller->getModel());
  const auto step = [self = shared_from_this()] {
    if (self->cancelled_) return false;
    try {
      return self->selected_ ? self->read_selected() : self->read_next();
    } catch (...) {
      self->fail();
      throw;  // to be logged
    }
  };
  if (!at_once) {
    read_in_slices(context_, controller->getModel(), step);
    return;
  }
  while (step()) {
  }
}

bool DocumentCheck::read_next() {
  std::optional<DocumentWalk::Paragraph> next = walk_->next();
  if (!next) {
    walk_.reset();
    check_all();
    return false;
  }
  ReadParagraph paragraph = read(*next);
  if (!cursor_found_) note_cursor(paragraph);
  add(std::move(paragraph));
  if (!at_once_ && glimpse_ > 0 && result_.paragraphs.size() >= glimpse_from() + glimpse_) check_glimpse();
  return true;
}

// What is selected ends where the reader has seen its end: its paragraphs are taken when all are read.
bool DocumentCheck::read_selected() {
  if (!selected_read_ && selected_->read_next()) return true;
  selected_read_ = true;
  std::vector<Target>& targets = selected_->targets();
  if (const std::size_t at = result_.paragraphs.size(); at < targets.size()) {
    Target& target = targets[at];
    forget_ranges(target.paragraph);
    add({std::move(target.range), target.holder, std::move(target.paragraph), target.locked});
    return true;
  }
  selected_.reset();
  check_all();
  return false;
}

void DocumentCheck::add(ReadParagraph paragraph) {
  texts_.add(paragraph.text);
  result_.others.add(static_cast<std::uint32_t>(result_.paragraphs.size()), paragraph.text);
  result_.paragraphs.push_back(std::move(paragraph));
  const std::size_t count = result_.paragraphs.size();
  if (const auto progress = events_.progress; progress && count % 64 == 0)
    progress(static_cast<int>(std::min(expected_, count) * read_share / expected_));
}

void DocumentCheck::note_cursor(const ReadParagraph& paragraph) {
  guarded("cursor", [&] {
    if (!cursor_.is() || paragraph.holder != Holder::text || !stands_in(cursor_, paragraph.range)) return;
    cursor_found_ = true;
    result_.cursor_paragraph = static_cast<std::uint32_t>(result_.paragraphs.size());
    const auto before = cursor_->getText()->createTextCursorByRange(paragraph.range->getStart());
    before->gotoRange(cursor_, true);
    result_.cursor_start = static_cast<std::uint32_t>(before->getString().getLength());
  });
}

// The background thread gets copies of the text: what belongs to the office stays on the main thread.
void DocumentCheck::run(std::function<check::Checked()> job,
                        std::function<void(const std::shared_ptr<check::Checked>&)> then) {
  if (at_once_) {
    then(std::make_shared<check::Checked>(job()));
    return;
  }
  auto checked = std::make_shared<check::Checked>();
  run_in_background(
      context_, [job = std::move(job), checked] { *checked = job(); },
      [self = shared_from_this(), checked, then = std::move(then)](bool done) {
        if (done) {
          then(checked);
        } else {
          self->fail();
        }
      });
}

// Behind the cursor, if it stands in what has been read; else from the start, so that nobody waits for what stands
// before a cursor far behind.
std::uint32_t DocumentCheck::glimpse_from() const {
  return cursor_found_ ? result_.cursor_paragraph : 0;
}

void DocumentCheck::check_glimpse() {
  const std::uint32_t first = glimpse_from();
  const bool at_cursor = cursor_found_;
  const std::size_t size = std::exchange(glimpse_, 0);
  TextsToCheck texts;
  for (std::size_t i = first; i < result_.paragraphs.size(); ++i) texts.add(result_.paragraphs[i].text);
  run([checker = checker_, texts = texts, profile = scope_.profile,
       stop = stop_.get_token()] { return check_texts(*checker, texts, profile, stop); },
      [self = shared_from_this(), first, at_cursor, size](const std::shared_ptr<check::Checked>& checked) {
        if (self->cancelled_ || !self->events_.glimpse) return;
        guarded("check", [&] {
          std::vector<check::Finding>& findings = checked->findings;
          for (check::Finding& finding : findings) finding.paragraph += first;
          std::erase_if(findings, [&](const check::Finding& finding) {
            const bool before_cursor =
                at_cursor && finding.paragraph == first && finding.start < self->result_.cursor_start;
            return before_cursor || !is_to_be_shown(self->result_.paragraphs[finding.paragraph].text, finding);
          });
          if (findings.empty()) {
            self->glimpse_ = size * glimpse_growth;  // further on there may be some
            return;
          }
          self->result_.findings = std::move(findings);
          const auto glimpse = self->events_.glimpse;  // it may cancel
          glimpse(self->result_, at_cursor);
        });
      });
}

void DocumentCheck::check_all() {
  if (const auto progress = events_.progress) progress(read_share);
  run([checker = checker_, texts = std::move(texts_), profile = scope_.profile,
       stop = stop_.get_token()] { return check_texts(*checker, texts, profile, stop); },
      [self = shared_from_this()](const std::shared_ptr<check::Checked>& checked) { self->finish(checked); });
}

void DocumentCheck::finish(const std::shared_ptr<check::Checked>& checked) {
  if (cancelled_) return;
  std::erase_if(checked->findings, [&](const check::Finding& finding) {
    return !is_to_be_shown(result_.paragraphs[finding.paragraph].text, finding);
  });
  check::tell_passages(checked->assessment, checked->findings);
  result_.findings = std::move(checked->findings);
  result_.assessment = std::move(checked->assessment);
  const Events events = std::move(events_);
  cancelled_ = true;
  if (events.done) events.done(std::move(result_));
}

void DocumentCheck::fail() {
  const Events events = std::move(events_);
  cancel();
  if (events.failed) guarded("check", events.failed);
}

}  // namespace soat::writer
