#include "cli/worker_pool.h"

#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <deque>
#include <utility>
#include <vector>

#include "text/error.h"
#include "text/system_error.h"
#include "texts/error.h"

namespace soat::cli {
namespace {

using Clock = std::chrono::steady_clock;

bool write_all(int to, const char* bytes, std::size_t size) {
  while (size > 0) {
    const ssize_t written = send(to, bytes, size, MSG_NOSIGNAL);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes += written;
    size -= static_cast<std::size_t>(written);
  }
  return true;
}

bool read_all(int from, char* bytes, std::size_t size) {
  while (size > 0) {
    const ssize_t got = read(from, bytes, size);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    bytes += got;
    size -= static_cast<std::size_t>(got);
  }
  return true;
}

bool write_message(int to, const std::string& message) {
  const std::uint64_t size = message.size();
  std::array<char, sizeof size> head = {};
  std::memcpy(head.data(), &size, sizeof size);
  return write_all(to, head.data(), head.size()) && write_all(to, message.data(), message.size());
}

bool read_message(int from, std::string& message) {
  std::uint64_t size = 0;
  std::array<char, sizeof size> head = {};
  if (!read_all(from, head.data(), head.size())) return false;
  std::memcpy(&size, head.data(), sizeof size);
  message.resize(size);
  return read_all(from, message.data(), message.size());
}

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SOAT_WITH_ADDRESS_SANITIZER  // maps terabytes for itself, which no limit allows
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define SOAT_WITH_ADDRESS_SANITIZER
#endif

void limit_memory([[maybe_unused]] std::size_t mebibytes) {
#ifndef SOAT_WITH_ADDRESS_SANITIZER
  if (mebibytes == 0) return;
  const auto bytes = static_cast<rlim_t>(mebibytes) << 20;
  const struct rlimit limit = {bytes, bytes};
  setrlimit(RLIMIT_DATA, &limit);  // what it allocates; models are mapped and shared
#endif
}

[[noreturn]] void serve(int descriptor, const WorkLimits& limits, const std::function<std::string(std::string)>& work) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);  // with the run that wants the results
  limit_memory(limits.mebibytes);
  const struct rlimit no_core = {0, 0};
  setrlimit(RLIMIT_CORE, &no_core);
  std::string task;
  while (read_message(descriptor, task)) {
    if (!write_message(descriptor, work(std::move(task)))) break;
    task.clear();
  }
  _exit(0);  // what is in the parent's buffers is the parent's to write
}

// A piece of work that was begun and not yet used.
struct Piece {
  std::string task;
  WorkResult result;
  bool is_finished = false;
};

struct Worker {
  pid_t process = -1;
  int descriptor = -1;
  Piece* piece = nullptr;  // at work on; null: idle
  Clock::time_point deadline;
  std::string received;

  Worker() = default;
  Worker(Worker&& other) noexcept { *this = std::move(other); }
  Worker& operator=(Worker&& other) noexcept {
    std::swap(process, other.process);
    std::swap(descriptor, other.descriptor);
    std::swap(piece, other.piece);
    std::swap(deadline, other.deadline);
    std::swap(received, other.received);
    return *this;
  }
  ~Worker() { end(); }

  // Ends the process; gives the signal that ended it before, 0 if it was not one.
  int end() {
    if (process < 0) return 0;
    close(descriptor);
    if (piece) kill(process, SIGKILL);
    int status = 0;
    while (waitpid(process, &status, 0) < 0 && errno == EINTR) {
    }
    process = descriptor = -1;
    return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
  }
};

