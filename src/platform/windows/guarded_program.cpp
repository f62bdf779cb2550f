#include "platform/guarded_program.h"

#include <thread>

#include "platform/windows/process.h"

namespace soat::platform {
namespace {

constexpr std::uint64_t most_memory_bytes = std::uint64_t{4} << 30;

// As programs take a command line apart (CommandLineToArgvW): quotes and the backslashes before them are escaped.
std::wstring quoted(const std::wstring& argument) {
  std::wstring out = L"\"";
  std::size_t backslashes = 0;
  for (const wchar_t c : argument) {
    if (c == L'"') out.append(backslashes + 1, L'\\');
    backslashes = c == L'\\' ? backslashes + 1 : 0;
    out += c;
  }
  return out.append(backslashes, L'\\') + L'"';
}

std::wstring command_line(const std::filesystem::path& program, const std::vector<std::string>& arguments) {
  std::wstring line = quoted(program.native());
  for (const std::string& argument : arguments) line += L' ' + quoted(wide(argument));
  return line;
}

}  // namespace

struct GuardedProgram::State {
  Handle input = open_nothing(GENERIC_READ);
  Handle output = open_nothing(GENERIC_WRITE);
  std::unique_ptr<Process> process;
};

// The job ends with us, but a folder stays when we are ended in the middle.
GuardedProgram::GuardedProgram(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                               const std::filesystem::path&)
    : state_(std::make_unique<State>()) {
  const Process::Streams streams = {state_->input.get(), state_->output.get(), state_->output.get()};
  state_->process =
      std::make_unique<Process>(program.c_str(), command_line(program, arguments), nullptr, streams, most_memory_bytes);
}

GuardedProgram::~GuardedProgram() = default;

bool GuardedProgram::wait(std::chrono::seconds limit) const {
  using Clock = std::chrono::steady_clock;
  constexpr std::chrono::milliseconds pause(20);
  for (const Clock::time_point end = Clock::now() + limit; state_->process->count() > 0;) {
    if (Clock::now() >= end) return false;
    std::this_thread::sleep_for(pause);
  }
  return true;
}

}  // namespace soat::platform
