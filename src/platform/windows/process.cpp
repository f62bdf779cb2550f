#include "platform/windows/process.h"

namespace soat::platform {
namespace {

[[noreturn]] void fail() {
  throw std::system_error(last_error());
}

}  // namespace

Process::Process(const wchar_t* program, std::wstring command, wchar_t* environment, const Streams& streams,
                 std::uint64_t bytes)
    : job_(CreateJobObjectW(nullptr, nullptr)) {
  if (!job_) fail();
  JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits = {};
  // No window of Windows' own may ask what to do about a crash.
  limits.BasicLimitInformation.LimitFlags =
      JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE | JOB_OBJECT_LIMIT_DIE_ON_UNHANDLED_EXCEPTION;
  if (bytes > 0) {
    limits.BasicLimitInformation.LimitFlags |= JOB_OBJECT_LIMIT_PROCESS_MEMORY;
    limits.ProcessMemoryLimit = bytes;
  }
  if (!SetInformationJobObject(job_.get(), JobObjectExtendedLimitInformation, &limits, sizeof limits)) fail();
  STARTUPINFOW start = {};
  start.cb = sizeof start;
  start.dwFlags = STARTF_USESTDHANDLES;
  start.hStdInput = streams.input;
  start.hStdOutput = streams.output;
  start.hStdError = streams.error;
  PROCESS_INFORMATION made = {};
  constexpr DWORD flags = CREATE_SUSPENDED | CREATE_UNICODE_ENVIRONMENT | CREATE_NO_WINDOW;
  if (!CreateProcessW(program, command.data(), nullptr, nullptr, TRUE, flags, environment, nullptr, &start, &made))
    fail();
  process_ = Handle(made.hProcess);
  const Handle thread(made.hThread);
  if (!AssignProcessToJobObject(job_.get(), process_.get())) {
    const std::error_code failed = last_error();
    TerminateProcess(process_.get(), 1);
    throw std::system_error(failed);
  }
  ResumeThread(thread.get());
}

Process::~Process() {
  TerminateJobObject(job_.get(), 1);
  wait();
}

unsigned Process::count() const {
  JOBOBJECT_BASIC_ACCOUNTING_INFORMATION about = {};
  QueryInformationJobObject(job_.get(), JobObjectBasicAccountingInformation, &about, sizeof about, nullptr);
  return about.ActiveProcesses;
}

void Process::wait() const {
  WaitForSingleObject(process_.get(), INFINITE);
}

Handle open_nothing(DWORD access) {
  SECURITY_ATTRIBUTES inherited = {sizeof inherited, nullptr, TRUE};
  Handle nothing(
      CreateFileW(L"NUL", access, FILE_SHARE_READ | FILE_SHARE_WRITE, &inherited, OPEN_EXISTING, 0, nullptr));
  if (!nothing) fail();
  return nothing;
}

Ends make_pipe(Direction direction) {
  SECURITY_ATTRIBUTES inherited = {sizeof inherited, nullptr, TRUE};
  HANDLE reading = nullptr;
  HANDLE writing = nullptr;
  constexpr DWORD room = 1 << 20;
  if (!CreatePipe(&reading, &writing, &inherited, room)) fail();
  Ends ends =
      direction == Direction::to_them ? Ends{Handle(writing), Handle(reading)} : Ends{Handle(reading), Handle(writing)};
  if (!SetHandleInformation(ends.ours.get(), HANDLE_FLAG_INHERIT, 0)) fail();
  return ends;
}

}  // namespace soat::platform
