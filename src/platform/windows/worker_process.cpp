#include "platform/worker_process.h"

#include <fcntl.h>
#include <io.h>

#include <algorithm>
#include <cstdio>
#include <utility>

#include "platform/messages.h"
#include "platform/program.h"
#include "platform/terminal.h"
#include "platform/windows/process.h"
#include "platform/windows/worker_variable.h"

namespace soat::platform {
namespace {

bool write_all(HANDLE to, const char* bytes, std::size_t size) {
  while (size > 0) {
    DWORD written = 0;
    const DWORD part = static_cast<DWORD>(std::min<std::size_t>(size, std::size_t{1} << 20));
    if (!WriteFile(to, bytes, part, &written, nullptr)) return false;
    bytes += written;
    size -= written;
  }
  return true;
}

bool read_all(HANDLE from, char* bytes, std::size_t size) {
  while (size > 0) {
    DWORD got = 0;
    const DWORD part = static_cast<DWORD>(std::min<std::size_t>(size, std::size_t{1} << 20));
    if (!ReadFile(from, bytes, part, &got, nullptr) || got == 0) return false;
    bytes += got;
    size -= got;
  }
  return true;
}

// Our environment, and the word that makes a worker of the process that has it.
std::wstring worker_environment() {
  std::wstring all;
  wchar_t* const ours = GetEnvironmentStringsW();
  for (const wchar_t* one = ours; *one != L'\0'; one += std::wstring_view(one).size() + 1) {
    all += one;
    all += L'\0';
  }
  FreeEnvironmentStringsW(ours);
  all += wide(worker_variable) + (is_terminal(stdout) ? L"=terminal" : L"=file");
  all += L'\0';
  return all;  // with the zero behind it an empty entry, its end
}

}  // namespace

struct WorkerProcess::State {
  Handle to;  // tasks
  std::unique_ptr<Source> results;
  std::unique_ptr<Process> process;
};

WorkerProcess::WorkerProcess(const Work&, std::size_t mebibytes, std::span<const std::unique_ptr<WorkerProcess>>)
    : state_(std::make_unique<State>()) {
  Ends tasks = make_pipe(Direction::to_them);
  Ends results = make_pipe(Direction::from_them);
  const Handle nothing = open_nothing(GENERIC_WRITE);  // what it would warn of, we have
  std::wstring environment = worker_environment();
  const Process::Streams streams = {tasks.theirs.get(), results.theirs.get(), nothing.get()};
  state_->process = std::make_unique<Process>(program_file().c_str(), GetCommandLineW(), environment.data(), streams,
                                              std::uint64_t{mebibytes} << 20);
  state_->to = std::move(tasks.ours);
  const int descriptor = _open_osfhandle(reinterpret_cast<std::intptr_t>(results.ours.get()), _O_RDONLY | _O_BINARY);
  if (descriptor < 0) throw std::system_error(errno, std::generic_category());
  results.ours.release();  // the descriptor's
  state_->results = std::make_unique<Source>(descriptor, true);
}

WorkerProcess::~WorkerProcess() = default;

bool WorkerProcess::send(const std::string& task) {
  return write_message([&](const char* bytes, std::size_t size) { return write_all(state_->to.get(), bytes, size); },
                       task);
}

Source& WorkerProcess::results() {
  return *state_->results;
}

int WorkerProcess::wait() {
  state_->to.close();
  state_->process->wait();
  return 0;
}

bool serve_as_worker(const WorkerProcess::Work& work) {
  if (!environment(worker_variable)) return false;
  const HANDLE tasks = GetStdHandle(STD_INPUT_HANDLE);
  const HANDLE results = GetStdHandle(STD_OUTPUT_HANDLE);
  const auto read = [&](char* bytes, std::size_t size) { return read_all(tasks, bytes, size); };
  const auto write = [&](const char* bytes, std::size_t size) { return write_all(results, bytes, size); };
  std::string task;
  while (read_message(read, task)) {
    if (!write_message(write, work(std::move(task)))) break;
    task.clear();
  }
  return true;
}

}  // namespace soat::platform
