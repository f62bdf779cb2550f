#include "writer/windows/review.h"

#include <algorithm>
#include <com/sun/star/text/XTextRangeCompare.hpp>
#include <cppuhelper/implbase1.hxx>
#include <utility>

#include "writer/border/border.h"
#include "writer/border/broadcaster.h"
#include "writer/border/main_thread.h"
#include "writer/border/slices.h"
#include "writer/border/strings.h"
#include "writer/border/texts.h"
#include "writer/proofing/engine.h"
#include "writer/proofing/ignoring.h"
#include "writer/proofing/sure_percent.h"
#include "writer/text/own_selection.h"
#include "writer/text/replacement.h"
#include "writer/windows/notice.h"

namespace soat::writer {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using Frame = Reference<css::frame::XFrame>;

// So long nothing was edited before the document is read again.
constexpr std::chrono::milliseconds quiet{600};

// So long, and twice as long as it took last time, before the whole of it is checked again: a long document must not
// keep a processor busy.
constexpr std::chrono::milliseconds least_rest{1500};

// The reviews of documents that are open. Never destroyed: what they hold belongs to an office that is gone then.
std::vector<std::shared_ptr<Review>>& reviews() {
  static auto* const all = new std::vector<std::shared_ptr<Review>>;
  return *all;
}

// Whether two ranges begin at the same place of the same text.
bool begin_together(const Range& a, const Range& b) {
  if (!a.is() || !b.is() || a->getText() != b->getText()) return false;
  const Reference<css::text::XTextRangeCompare> order(a->getText(), UNO_QUERY);
  return order.is() && order->compareRegionStarts(a, b) == 0;
}

}  // namespace

// Tells a review that its document's window shows it no longer.
class Review::End final : public cppu::WeakImplHelper1<css::lang::XEventListener> {
 public:
  End(const Context& context, std::weak_ptr<Review> review) : context_(context), review_(std::move(review)) {}

  // A document that is closed over a bridge ends on a thread of its own, while the main thread may be using the review.
  void SAL_CALL disposing(const css::lang::EventObject&) override {
    guarded("review", [&] {
      const auto end = [review = review_] {
        if (const auto ended = review.lock()) ended->end();
      };
      if (on_main_thread()) {
        end();
      } else {
        run_on_main_thread(context_, end);
      }
    });
  }

 private:
  Context context_;
  std::weak_ptr<Review> review_;
};

std::shared_ptr<Review> Review::of(const Context& context, const Frame& frame) {
  const Reference<css::frame::XController> controller = frame.is() ? frame->getController() : nullptr;
  if (!controller.is() || !controller->getModel().is()) return nullptr;
  const auto& all = reviews();
  const auto found = std::ranges::find_if(all, [&](const auto& one) { return one->controller_ == controller; });
  if (found != all.end()) return *found;
  auto made = std::make_shared<Review>(context, controller);
  set_ignored_listener(&Review::take_ignored);
  reviews().push_back(made);
  made->begin_watching();
  return made;
}

void Review::take_sure_confidence(const Context& context) {
  const auto all = reviews();  // one that is shown may end
  for (const auto& one : all) {
    if (!one->is_open()) continue;
    one->list().set_sure_confidence(sure_confidence(context));
    one->renew(Select::no);
  }
}

void Review::take_mark_styles() {
  const auto all = reviews();  // one that is shown may end
  for (const auto& one : all) {
    if (one->is_open()) one->show();
  }
}

void Review::take_ignored(Wanted wanted) {
  const auto all = reviews();  // one that is shown may end
  for (const auto& one : all) {
    if (!one->is_open() || one->stage_ == Stage::fresh) continue;
    const bool occupied = one->busy_ || one->stage_ == Stage::checking || one->reviewed_->is_held();
    if (wanted != Wanted::fewer || occupied) one->reviewed_->unsettle(wanted == Wanted::others);
    if (occupied) {
      one->settle_later();
      continue;
    }
    one->reviewed_->drop_unwanted();
    one->renew(Select::no);
    if (!one->reviewed_->is_settled()) one->settle();
  }
}

