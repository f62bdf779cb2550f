#include "platform/worker_process.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <system_error>
#include <utility>

#include "platform/messages.h"

namespace soat::platform {
namespace {

bool write_all(int to, const char* bytes, std::size_t size) {
  while (size > 0) {
    const ssize_t written = ::send(to, bytes, size, MSG_NOSIGNAL);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes += written;
    size -= static_cast<std::size_t>(written);
  }
  return true;
}

bool read_all(int from, char* bytes, std::size_t size) {
  while (size > 0) {
    const ssize_t got = ::read(from, bytes, size);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    bytes += got;
    size -= static_cast<std::size_t>(got);
  }
  return true;
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

[[noreturn]] void serve(int descriptor, std::size_t mebibytes, const WorkerProcess::Work& work) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);  // with the run that wants the results
  limit_memory(mebibytes);
  const struct rlimit no_core = {0, 0};
  setrlimit(RLIMIT_CORE, &no_core);
  const auto read = [&](char* bytes, std::size_t size) { return read_all(descriptor, bytes, size); };
  const auto write = [&](const char* bytes, std::size_t size) { return write_all(descriptor, bytes, size); };
  std::string task;
  while (read_message(read, task)) {
    if (!write_message(write, work(std::move(task)))) break;
    task.clear();
  }
  _exit(0);  // what is in the parent's buffers is the parent's to write
}

}  // namespace

struct WorkerProcess::State {
  pid_t process = -1;
  int descriptor = -1;
  std::unique_ptr<Source> results;
};

WorkerProcess::WorkerProcess(const Work& work, std::size_t mebibytes,
                             std::span<const std::unique_ptr<WorkerProcess>> others)
    : state_(std::make_unique<State>()) {
  std::array<int, 2> ends = {};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
    throw std::system_error(errno, std::generic_category());
  std::fflush(stdout);
  const pid_t process = fork();
  if (process < 0) {
    const int reason = errno;
    close(ends[0]);
    close(ends[1]);
    throw std::system_error(reason, std::generic_category());
  }
  if (process == 0) {
    close(ends[0]);
    for (const auto& other : others) {
      if (other) close(other->state_->descriptor);  // else that one would not see its end
    }
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT}) std::signal(signal, SIG_DFL);
    serve(ends[1], mebibytes, work);
  }
  close(ends[1]);
  state_->process = process;
  state_->descriptor = ends[0];
  state_->results = std::make_unique<Source>(ends[0], false);
}

WorkerProcess::~WorkerProcess() {
  if (state_->process >= 0) kill(state_->process, SIGKILL);
  wait();
}

bool WorkerProcess::send(const std::string& task) {
  return write_message([&](const char* bytes, std::size_t size) { return write_all(state_->descriptor, bytes, size); },
                       task);
}

Source& WorkerProcess::results() {
  return *state_->results;
}

int WorkerProcess::wait() {
  if (state_->process < 0) return 0;
  close(state_->descriptor);
  int status = 0;
  while (waitpid(state_->process, &status, 0) < 0 && errno == EINTR) {
  }
  state_->process = state_->descriptor = -1;
  return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

bool serve_as_worker(const WorkerProcess::Work&) {
  return false;
}

}  // namespace soat::platform
