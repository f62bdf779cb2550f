#include "writer/citation/command_runner.h"

#include <chrono>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/document/XUndoAction.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <cppuhelper/implbase1.hxx>
#include <future>
#include <optional>
#include <utility>

#include "citation/csl/errors.h"
#include "citation/session/faults.h"
#include "text/error.h"
#include "text/utf.h"
#include "writer/border/border.h"
#include "writer/border/broadcaster.h"
#include "writer/border/main_thread.h"
#include "writer/border/selection_aside.h"
#include "writer/border/strings.h"
#include "writer/border/texts.h"
#include "writer/border/undo.h"
#include "writer/citation/reason.h"

namespace soat::writer {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using Clock = std::chrono::steady_clock;

// So long the main thread may be kept at a time; a piece may take a few milliseconds more.
constexpr std::chrono::milliseconds slice_length{30};

// While it lives, changes are not recorded and views wait.
struct Quiet {
  explicit Quiet(const Reference<css::text::XTextDocument>& document)
      : unrecorded(document), waiting(Reference<css::frame::XModel>(document, UNO_QUERY_THROW)) {}
  Unrecorded unrecorded;
  WaitingViews waiting;
};

class NothingDone final : public cppu::WeakImplHelper1<css::document::XUndoAction> {
 public:
  explicit NothingDone(OUString title) : title_(std::move(title)) {}
  OUString SAL_CALL getTitle() override { return title_; }
  void SAL_CALL undo() override {}
  void SAL_CALL redo() override {}

 private:
  OUString title_;
};

}  // namespace

struct CommandRunner::Work {
  CitationRun run;
  std::weak_ptr<void> owner;
  citation::session::Command command;
  std::shared_ptr<const DocumentScan> scan;  // what the round at hand is based on
  EditState edits;
  CitationOutcome outcome;
  std::optional<text::Message::Argument> style_fault;  // see Formatter
  std::exception_ptr failure;                          // of the round's computing, or of the first step that failed
  bool silent = false;                                 // see Prepared
  std::optional<SelectionAside> selection;             // where much was selected
  std::optional<UndoContext> context;                  // from the first change on
  bool touched = false;                                // the document
  std::atomic<bool> cancelled = false;                 // also between two rounds
};

CommandRunner::CommandRunner(const Context& context, const Reference<css::text::XTextDocument>& document, Read read,
                             FieldWriter& writer, std::function<void(bool)> ended,
                             std::function<void(const text::Message::Argument&)> style_broken)
    : context_(context),
      document_(document),
      read_(std::move(read)),
      writer_(writer),
      ended_(std::move(ended)),
      style_broken_(std::move(style_broken)),
      queue_(
          [](const std::exception_ptr& error) { guarded("citation worker", [&] { std::rethrow_exception(error); }); },
          &await_this_thread) {}

Reference<css::text::XTextDocument> CommandRunner::document() const {
  const Reference<css::text::XTextDocument> document(document_);
  if (closed_ || !document.is()) throw Error(texts::error_document_closed);
  return document;
}

void CommandRunner::close() {
  closed_ = true;
  queue_.cancel();
  const WorkPtr work = std::exchange(work_, nullptr);
  if (!work) return;
  work->outcome.cancelled = true;
  if (work->run.done) guarded("citation command", [&] { work->run.done(work->outcome); });
}

bool CommandRunner::busy() const {
  return work_ && !work_->silent;
}

void CommandRunner::drop_silent() {
  if (!work_ || !work_->silent) return;
  const WorkPtr work = std::exchange(work_, nullptr);
  left_silent_ = true;
  queue_.cancel();
  work->context.reset();
}

void CommandRunner::cancel() {
  if (work_) work_->cancelled = true;
  queue_.cancel();
}

void CommandRunner::refuse(const CitationRun& run, const text::Message& reason) {
  CitationOutcome outcome;
  outcome.error = to_view(text(context_, reason));
  if (run.done) guarded("citation command", [&] { run.done(outcome); });
}

void CommandRunner::run(CitationRun run, const std::weak_ptr<void>& owner, const std::function<Prepared()>& prepare) {
  drop_silent();
  if (work_) {
    refuse(run, texts::citation_error_busy);
    return;
  }
  const auto work = std::make_shared<Work>();
  work->run = std::move(run);
  work->owner = owner;
  try {
    const Reference<css::frame::XStorable> file(document(), UNO_QUERY);
    if (file.is() && file->isReadonly()) {
      refuse(work->run, texts::citation_error_read_only);
      return;
    }
    Prepared prepared = prepare();
    work->command = std::move(prepared.command);
    work->scan = std::move(prepared.scan);
    work->edits.title = work->command.title;
    work->edits.place = prepared.place;
    work->edits.cursor_follows = prepared.cursor_follows;
    work->edits.others = std::move(prepared.others);
    work->edits.recorded = records_changes(document());
    work->silent = prepared.silent;
    // The user, who has asked, waits; what nobody has asked for leaves the selection alone.
    const Reference<css::frame::XModel> model(document(), UNO_QUERY_THROW);
    if (!work->silent && work->run.way == CitationWay::background && selects_much(model))
      work->selection.emplace(model).set_aside();
  } catch (...) {
    fail(work, std::current_exception());
    return;
  }
  work_ = work;
  next_round(work);
}

void CommandRunner::next_round(const WorkPtr& work) {
  if (work->command.rounds.empty()) {
    finish(work);
    return;
  }
  try {
    if (work->cancelled) throw citation::Cancelled();
    if (!work->scan || !work->command.rounds.front()->keeps_model()) work->scan = read_();
  } catch (...) {
    fail(work, std::current_exception());
    return;
  }
  work->command.rounds.front()->computes() ? compute(work) : computed(work);
}

