// How a command of CitationDocument runs: formatting on the worker's thread, changes of the document on the main thread
// in small pieces, all of them one undo step.
#include <chrono>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/document/XUndoAction.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <cppuhelper/implbase1.hxx>
#include <exception>
#include <future>
#include <utility>

#include "citation/csl/errors.h"
#include "text/error.h"
#include "text/utf.h"
#include "writer/border/border.h"
#include "writer/border/broadcaster.h"
#include "writer/border/strings.h"
#include "writer/border/texts.h"
#include "writer/border/undo.h"
#include "writer/citation/citation_document.h"
#include "writer/citation/citation_faults.h"

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
      : unrecorded(document), locked(Reference<css::frame::XModel>(document, UNO_QUERY_THROW)) {}
  Unrecorded unrecorded;
  LockedViews locked;
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

void CitationDocument::refuse(const CitationRun& run, const text::Message& reason) {
  CitationOutcome outcome;
  outcome.error = to_view(text(context_, reason));
  if (run.done) guarded("citation command", [&] { run.done(outcome); });
}

// What a command does before its first stage; errors become its outcome.
void CitationDocument::guarded_command(const Work& work, const std::function<void()>& action) {
  if (work_) {
    refuse(work->run, texts::citation_error_busy);
    return;
  }
  try {
    const Reference<css::frame::XStorable> file(document(), UNO_QUERY);
    if (file.is() && file->isReadonly()) {
      refuse(work->run, texts::citation_error_read_only);
      return;
    }
    action();
  } catch (...) {
    fail(work, std::current_exception());
    return;
  }
  start(work);
}

void CitationDocument::start(const Work& work) {
  work_ = work;
  next_stage(work);
}

void CitationDocument::next_stage(const Work& work) {
  if (work->stages.empty()) {
    finish(work);
    return;
  }
  const CitationStage stage = work->stages.front();
  try {
    if (stage.prepare) stage.prepare();
  } catch (...) {
    fail(work, std::current_exception());
    return;
  }
  if (!stage.compute) {
    computed(work);
    return;
  }
  const auto failure = std::make_shared<std::exception_ptr>();
  const auto compute = [stage, failure](CitationFormatter& formatter) {
    try {
      stage.compute(formatter);
    } catch (...) {
      *failure = std::current_exception();
    }
  };
  if (work->run.way == CitationWay::wait) {
    std::promise<void> ended;
    worker_->post([&](CitationFormatter& formatter) {
      compute(formatter);
      ended.set_value();
    });
    ended.get_future().wait();
    *failure ? fail(work, *failure) : computed(work);
    return;
  }
  // A document that is closed meanwhile must not be kept alive by the worker, which is its own.
  const std::weak_ptr<DocumentCitations> weak = weak_from_this();
  const Context context = context_;
  worker_->post([weak, work, compute, failure, context](CitationFormatter& formatter) {
    compute(formatter);
    run_on_main_thread(context, [weak, work, failure] {
      const auto alive = std::static_pointer_cast<CitationDocument>(weak.lock());
      if (!alive || alive->closed_) return;
      *failure ? alive->fail(work, *failure) : alive->computed(work);
    });
  });
}

void CitationDocument::computed(const Work& work) {
  const CitationStage stage = std::move(work->stages.front());
  work->stages.pop_front();
  try {
    if (stage.apply) stage.apply(*work);
    if (!work->steps.empty()) open(work);
  } catch (...) {
    fail(work, std::current_exception());
    return;
  }
  if (work->run.way == CitationWay::wait) {
    while (!work->steps.empty()) run_steps(work, true);
    work->failure ? fail(work, work->failure) : next_stage(work);
  } else {
    slice(work);
  }
}

void CitationDocument::slice(const Work& work) {
  if (closed_) return;
  run_steps(work, false);
  if (work->failure) {
    fail(work, work->failure);
    return;
  }
  if (work->steps.empty()) {
    next_stage(work);
    return;
  }
  const std::weak_ptr<DocumentCitations> weak = weak_from_this();
  run_on_main_thread(context_, [weak, work] {
    if (const auto alive = std::static_pointer_cast<CitationDocument>(weak.lock())) alive->slice(work);
  });
}

void CitationDocument::run_steps(const Work& work, bool all) {
  const auto begin = Clock::now();
  try {
    const Quiet quiet(document());
    while (!work->steps.empty() && (all || Clock::now() - begin < slice_length)) {
      const auto step = std::move(work->steps.front());
      work->steps.pop_front();
      work->touched = true;
      step(*work);
    }
  } catch (...) {  // told by fail(), which takes back what came before
    work->failure = std::current_exception();
    work->steps.clear();
    work->afterwards.clear();
    return;
  }
  const auto afterwards = std::move(work->afterwards);
  work->afterwards.clear();
  for (const auto& action : afterwards) guarded("citation cursor", action);
}

void CitationDocument::open(const Work& work) {
  if (work->opened) return;
  undo_manager_of(document())->enterUndoContext(text(context_, work->title));
  work->opened = true;
}

void CitationDocument::finish(const Work& work) {
  finish_context(work);
  work->outcome.done = work->outcome.error.empty() && !work->outcome.cancelled;
  if (!work->outcome.done) work->outcome.id.clear();
  work_.reset();
  if (work->run.done) guarded("citation command", [&] { work->run.done(work->outcome); });
}

void CitationDocument::fail(const Work& work, std::exception_ptr error) {
  const auto reason = [&](const text::Message& message) { work->outcome.error = to_view(text(context_, message)); };
  try {
    std::rethrow_exception(error);
  } catch (const css::uno::Exception& failure) {
    reason({texts::citation_error_office, to_view(failure.Message)});
  } catch (const citation::Cancelled&) {
    work->outcome.cancelled = true;
  } catch (const citation::StyleMissing& failure) {
    reason({texts::citation_error_no_style, failure.id()});
  } catch (const CitationFault& failure) {
    work->outcome.error = to_view(text(context_, failure));
  } catch (const std::exception& failure) {
    reason({texts::citation_error_failed, said_by(failure)});
  } catch (...) {
    reason({texts::citation_error_failed, "?"});
  }
  take_back(work);
  finish(work);
}

// Nothing of what a command has done stays.
void CitationDocument::take_back(const Work& work) {
  work->stages.clear();
  work->steps.clear();
  if (!work->opened || !work->touched) {
    finish_context(work);
    return;
  }
  guarded("undo", [&] {
    const Quiet quiet(document());
    const auto undo = undo_manager_of(document());
    // An empty context leaves no step, and then the user's own last one would be undone.
    undo->addUndoAction(new NothingDone(text(context_, work->title)));
    finish_context(work);
    if (!undo->isUndoPossible()) throw Error("the document's undo steps are being collected by someone else");
    undo->undo();
    undo->clearRedo();
  });
}

void CitationDocument::finish_context(const Work& work) {
  if (work->opened) guarded("undo", [&] { undo_manager_of(document())->leaveUndoContext(); });
  work->opened = false;
}

void CitationDocument::cancel() {
  worker_->cancel();
}

}  // namespace soat::writer
