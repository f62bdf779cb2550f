#include "writer/citation/citation_worker.h"

#include "writer/border/border.h"

namespace soat::writer {

CitationWorker::~CitationWorker() {
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
    jobs_.clear();
  }
  wake_.notify_all();
  formatter_.cancel();
  thread_.join();
}

void CitationWorker::post(std::function<void(CitationFormatter&)> job) {
  {
    const std::lock_guard lock(mutex_);
    jobs_.push_back(std::move(job));
  }
  wake_.notify_one();
}

void CitationWorker::run() noexcept {
  std::unique_lock lock(mutex_);
  for (;;) {
    wake_.wait(lock, [this] { return stop_ || !jobs_.empty(); });
    if (stop_) return;
    auto job = std::move(jobs_.front());
    jobs_.pop_front();
    lock.unlock();
    guarded("citation worker", [&] { job(formatter_); });
    job = nullptr;  // what it holds ends here, not while the lock is held
    lock.lock();
  }
}

}  // namespace soat::writer