Review::Review(const Context& context, const Reference<css::frame::XController>& controller)
    : context_(context),
      controller_(controller),
      reviewed_(std::make_shared<ReviewedDocument>(context, controller->getModel(), nullptr, check::Profile::normal)),
      rest_(least_rest) {}

std::function<void()> Review::if_alive(void (Review::*action)()) {
  return [weak = weak_from_this(), action] {
    if (const auto self = weak.lock(); self && self->is_open()) (self.get()->*action)();
  };
}

std::function<void()> Review::renew_later(Select select) {
  return [weak = weak_from_this(), select] {
    if (const auto self = weak.lock(); self && self->is_open()) self->renew(select);
  };
}

void Review::begin_watching() {
  end_ = new End(context_, weak_from_this());
  controller_->addEventListener(end_.get());
  watch_ = new DocumentWatch(context_, if_alive(&Review::edited), if_alive(&Review::undone));
  watch_->start(reviewed_->document());
}

void Review::end() {
  const auto keep = shared_from_this();
  std::erase(reviews(), keep);
  controller_.clear();
  reviewed_->end();
  if (running_) running_->cancel();
  running_.reset();
  selected_.clear();
  if (watch_.is()) watch_->stop();
  status_.end();
  shown_.reset();
  report(-1);
  if (ReviewView* const view = std::exchange(view_, nullptr)) guarded("review", [&] { view->show_review(); });
}

Frame Review::frame() const {
  return controller_.is() ? controller_->getFrame() : nullptr;
}

void Review::set_view(ReviewView* view) {
  view_ = view;
  if (view == nullptr) return;
  if (is_stale_) read_later();
  settle_later();
}

void Review::show() {
  if (view_ != nullptr) view_->show_review();
}

void Review::report(sal_Int32 count) {
  if (const Done done = std::exchange(done_, nullptr); done) done(count);
}

void Review::check(CheckScope scope, Done done, bool at_once) {
  cancel();
  done_ = std::move(done);
  if (!is_open()) {
    report(-1);
    return;
  }
  scope_ = scope;
  stage_ = Stage::checking;
  note_.clear();
  show_progress(0);
  Engine& engine = Engine::instance();
  engine.start(context_);
  if (at_once) {
    engine.checker(std::chrono::seconds(30));
    check_now(true);
    return;
  }
  engine.when_loaded([context = context_, weak = weak_from_this()] {
    run_on_main_thread(context, [weak] {
      if (const auto self = weak.lock(); self && self->is_open() && self->stage_ == Stage::checking)
        self->check_now(false);
    });
  });
}

CheckScope Review::scope_of_command() const {
  CheckScope scope = scope_;
  scope.only_selected = false;
  if (read_switch(context_, settings_node, "Strict", false)) scope.profile = check::Profile::strict;
  return scope;
}

void Review::cancel() {
  if (stage_ != Stage::checking) return;
  if (running_) running_->cancel();
  running_.reset();
  status_.end();
  stage_ = Stage::cancelled;
  report(-1);
  renew(Select::no);
}

void Review::check_now(bool at_once) {
  if (running_) return;
  checker_ = Engine::instance().checker(std::chrono::milliseconds(0));
  if (!checker_) {
    fail();
    return;
  }
  // A new one, so that whatever goes on with the old one ends.
  const auto document = std::make_shared<ReviewedDocument>(context_, controller_->getModel(), checker_, scope_.profile);
  // Where the place of a finding is selected, it is the selection checked last whose findings they are.
  if (scope_.only_selected && (selected_.empty() || !is_shown_place_selected(document->document())))
    selected_ = selected_sources(document->document());
  document->waiting().set_filter(list().filter());
  document->waiting().set_order(list().order());
  reviewed_->end();
  document->remember(*reviewed_);
  reviewed_ = document;
  busy_ = false;
  shown_.reset();
  dealt_with_any_ = false;
  has_chosen_ = false;
  is_stale_ = false;
  DocumentCheck::Events events;
  events.progress = [this](int percent) { show_progress(percent); };
  events.glimpse = [this](const DocumentCheck::Result& result, bool at_cursor) {
    is_at_cursor_ = at_cursor;
    reviewed_->take_glimpse(result);
    renew(at_cursor ? Select::yes : Select::no);
  };
  events.done = [this, at_once](DocumentCheck::Result&& result) { take(std::move(result), at_once); };
  events.failed = [this] { cancel(); };
  running_ = DocumentCheck::start(context_, controller_, checker_, scope_, selected_, std::move(events), at_once);
  if (stage_ != Stage::checking) running_.reset();
}

