#include "writer/border/slices.h"

#include <chrono>
#include <memory>
#include <utility>

#include "citation/session/job_queue.h"
#include "writer/border/border.h"
#include "writer/border/broadcaster.h"
#include "writer/border/ending.h"
#include "writer/border/main_thread.h"
#include "writer/border/selection_aside.h"
#include "writer/border/still_open.h"
#include "writer/border/timer.h"
#include "writer/border/waiting_views.h"

namespace soat::writer {

namespace {

constexpr std::chrono::milliseconds slice{20};

using Model = css::uno::Reference<css::frame::XModel>;

// Calls step for a slice; whether there is more to do.
bool do_slice(const std::function<bool()>& step) {
  const auto end = std::chrono::steady_clock::now() + slice;
  do {
    if (!step()) return false;
  } while (std::chrono::steady_clock::now() < end);
  return true;
}

struct Work {
  Work(const Model& read, std::function<bool()> action) : document(read), open(read), step(std::move(action)) {}
  Model document;  // may be null
  StillOpen open;
  std::function<bool()> step;
};

void next_slice(const Context& context, const std::shared_ptr<Work>& work) {
  run_on_main_thread(context, [context, work] {
    const bool more = guarded("slices", false, [&] {
      // To let them go on costs a layout of what was edited last; Writer would do that bit by bit.
      const bool waits = work->document.is() && work->open.is_open() && selects_much(work->document);
      const WaitingViews waiting(waits ? work->document : Model(), &work->open);
      return do_slice(work->step);
    });
    if (more) next_slice(context, work);
  });
}

// Work that changes a document.
class Change : public std::enable_shared_from_this<Change> {
 public:
  Change(const Context& context, const Model& document, std::function<bool()> step, std::function<void(bool)> ended)
      : context_(context),
        document_(document),
        open_(document),
        selection_(document),
        step_(std::move(step)),
        ended_(std::move(ended)) {}

  void next() {
    run_on_main_thread(context_, [self = shared_from_this()] {
      const bool more = guarded("slices", false, [&] { return self->open_.is_open() && self->do_one(); });
      if (more) {
        self->next();
      } else {
        self->end();
      }
    });
  }

 private:
  bool do_one() {
    selection_.set_aside();  // the user may have selected something meanwhile
    const WaitingViews waiting(document_, &open_);
    return do_slice(step_);
  }

  void end() {
    const bool closed = !open_.is_open();
    guarded("slices", [&] { ended_(closed); });
    if (open_.is_open()) selection_.put_back();
  }

  Context context_;
  Model document_;
  StillOpen open_;
  SelectionAside selection_;
  std::function<bool()> step_;
  std::function<void(bool)> ended_;
};

JobQueue& background() {
  static JobQueue queue([] {
    JobQueue::Options options;
    options.at_begin = &await_this_thread;
    options.failed = [](const std::exception_ptr& error) {
      guarded("background", [&] { std::rethrow_exception(error); });
    };
    return options;
  }());
  static const bool ends [[maybe_unused]] = [] {
    Ending::instance().add([] { queue.end(); });
    return true;
  }();
  return queue;
}

}  // namespace

void run_in_slices(const Context& context, std::function<bool()> step) {
  read_in_slices(context, {}, std::move(step));
}

void read_in_slices(const Context& context, const Model& document, std::function<bool()> step) {
  next_slice(context, std::make_shared<Work>(document, std::move(step)));
}

void change_in_slices(const Context& context, const Model& document, std::function<bool()> step,
                      std::function<void(bool closed)> ended) {
  std::make_shared<Change>(context, document, std::move(step), std::move(ended))->next();
}

void run_in_background(std::function<void()> job) {
  background().post(std::move(job));
}

void run_in_background(const Context& context, std::function<void()> job, std::function<void(bool done)> then) {
  struct Work {
    std::function<void()> job;
    std::function<void(bool)> then;
  };
  Ending::instance().watch(context);
  auto work = std::make_shared<Work>(std::move(job), std::move(then));
  run_in_background([context, work = std::move(work)]() mutable {
    const bool done = guarded("background", false, [&] {
      work->job();
      return true;
    });
    run_on_main_thread(context, [done, work = std::move(work)] { work->then(done); });
  });
}

void run_later(const Context& context, std::chrono::milliseconds delay, std::function<void()> action) {
  Ending::instance().watch(context);
  Timer::instance().after(delay, [context, action = std::move(action)]() mutable {
    guarded("later", [&] { run_on_main_thread(context, std::move(action)); });
  });
}

}  // namespace soat::writer
