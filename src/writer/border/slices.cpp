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

namespace soat::writer {

namespace {

constexpr std::chrono::milliseconds slice{20};

using Model = css::uno::Reference<css::frame::XModel>;

// While it lives, the views of a document wait; there need not be one.
class WaitingViews {
 public:
  explicit WaitingViews(const Model& document) {
    guarded("lock", [&] {  // it may have been closed, which is for the step to see
      if (!document.is()) return;
      document->lockControllers();
      locked_ = document;
    });
  }
  ~WaitingViews() {
    guarded("unlock", [&] {
      if (locked_.is()) locked_->unlockControllers();
    });
  }
  WaitingViews(const WaitingViews&) = delete;
  WaitingViews& operator=(const WaitingViews&) = delete;

 private:
  Model locked_;
};

void next_slice(const Context& context, const Model& changed, const std::shared_ptr<std::function<bool()>>& step) {
  run_on_main_thread(context, [context, changed, step] {
    const bool more = guarded("slices", false, [&] {
      const WaitingViews waiting(changed);
      const auto end = std::chrono::steady_clock::now() + slice;
      do {
        if (!(*step)()) return false;
      } while (std::chrono::steady_clock::now() < end);
      return true;
    });
    if (more) next_slice(context, changed, step);
  });
}

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
  next_slice(context, {}, std::make_shared<std::function<bool()>>(std::move(step)));
}

void change_in_slices(const Context& context, const css::uno::Reference<css::frame::XModel>& document,
                      std::function<bool()> step) {
  next_slice(context, document, std::make_shared<std::function<bool()>>(std::move(step)));
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