void CommandRunner::compute(const WorkPtr& work) {
  const auto job = [](Work& running, citation::session::Formatter& formatter) {
    try {
      if (running.cancelled) throw citation::Cancelled();
      running.command.rounds.front()->compute(running.scan->model, formatter, running.run.progress);
    } catch (...) {
      running.failure = std::current_exception();
    }
    running.style_fault = formatter.take_style_fault();
  };
  if (work->run.way == CitationWay::wait) {
    // The queue alone keeps the promise, so that it is broken when the office ends meanwhile.
    auto promise = std::make_shared<std::promise<void>>();
    std::future<void> ended = promise->get_future();
    queue_.post([job, &running = *work, promise = std::move(promise)](citation::session::Formatter& formatter) {
      job(running, formatter);
      promise->set_value();
    });
    try {
      ended.get();
    } catch (const std::future_error&) {
      work->failure = std::make_exception_ptr(citation::Cancelled());
    }
    computed(work);
    return;
  }
  // A document that is closed meanwhile must not be kept alive by the queue, which is its own; and what the work holds
  // of the document is let go on the main thread, which may be waiting for this one.
  queue_.post([this, job, context = context_, work = work](citation::session::Formatter& formatter) mutable {
    job(*work, formatter);
    run_on_main_thread(context, [this, work = std::move(work)] {
      const auto alive = work->owner.lock();
      if (alive && work == work_) computed(work);
    });
  });
}

void CommandRunner::computed(const WorkPtr& work) {
  if (work->style_fault) style_fault_ = std::exchange(work->style_fault, std::nullopt);
  try {
    if (work->failure) std::rethrow_exception(work->failure);
    const auto round = std::move(work->command.rounds.front());
    work->command.rounds.pop_front();
    writer_.add_steps(round->edits(work->scan->model, work->edits.tally), work->scan->fields, work->edits);
    if (!work->edits.steps.empty()) open(*work);
  } catch (...) {
    fail(work, std::current_exception());
    return;
  }
  if (work->run.way == CitationWay::background) {
    slice(work);
    return;
  }
  while (!work->edits.steps.empty()) run_steps(*work, true);
  work->failure ? fail(work, work->failure) : next_round(work);
}

void CommandRunner::slice(const WorkPtr& work) {
  if (work != work_) return;  // closed or dropped
  run_steps(*work, false);
  if (work->failure) {
    fail(work, work->failure);
    return;
  }
  if (work->edits.steps.empty()) {
    next_round(work);
    return;
  }
  run_on_main_thread(context_, [this, work] {
    if (const auto alive = work->owner.lock()) slice(work);
  });
}

void CommandRunner::run_steps(Work& work, bool all) {
  const auto begin = Clock::now();
  EditState& edits = work.edits;
  try {
    if (work.cancelled) throw citation::Cancelled();
    const Quiet quiet(document());
    while (!edits.steps.empty() && (all || Clock::now() - begin < slice_length)) {
      const auto step = std::move(edits.steps.front());
      edits.steps.pop_front();
      work.touched = true;
      if (work.silent) {
        guarded("citations", [&] { step(edits); });
      } else {
        step(edits);
      }
    }
  } catch (...) {  // told by fail(), which takes back what came before
    work.failure = std::current_exception();
    edits.steps.clear();
    edits.afterwards.clear();
    return;
  }
  for (const auto& action : std::exchange(edits.afterwards, {})) guarded("citation cursor", action);
}

void CommandRunner::open(Work& work) {
  if (work.context) return;
  work.context.emplace(document(), text(context_, work.command.title),
                       work.silent ? UndoContext::Kind::hidden : UndoContext::Kind::titled);
}

void CommandRunner::finish(const WorkPtr& work) {
  work->context.reset();
  CitationOutcome& outcome = work->outcome;
  static_cast<citation::session::Tally&>(outcome) = work->edits.tally;
  if (work->selection && !closed_ && !(work->edits.cursor_follows && outcome.error.empty()))
    work->selection->put_back();
  outcome.done = outcome.error.empty() && !outcome.cancelled;
  if (outcome.done) outcome.id = work->command.id;
  work_.reset();
  guarded("citations", [&] { ended_(work->silent); });
  if (work->run.done) guarded("citation command", [&] { work->run.done(outcome); });
  // Macros get what they asked for; the user is told by the next command of theirs, or when the document follows.
  if (work->run.way == CitationWay::background && style_fault_)
    guarded("citations", [&] { style_broken_(*std::exchange(style_fault_, std::nullopt)); });
}

void CommandRunner::fail(const WorkPtr& work, const std::exception_ptr& error) {
  try {
    std::rethrow_exception(error);
  } catch (const citation::Cancelled&) {
    work->outcome.cancelled = true;
    left_silent_ = left_silent_ || work->silent;
  } catch (...) {
    work->outcome.error = reason_of(context_, error);
  }
  take_back(*work);
  finish(work);
}

// Nothing of what a command has done stays.
void CommandRunner::take_back(Work& work) {
  work.command.rounds.clear();
  work.edits.steps.clear();
  // What has joined a step of the user's cannot be taken back alone.
  if (!work.context || !work.touched || work.silent) {
    work.context.reset();
    return;
  }
  guarded("undo", [&] {
    const Quiet quiet(document());
    const auto undo = undo_manager_of(document());
    // An empty context leaves no step, and then the user's own last one would be undone.
    undo->addUndoAction(new NothingDone(text(context_, work.command.title)));
    work.context.reset();
    if (!undo->isUndoPossible()) throw Error(texts::error_document_undo);
    undo->undo();
    undo->clearRedo();
  });
}

}  // namespace soat::writer