class Pool {
 public:
  Pool(std::size_t workers, const WorkLimits& limits, WorkSource& source,
       const std::function<std::string(std::string)>& work,
       const std::function<void(const std::string&, WorkResult&&)>& use)
      : limits_(limits), source_(source), work_(work), use_(use), workers_(workers) {}

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
    return pieces_.size() < ahead * workers_.size() &&
           std::ranges::any_of(workers_, [](const Worker& worker) { return worker.piece == nullptr; });
  }

  void give_out() {
    waiting_ = false;
    for (Worker& worker : workers_) {
      if (worker.piece || ended_ || pieces_.size() >= ahead * workers_.size()) continue;
      std::string task;
      const WorkSource::State state = source_.next(task);
      if (state == WorkSource::State::ended) ended_ = true;
      if (state == WorkSource::State::waiting) waiting_ = true;
      if (state != WorkSource::State::ready) return;
      if (worker.process < 0) start(worker);
      pieces_.push_back({std::move(task), {}, false});
      worker.piece = &pieces_.back();
      worker.received.clear();
      worker.deadline = Clock::now() + std::chrono::seconds(limits_.seconds);
      if (!write_message(worker.descriptor, worker.piece->task)) fail(worker, Ending::crashed);
    }
  }

  // Results that have their turn.
  void hand_over() {
    while (!pieces_.empty() && pieces_.front().is_finished) {
      Piece piece = std::move(pieces_.front());
      pieces_.pop_front();
      use_(piece.task, std::move(piece.result));
    }
  }

  void start(Worker& worker) {
    std::array<int, 2> ends = {};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
      throw Error(texts::error_worker, text::system_error(errno));
    std::fflush(stdout);
    const pid_t process = fork();
    if (process < 0) {
      const int reason = errno;
      close(ends[0]);
      close(ends[1]);
      throw Error(texts::error_worker, text::system_error(reason));
    }
    if (process == 0) {
      close(ends[0]);
      for (const Worker& other : workers_) {
        if (other.descriptor >= 0) close(other.descriptor);  // else that one would not see its end
      }
      for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT}) std::signal(signal, SIG_DFL);
      serve(ends[1], limits_, work_);
    }
    close(ends[1]);
    worker.process = process;
    worker.descriptor = ends[0];
  }

  void fail(Worker& worker, Ending ending) {
    Piece* const piece = worker.piece;
    if (ending == Ending::crashed) worker.piece = nullptr;  // it has ended by itself, or does so without its socket
    const int signal = worker.end();
    worker.piece = nullptr;
    piece->result = {ending, ending == Ending::crashed ? signal : 0, {}};
    piece->is_finished = true;
  }

  void wait() {
    std::vector<pollfd> polled;
    std::vector<Worker*> of;
    int timeout = -1;
    for (Worker& worker : workers_) {
      if (!worker.piece) continue;
      polled.push_back({worker.descriptor, POLLIN, 0});
      of.push_back(&worker);
      if (limits_.seconds == 0) continue;
      const auto left = std::chrono::ceil<std::chrono::milliseconds>(worker.deadline - Clock::now()).count();
      const int within = static_cast<int>(std::clamp<std::int64_t>(left, 0, 60'000));
      timeout = timeout < 0 ? within : std::min(timeout, within);
    }
    if (waiting_ && source_.descriptor() >= 0) polled.push_back({source_.descriptor(), POLLIN, 0});
    if (polled.empty()) return;
    const int ready = poll(polled.data(), polled.size(), timeout);
    if (ready < 0 && errno != EINTR) throw Error(texts::error_worker, text::system_error(errno));
    const Clock::time_point now = Clock::now();
    for (std::size_t i = 0; i < of.size(); ++i) {
      if (ready > 0 && polled[i].revents != 0) {
        receive(*of[i]);
      } else if (limits_.seconds > 0 && of[i]->deadline <= now) {
        fail(*of[i], Ending::timed_out);
      }
    }
  }

  void receive(Worker& worker) {
    std::array<char, std::size_t{64} << 10> buffer;
    const ssize_t got = recv(worker.descriptor, buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (got < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (got <= 0) return fail(worker, Ending::crashed);
    worker.received.append(buffer.data(), static_cast<std::size_t>(got));
    std::uint64_t size = 0;
    if (worker.received.size() < sizeof size) return;
    std::memcpy(&size, worker.received.data(), sizeof size);
    if (worker.received.size() < sizeof size + size) return;
    worker.piece->result.bytes = worker.received.substr(sizeof size);
    worker.piece->is_finished = true;
    worker.piece = nullptr;
    worker.received.clear();
  }

  const WorkLimits& limits_;
  WorkSource& source_;
  const std::function<std::string(std::string)>& work_;
  const std::function<void(const std::string&, WorkResult&&)>& use_;
  std::deque<Piece> pieces_;  // in order; pushing and popping at the ends moves none
  std::vector<Worker> workers_;
  bool ended_ = false;
  bool waiting_ = false;
};

}  // namespace

void run_in_workers(std::size_t workers, const WorkLimits& limits, WorkSource& source,
                    const std::function<std::string(std::string)>& work,
                    const std::function<void(const std::string&, WorkResult&&)>& use) {
  Pool(std::max<std::size_t>(workers, 1), limits, source, work, use).run();
}

}  // namespace soat::cli
