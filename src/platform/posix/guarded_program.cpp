#include "platform/guarded_program.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <system_error>

namespace soat::platform {
namespace {

namespace fs = std::filesystem;

constexpr rlim_t most_file_bytes = rlim_t{1} << 30;
constexpr rlim_t most_memory_bytes = rlim_t{4} << 30;

void lower_limit(decltype(RLIMIT_CORE) which, rlim_t most) {
  struct rlimit limit = {};
  if (getrlimit(which, &limit) != 0) return;
  limit.rlim_cur = std::min(limit.rlim_cur, most);
  setrlimit(which, &limit);
}

// Closes what this process has open but for the first few.
void close_from(int first, int kept) {
  const int most = static_cast<int>(std::min<long>(sysconf(_SC_OPEN_MAX), 4096));
  for (int descriptor = first; descriptor < most; ++descriptor) {
    if (descriptor != kept) close(descriptor);
  }
}

[[noreturn]] void become(const fs::path& program, std::vector<char*>& arguments, int output) {
  setpgid(0, 0);
  const int nothing = open("/dev/null", O_RDONLY);
  dup2(nothing, STDIN_FILENO);
  dup2(output, STDOUT_FILENO);
  dup2(output, STDERR_FILENO);
  close_from(STDERR_FILENO + 1, -1);
  lower_limit(RLIMIT_FSIZE, most_file_bytes);
  lower_limit(RLIMIT_DATA, most_memory_bytes);
  lower_limit(RLIMIT_CORE, 0);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE}) std::signal(signal, SIG_DFL);
  execv(program.c_str(), arguments.data());
  _exit(127);
}

// What stands between us and the program: it waits until our end of the life line is closed, by us or because we are
// gone, and ends all that the program has started. A process whose parent has ended becomes its child.
[[noreturn]] void guard(const fs::path& program, std::vector<char*>& arguments, const fs::path& folder, int life,
                        int output) {
  setpgid(0, 0);  // what is typed at the terminal is for us, who then close the line
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT}) std::signal(signal, SIG_DFL);
  prctl(PR_SET_CHILD_SUBREAPER, 1);
  const pid_t child = fork();
  if (child == 0) become(program, arguments, output);
  close_from(0, life);
  setpgid(child, child);  // in both, so that it is so whoever comes first
  char byte = 0;
  while (::read(life, &byte, 1) < 0 && errno == EINTR) {
  }
  if (child > 0) {
    kill(-child, SIGKILL);
    while (waitpid(-child, nullptr, 0) > 0 || errno == EINTR) {  // all of its group, which are ours one after the other
    }
  }
  std::error_code ignored;
  fs::remove_all(folder, ignored);
  _exit(0);
}

[[noreturn]] void fail(const std::array<int, 2>& life, const std::array<int, 2>& output) {
  const int reason = errno;
  for (const int descriptor : {life[0], life[1], output[0], output[1]}) {
    if (descriptor >= 0) close(descriptor);
  }
  throw std::system_error(reason, std::generic_category());
}

}  // namespace

struct GuardedProgram::State {
  pid_t process = -1;
  int life = -1;
  int output = -1;
};

GuardedProgram::GuardedProgram(const fs::path& program, const std::vector<std::string>& arguments,
                               const fs::path& folder)
    : state_(std::make_unique<State>()) {
  std::vector<std::string> words = arguments;
  words.insert(words.begin(), program.string());
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  std::array<int, 2> life = {-1, -1};
  std::array<int, 2> output = {-1, -1};
  if (pipe2(life.data(), O_CLOEXEC) != 0 || pipe2(output.data(), O_CLOEXEC) != 0) fail(life, output);
  state_->process = fork();
  if (state_->process < 0) fail(life, output);
  if (state_->process == 0) {
    close(life[1]);
    close(output[0]);
    guard(program, pointers, folder, life[0], output[1]);
  }
  close(life[0]);
  close(output[1]);
  state_->life = life[1];
  state_->output = output[0];
}

GuardedProgram::~GuardedProgram() {
  close(state_->output);
  close(state_->life);
  while (waitpid(state_->process, nullptr, 0) < 0 && errno == EINTR) {
  }
}

bool GuardedProgram::wait(std::chrono::seconds limit) const {
  using Clock = std::chrono::steady_clock;
  const Clock::time_point end = Clock::now() + limit;
  std::array<char, 4096> buffer;
  while (true) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - Clock::now()).count();
    if (left <= 0) return false;
    pollfd one = {state_->output, POLLIN, 0};
    const int ready = poll(&one, 1, static_cast<int>(std::min<std::int64_t>(left, 60'000)));
    if (ready <= 0) continue;
    const ssize_t got = ::read(state_->output, buffer.data(), buffer.size());
    if (got == 0 || (got < 0 && errno != EINTR)) return true;
  }
}

}  // namespace soat::platform