// The data cannot be used.
void Review::fail() {
  stage_ = Stage::broken;
  status_.end();
  tell(text(context_, texts::review_broken, to_view(Engine::instance().problem_lines(context_))));
  report(-1);
  show();
  if (!has_view()) show_notice(context_, frame(), text(context_, texts::review_title), note_);
}

void Review::show_progress(int percent) {
  percent_ = percent;
  show();
  status_.show(context_, frame(), text(context_, texts::review_status), percent);
}

void Review::take(DocumentCheck::Result&& result, bool at_once) {
  const bool from_cursor = !dealt_with_any_ && !has_chosen_ && (!shown_ || !is_at_cursor_);
  if (from_cursor) shown_.reset();
  reviewed_->take(std::move(result), from_cursor, at_once, [weak = weak_from_this(), of = std::weak_ptr(reviewed_)] {
    const auto self = weak.lock();
    if (self && self->is_open() && self->reviewed_ == of.lock()) self->show_all_found();
  });
}

void Review::show_all_found() {
  const bool is_first = !shown_;
  running_.reset();
  status_.end();
  stage_ = Stage::checked;
  const auto count = static_cast<sal_Int32>(list().counts().all);
  renew(is_first ? Select::yes : Select::no);
  if (is_stale_) read_later();
  report(count);
}

// The user may be typing: what is shown must hold, but the selection is theirs. The other rows follow when they rest.
void Review::edited() {
  last_edit_ = std::chrono::steady_clock::now();
  if (std::exchange(is_own_edit_, false)) return;
  is_stale_ = true;
  if (view_ == nullptr) return;
  if (shown_ && !busy_) {
    if (reviewed_->refresh(shown_->paragraph, renew_later(Select::no)) == ReviewedDocument::Refreshed::other)
      renew(Select::no);
  }
  read_later();
}

void Review::undone() {
  last_edit_ = std::chrono::steady_clock::now();
  is_stale_ = true;
  if (view_ != nullptr) read_again();
}

void Review::read_later() {
  if (std::exchange(reads_later_, true)) return;
  run_later(context_, quiet, [weak = weak_from_this()] {
    const auto self = weak.lock();
    if (!self || !self->is_open()) return;
    self->reads_later_ = false;
    if (!self->is_stale_ || self->view_ == nullptr) return;
    if (std::chrono::steady_clock::now() - self->last_edit_ < quiet) {
      self->read_later();
    } else {
      self->read_again();
    }
  });
}

void Review::read_again() {
  if (running_ || busy_ || stage_ == Stage::checking || !reviewed_->is_read()) {
    if (reviewed_->is_read()) read_later();
    return;
  }
  is_stale_ = false;
  const bool begun = reviewed_->read_again([weak = weak_from_this()] {
    const auto self = weak.lock();
    if (self && self->is_open()) self->renew(Select::no);
  });
  if (begun) return;
  is_stale_ = true;
  read_later();
}

void Review::settle_later() {
  if (view_ == nullptr || !reviewed_->is_read() || reviewed_->is_settled() || std::exchange(settles_later_, true))
    return;
  run_later(context_, quiet, [weak = weak_from_this()] {
    const auto self = weak.lock();
    if (!self || !self->is_open()) return;
    self->settles_later_ = false;
    self->settle();
  });
}

