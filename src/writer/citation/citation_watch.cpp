// Citations that come, go and change places by other ways than commands: numbers and the list follow them.
#include <chrono>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/util/XModifiable.hpp>
#include <functional>
#include <utility>

#include "citation/session/from_file.h"
#include "writer/border/border.h"
#include "writer/border/broadcaster.h"
#include "writer/border/slices.h"
#include "writer/citation/citation_document.h"
#include "writer/citation/pending_bar.h"

namespace soat::writer {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

namespace {

// Without an edit; then citations are looked at for having changed places. Looking at some hundred takes milliseconds,
// too much for every key.
constexpr std::chrono::milliseconds pause_length{500};

// What follows takes steps of its own; after so many times without the order's being learned it is taken as it is.
constexpr int most_follows = 3;

}  // namespace

void CitationDocument::watch() {
  if (watch_.is()) return;
  // An undo step takes along what followed the edit that it undoes.
  watch_ = new DocumentWatch(
      context_,
      [this] {
        guarded("citations", [&] {
          take_left_copies();
          look_for_changes(CitationWay::background);
          if (!known_.empty()) await_pause();
          show_pending();
        });
      },
      [this] {
        guarded("citations", [&] {
          // What follows an edit that is undone knows the document as it was.
          runner_.drop_silent();
          runner_.take_left_silent();
          from_file_.reset();
          expect_nothing();
          drop_copies();
          know(fields_.names(), watch_->steps());
          know_ids();
          show_pending();
        });
      });
  watch_->start(Reference<css::frame::XModel>(document(), UNO_QUERY));
  waits_ = pending();  // from the file
  expect_nothing();
  know(fields_.names(), watch_->steps());
  // Edited, as by a macro, before the office told that it was loaded: whether the list tells the truth is not known.
  const Reference<css::util::XModifiable> modifiable(document(), UNO_QUERY);
  if (modifiable.is() && modifiable->isModified()) known_.clear();
  know_ids();
  const Reference<css::frame::XModel> model(document(), UNO_QUERY_THROW);
  if (!model->getCurrentController().is()) return;  // nobody sees it
  // In a turn of its own: reading hundreds of citations takes some ten milliseconds.
  run_on_main_thread(context_, [weak = weak_from_this(), this] {
    const auto alive = weak.lock();
    if (alive && !closed_) guarded("citations", [&] { get_ready(); });
  });
}

// All was as it should be, with these names, after so many of the watch's steps.
void CitationDocument::know(std::vector<OUString> names, unsigned steps) {
  known_ = std::move(names);
  order_.forget();
  steps_ = steps;
  await_pause();
}

// Only where updates are delayed: reading the document takes a while.
void CitationDocument::know_ids() {
  ids_ = settings().delayed ? scan()->model.ids() : std::vector<std::string>();
}

void CitationDocument::await_pause() {
  ++edits_;
  if (closed_ || std::exchange(awaits_pause_, true)) return;
  run_later(context_, pause_length, [weak = weak_from_this(), this, edits = edits_] {
    const auto alive = weak.lock();
    if (!alive) return;
    guarded("citations", [&] {
      awaits_pause_ = false;
      edits == edits_ ? look_for_moves() : await_pause();
    });
  });
}

// Whoever opens a document with citations is likely to cite, and with hundreds of them the engine takes up to a second
// to learn them.
void CitationDocument::get_ready() {
  if (!is_ready_ && !known_.empty() && !runner_.works()) {
    is_ready_ = true;
    warm_up();
  }
}

void CitationDocument::look_for_moves() {
  if (closed_ || known_.empty() || runner_.works()) return;
  if (watch_->steps() > 0) get_ready();
  if (pending() && !waits_) {
    check_pending();
    return;
  }
  if (!order_.is_known() && may_have_moved() && follows_ < most_follows) {
    ++follows_;
    follow_moves();
    return;
  }
  follows_ = 0;
  order_.begin();
  read_in_slices(context_, Reference<css::frame::XModel>(document(), UNO_QUERY_THROW),
                 [weak = weak_from_this(), this, edits = edits_] {
                   const auto alive = weak.lock();
                   if (!alive || closed_ || edits != edits_ || runner_.works()) return false;
                   const FieldOrder::Look seen = order_.look();
                   if (seen == FieldOrder::Look::changed) follow_moves();
                   return seen == FieldOrder::Look::goes_on;
                 });
}

// Whether citations may stand elsewhere than when all was as it should be: while their order is not known any step of
// the user's may have done it.
bool CitationDocument::may_have_moved() {
  return order_.is_known() ? order_.has_changed() : watch_->steps() != steps_;
}

void CitationDocument::follow_moves() {
  known_.clear();
  order_.forget();
  look_for_changes(CitationWay::background);
}

void CitationDocument::settle() {
  take_left_copies();
  if (!watch_.is()) return;
  if (!runner_.busy()) runner_.drop_silent();
  if (may_have_moved()) known_.clear();
  look_for_changes(CitationWay::wait);
}

void CitationDocument::command_ended(bool silent) {
  if (closed_) return;
  watch();
  show_pending();
  std::vector<OUString> names = fields_.names();
  // What made way for the command may not have been done by it, nor what the user edited while it worked. A silent
  // command takes no citation and adds none: other names are the user's doing.
  bool again = std::exchange(looked_while_working_, false) && (!silent || names != known_);
  again = runner_.take_left_silent() || again;
  if (silent) {
    from_file_.reset();
  } else {
    expect_nothing();
    know_ids();
  }
  // What was moved while a silent command worked is looked for in the next pause.
  know(std::move(names), silent ? follows_since_ : watch_->steps());
  if (again) {
    known_.clear();
    watch_->modified({});
  }
}

void CitationDocument::show_pending() {
  if (closed_) return;
  waits_ = waits_ && pending();
  show_pending_bar(context_, Reference<css::frame::XModel>(document(), UNO_QUERY_THROW), waits_);
}

// In the background, and given up for any command of the user's; another pause comes.
void CitationDocument::check_pending() {
  CitationRun run;
  run.way = CitationWay::background;
  run.done = [this](const CitationOutcome& outcome) {
    // What cannot be worked out waits too.
    waits_ = !outcome.cancelled;
    show_pending();
  };
  start(std::move(run), Prepare([&] {
          CommandRunner::Prepared prepared;
          prepared.command = citation::session::check_pending(session_);
          prepared.silent = true;
          return prepared;
        }));
}

void CitationDocument::look_for_changes(CitationWay way) {
  if (closed_) return;
  if (runner_.works()) {
    looked_while_working_ = true;
    return;
  }
  std::vector<OUString> names = fields_.names();
  if (names == known_ && !runner_.take_left_silent()) return;
  note_file(names);
  known_ = std::move(names);
  follows_since_ = watch_->steps();
  CitationRun run;
  run.way = way;
  start(std::move(run), Prepare([&] {
          CommandRunner::Prepared prepared;
          prepared.command =
              settings().delayed ? citation::session::put_off(ids_) : citation::session::follow(session_);
          if (from_file_) citation::session::take_from_file(prepared.command, *from_file_);
          prepared.silent = true;
          return prepared;
        }));
}

}  // namespace soat::writer
