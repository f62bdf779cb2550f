#include "document/converter.h"

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
#include <fstream>
#include <system_error>
#include <utility>

#include "document/reader.h"
#include "text/error.h"
#include "text/system_error.h"
#include "texts/texts.h"

namespace soat::document {
namespace {

namespace fs = std::filesystem;

constexpr rlim_t most_file_bytes = rlim_t{1} << 30;
constexpr rlim_t most_memory_bytes = rlim_t{4} << 30;

fs::path make_folder(const std::string& name) {
  std::error_code failed;
  std::string pattern = (fs::temp_directory_path(failed) / "soat-XXXXXX").string();
  if (failed) pattern = "/tmp/soat-XXXXXX";
  if (mkdtemp(pattern.data()) == nullptr) throw Error(texts::error_converter_folder, name, text::system_error(errno));
  return pattern;
}

void write_file(const fs::path& file, std::string_view bytes, const std::string& name) {
  std::ofstream out(file, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out) throw Error(texts::error_converter_folder, name, text::system_error(errno));
}

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

// Ends the guard and all that it guards.
class Guarded {
 public:
  Guarded(const Converter& converter, const fs::path& folder, const std::string& name) {
    std::vector<std::string> words = converter.arguments(folder);
    words.insert(words.begin(), converter.program.string());
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    std::array<int, 2> life = {-1, -1};
    std::array<int, 2> output = {-1, -1};
    if (pipe2(life.data(), O_CLOEXEC) != 0 || pipe2(output.data(), O_CLOEXEC) != 0) fail(life, output, name);
    process_ = fork();
    if (process_ < 0) fail(life, output, name);
    if (process_ == 0) {
      close(life[1]);
      close(output[0]);
      guard(converter.program, arguments, folder, life[0], output[1]);
    }
    close(life[0]);
    close(output[1]);
    life_ = life[1];
    output_ = output[0];
  }

  ~Guarded() {
    close(output_);
    close(life_);
    while (waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
    }
  }
  Guarded(const Guarded&) = delete;
  Guarded& operator=(const Guarded&) = delete;

  // Whether all processes of the program have ended by then. What it says is read and dropped.
  bool wait(std::chrono::seconds limit) const {
    using Clock = std::chrono::steady_clock;
    const Clock::time_point end = Clock::now() + limit;
    std::array<char, 4096> buffer;
    while (true) {
      const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - Clock::now()).count();
      if (left <= 0) return false;
      pollfd one = {output_, POLLIN, 0};
      const int ready = poll(&one, 1, static_cast<int>(std::min<std::int64_t>(left, 60'000)));
      if (ready <= 0) continue;
      const ssize_t got = ::read(output_, buffer.data(), buffer.size());
      if (got == 0 || (got < 0 && errno != EINTR)) return true;
    }
  }

 private:
  [[noreturn]] static void fail(const std::array<int, 2>& life, const std::array<int, 2>& output,
                                const std::string& name) {
    const int reason = errno;
    for (const int descriptor : {life[0], life[1], output[0], output[1]}) {
      if (descriptor >= 0) close(descriptor);
    }
    throw Error(texts::error_converter_start, name, text::system_error(reason));
  }

  pid_t process_ = -1;
  int life_ = -1;
  int output_ = -1;
};

// Removes the folder where no guard does.
struct RemoveFolder {
  fs::path folder;
  ~RemoveFolder() {
    std::error_code ignored;
    fs::remove_all(folder, ignored);
  }
};

}  // namespace

std::optional<fs::path> find_program(const std::vector<std::string>& names) {
  const char* const given = std::getenv("PATH");
  const std::string path = given ? given : "/usr/local/bin:/usr/bin:/bin";
  for (const std::string& name : names) {
    for (std::size_t at = 0; at <= path.size();) {
      const std::size_t end = std::min(path.find(':', at), path.size());
      const fs::path file = fs::path(path.substr(at, end - at)) / name;
      std::error_code failed;
      if (end > at && fs::is_regular_file(file, failed) && access(file.c_str(), X_OK) == 0) return file;
      at = end + 1;
    }
  }
  return std::nullopt;
}

std::string convert(const Converter& converter, std::string_view bytes, const std::string& name) {
  const RemoveFolder removed = {make_folder(name)};
  write_file(removed.folder / converter.input, bytes, name);
  const Guarded guarded(converter, removed.folder, name);
  const std::string program = converter.program.filename().string();
  if (!guarded.wait(converter.limit)) throw Error(texts::error_converter_time, name, program, converter.limit.count());
  std::error_code failed;
  const fs::path output = removed.folder / converter.output;
  if (!fs::is_regular_file(output, failed)) throw Error(texts::error_converter_nothing, name, program);
  return read_bytes(output);
}

}  // namespace soat::document