void Review::settle() {
  if (stage_ == Stage::checking) return;
  const auto begin = std::chrono::steady_clock::now();
  const bool at_rest = !running_ && !busy_ && !is_stale_ && begin - last_edit_ >= rest_;
  const auto settled = [weak = weak_from_this(), of = std::weak_ptr(reviewed_), begin] {
    const auto self = weak.lock();
    if (!self || !self->is_open() || self->reviewed_ != of.lock()) return;
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin);
    self->rest_ = std::max(least_rest, 2 * took);
    self->renew(Select::no);
  };
  if (view_ != nullptr && !reviewed_->is_settled() && at_rest && reviewed_->settle(settled)) return;
  settle_later();
}

// A paragraph that reads otherwise now is judged again before anything in it is shown.
void Review::renew(Select select) {
  shown_.reset();
  if (!is_open()) return;
  while (const check::Finding* finding = list().current()) {
    const auto refreshed = reviewed_->refresh(finding->paragraph, renew_later(select));
    if (refreshed == ReviewedDocument::Refreshed::other) continue;
    if (refreshed == ReviewedDocument::Refreshed::same) shown_ = *list().current();
    break;
  }
  if (shown_ && select == Select::yes) select_in_document(*shown_);
  show();
  settle_later();
}

void Review::select_in_document(const check::Finding& finding) {
  guarded("selection", [&] {
    const ReadParagraph& paragraph = reviewed_->paragraph(finding.paragraph);
    const Range range = range_of(paragraph.text, finding.start, finding.end);
    if (range.is() && paragraph.holder == Holder::text) select_to_show(controller_, range);
  });
}

Obstacle Review::obstacle() const {
  if (!shown_ || !is_open()) return Obstacle::none;
  const ReadParagraph& paragraph = reviewed_->paragraph(shown_->paragraph);
  return obstacle_at(reviewed_->document(), paragraph.range, paragraph.holder, paragraph.text, shown_->start,
                     shown_->end);
}

std::size_t Review::alike() {
  std::size_t alike = 0;
  if (shown_)
    list().for_each([&](const check::Finding& other) {
      alike += reviewed_->is_like(*shown_, other) && reviewed_->can_be_changed(other) ? 1 : 0;
    });
  return alike;
}

void Review::set_filter(review::Filter filter) {
  list().set_filter(std::move(filter));
  renew(Select::no);
}

void Review::set_order(review::Order order) {
  list().set_order(order);
  renew(Select::no);
}

void Review::select(std::size_t row) {
  if (row >= list().rows()) return;
  note_.clear();
  has_chosen_ = true;
  list().select(row);
  renew(Select::yes);
}

void Review::next() {
  note_.clear();
  has_chosen_ = true;
  list().next();
  renew(Select::yes);
}

void Review::previous() {
  note_.clear();
  has_chosen_ = true;
  list().previous();
  renew(Select::yes);
}

void Review::go_to(std::uint32_t paragraph, std::uint32_t start) {
  if (!is_open()) return;
  note_.clear();
  has_chosen_ = true;
  list().go_to(paragraph, start);
  renew(Select::yes);
}

void Review::go_to(const Range& paragraph, std::u16string_view text, std::uint32_t start) {
  std::optional<check::Finding> wanted;
  list().for_each([&](const check::Finding& finding) {
    if (wanted || finding.start != start) return;
    const ReadParagraph& read = reviewed_->paragraph(finding.paragraph);
    if (read.text.text == text && begin_together(read.range, paragraph)) wanted = finding;
  });
  if (wanted) go_to(wanted->paragraph, wanted->start);
}

void Review::go_to_paragraph(std::uint32_t paragraph) {
  if (!is_open()) return;
  note_.clear();
  has_chosen_ = true;
  list().go_to(paragraph, 0);
  guarded("selection", [&] {
    const ReadParagraph& read = reviewed_->paragraph(paragraph);
    if (read.holder == Holder::text) select_to_show(controller_, read.range);
  });
  renew(Select::no);
}

}  // namespace soat::writer
