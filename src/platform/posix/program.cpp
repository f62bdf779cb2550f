#include "platform/program.h"

#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <system_error>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace soat::platform {
namespace {

void (*at_ending)() noexcept = nullptr;

// What the signal would have done is done once the handler, which stands for one signal only, has returned.
void end_by_signal(int signal) {
  at_ending();
  raise(signal);
}

}  // namespace

const char path_list_separator = ':';
const char* const usual_program_path = "/usr/local/bin:/usr/bin:/bin";
const char* const program_ending = "";

std::optional<std::string> environment(const char* name) {
  const char* const value = std::getenv(name);
  return value != nullptr ? std::optional<std::string>(value) : std::nullopt;
}

std::vector<std::string> arguments(int count, char** given) {
  return {given, given + count};
}

std::filesystem::path program_file() {
  std::error_code failed;
  return std::filesystem::read_symlink("/proc/self/exe", failed);  // Linux
}

std::filesystem::path usual_dictionaries() {
  return "/usr/share/hunspell";
}

unsigned long process_number() {
  return static_cast<unsigned long>(getpid());
}

void keep_memory() {
#ifdef __GLIBC__
  constexpr int most = 1 << 26;  // bytes
  mallopt(M_TRIM_THRESHOLD, most);
  mallopt(M_MMAP_THRESHOLD, 1 << 25);
  mallopt(M_TOP_PAD, 1 << 22);
#endif
}

void call_at_ending(void (*function)() noexcept) {
  at_ending = function;
  struct sigaction action = {};
  action.sa_handler = end_by_signal;
  action.sa_flags = static_cast<int>(SA_RESETHAND | SA_NODEFER);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXCPU}) {
    struct sigaction old = {};
    if (sigaction(signal, nullptr, &old) == 0 && old.sa_handler == SIG_DFL) sigaction(signal, &action, nullptr);
  }
}

}  // namespace soat::platform
