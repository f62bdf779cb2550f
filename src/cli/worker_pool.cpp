#include "cli/worker_pool.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <system_error>
#include <utility>
#include <vector>

#include "platform/messages.h"
#include "platform/worker_process.h"
#include "text/error.h"
#include "text/system_error.h"
#include "texts/error.h"

namespace soat::cli {
namespace {

using Clock = std::chrono::steady_clock;
using platform::Source;
using platform::WorkerProcess;

// A piece of work that was begun and not yet used.
struct Piece {
  std::string task;
  WorkResult result;
  bool is_finished = false;
};

// What a process is at work on.
struct Job {
  Piece* piece = nullptr;  // null: it is idle
  Clock::time_point deadline;
  std::string received;
};

void wait_for_any(std::span<Source* const> sources, std::optional<std::chrono::milliseconds> limit) {
  try {
    Source::wait_for_any(sources, limit);
  } catch (const std::system_error& failed) {
    throw Error(texts::error_worker, text::system_error(failed.code()));
  }
}

class Pool {
 public:
  Pool(std::size_t workers, const WorkLimits& limits, WorkSource& source,
       const std::function<std::string(std::string)>& work, const std::function<void(std::string, WorkResult&&)>& use)
      : limits_(limits), source_(source), work_(work), use_(use), processes_(workers), jobs_(workers) {}

  void run() {
    while (true) {
      give_out();
      hand_over();
      if (pieces_.empty() && ended_) return;
      if (can_take_more() && !waiting_ && !ended_) continue;
      wait();
    }
  }

 private:
  static constexpr std::size_t ahead = 4;  // pieces for each worker

  bool can_take_more() const {
    return pieces_.size() < ahead * jobs_.size() &&
           std::ranges::any_of(jobs_, [](const Job& job) { return job.piece == nullptr; });
  }

  void give_out() {
    waiting_ = false;
    for (std::size_t i = 0; i < jobs_.size(); ++i) {
      Job& job = jobs_[i];
      if (job.piece || ended_ || pieces_.size() >= ahead * jobs_.size()) continue;
      std::string task;
      const WorkSource::State state = source_.next(task);
      if (state == WorkSource::State::ended) ended_ = true;
      if (state == WorkSource::State::waiting) waiting_ = true;
      if (state != WorkSource::State::ready) return;
      if (!processes_[i]) start(i);
      pieces_.push_back({std::move(task), {}, false});
      job.piece = &pieces_.back();
      job.received.clear();
      job.deadline = Clock::now() + std::chrono::seconds(limits_.seconds);
      if (!processes_[i]->send(job.piece->task)) fail(i, Ending::crashed);
    }
  }

  // Results that have their turn.
  void hand_over() {
    while (!pieces_.empty() && pieces_.front().is_finished) {
      Piece piece = std::move(pieces_.front());
      pieces_.pop_front();
      use_(std::move(piece.task), std::move(piece.result));
    }
  }

  void start(std::size_t i) {
    try {
      processes_[i] = std::make_unique<WorkerProcess>(work_, limits_.mebibytes, processes_);
    } catch (const std::system_error& failed) {
      throw Error(texts::error_worker, text::system_error(failed.code()));
    }
  }

  void fail(std::size_t i, Ending ending) {
    const int signal = ending == Ending::crashed ? processes_[i]->wait() : 0;
    processes_[i].reset();
    Piece* const piece = std::exchange(jobs_[i].piece, nullptr);
    piece->result = {ending, signal, {}};
    piece->is_finished = true;
  }

  // Those at work.
  std::vector<std::size_t> busy() const {
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < jobs_.size(); ++i) {
      if (jobs_[i].piece) all.push_back(i);
    }
    return all;
  }

  void wait() {
    const std::vector<std::size_t> at_work = busy();
    std::vector<Source*> sources;
    std::optional<std::chrono::milliseconds> limit;
    for (const std::size_t i : at_work) {
      sources.push_back(&processes_[i]->results());
      if (limits_.seconds == 0) continue;
      const auto left = std::chrono::ceil<std::chrono::milliseconds>(jobs_[i].deadline - Clock::now());
      limit = limit ? std::min(*limit, left) : left;
    }
    if (waiting_ && source_.source()) sources.push_back(source_.source());
    if (sources.empty()) return;
    wait_for_any(sources, limit);
    const Clock::time_point now = Clock::now();
    for (const std::size_t i : at_work) {
      if (!receive(i) && limits_.seconds > 0 && jobs_[i].deadline <= now) fail(i, Ending::timed_out);
    }
  }

  // False when nothing has come.
  bool receive(std::size_t i) {
    Job& job = jobs_[i];
    const Source::State state = read(i);
    if (state == Source::State::ended) fail(i, Ending::crashed);
    if (state != Source::State::ready) return state == Source::State::ended;
    auto message = platform::whole_message(job.received);
    if (!message) return true;
    job.piece->result.bytes = std::move(*message);
    job.piece->is_finished = true;
    job.piece = nullptr;
    job.received.clear();
    return true;
  }

  Source::State read(std::size_t i) {
    try {
      return processes_[i]->results().read(jobs_[i].received);
    } catch (const std::system_error&) {
      return Source::State::ended;
    }
  }

  const WorkLimits& limits_;
  WorkSource& source_;
  const std::function<std::string(std::string)>& work_;
  const std::function<void(std::string, WorkResult&&)>& use_;
  std::deque<Piece> pieces_;                               // in order; pushing and popping at the ends moves none
  std::vector<std::unique_ptr<WorkerProcess>> processes_;  // null: not started
  std::vector<Job> jobs_;                                  // of each process
  bool ended_ = false;
  bool waiting_ = false;
};

}  // namespace

WorkSource::State wait_for_next(WorkSource& source, std::string& task) {
  while (true) {
    const WorkSource::State state = source.next(task);
    if (state != WorkSource::State::waiting || !source.source()) return state;
    const std::array<Source*, 1> sources = {source.source()};
    wait_for_any(sources, std::nullopt);
  }
}

void run_in_workers(std::size_t workers, const WorkLimits& limits, WorkSource& source,
                    const std::function<std::string(std::string)>& work,
                    const std::function<void(std::string, WorkResult&&)>& use) {
  Pool(std::max<std::size_t>(workers, 1), limits, source, work, use).run();
}

}  // namespace soat::cli
