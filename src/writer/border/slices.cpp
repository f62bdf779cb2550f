#include "writer/border/slices.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>

#include "writer/border/border.h"
#include "writer/border/broadcaster.h"
#include "writer/border/open_document.h"
#include "writer/border/selection_aside.h"

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

void next_slice(const Context& context, const std::shared_ptr<std::function<bool()>>& step) {
  run_on_main_thread(context, [context, step] {
    if (guarded("slices", false, [&] { return do_slice(*step); })) next_slice(context, step);
  });
}

// While it lives, the views of a document wait.
class WaitingViews {
 public:
  WaitingViews(Model document, const OpenDocument& open) : document_(std::move(document)), open_(open) {
    document_->lockControllers();
  }
  ~WaitingViews() {
    if (open_.is_open()) guarded("unlock", [&] { document_->unlockControllers(); });
  }
  WaitingViews(const WaitingViews&) = delete;
  WaitingViews& operator=(const WaitingViews&) = delete;

 private:
  Model document_;
  const OpenDocument& open_;
};

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
    const WaitingViews waiting(document_, open_);
    return do_slice(step_);
  }

  void end() {
    const bool closed = !open_.is_open();
    guarded("slices", [&] { ended_(closed); });
    if (open_.is_open()) selection_.put_back();
  }

  Context context_;
  Model document_;
  OpenDocument open_;
  SelectionAside selection_;
  std::function<bool()> step_;
  std::function<void(bool)> ended_;
};

class Background {
 public:
  Background() : thread_([this] { serve(); }) {}
  ~Background() {
    {
      const std::lock_guard lock(mutex_);
      ended_ = true;
    }
    wake_.notify_all();
    thread_.join();
  }
  Background(const Background&) = delete;
  Background& operator=(const Background&) = delete;

  void add(std::function<void()> job) {
    {
      const std::lock_guard lock(mutex_);
      jobs_.push_back(std::move(job));
    }
    wake_.notify_all();
  }

 private:
  void serve() {
    std::unique_lock lock(mutex_);
    for (;;) {
      wake_.wait(lock, [this] { return ended_ || !jobs_.empty(); });
      if (ended_) return;
      std::function<void()> job = std::move(jobs_.front());
      jobs_.pop_front();
      lock.unlock();
      guarded("background", job);
      job = nullptr;  // what it holds may need the office's locks
      lock.lock();
    }
  }

  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::function<void()>> jobs_;
  bool ended_ = false;
  std::thread thread_;  // last: it uses the others
};

}  // namespace

void run_in_slices(const Context& context, std::function<bool()> step) {
  next_slice(context, std::make_shared<std::function<bool()>>(std::move(step)));
}

void change_in_slices(const Context& context, const Model& document, std::function<bool()> step,
                      std::function<void(bool closed)> ended) {
  std::make_shared<Change>(context, document, std::move(step), std::move(ended))->next();
}

void run_in_background(std::function<void()> job) {
  static Background background;
  background.add(std::move(job));
}

void run_later(const Context& context, std::chrono::milliseconds delay, std::function<void()> action) {
  static Background timer;  // not the one that checks: it must not wait
  timer.add([context, delay, action = std::move(action)] {
    std::this_thread::sleep_for(delay);
    run_on_main_thread(context, action);
  });
}

}  // namespace soat::writer
