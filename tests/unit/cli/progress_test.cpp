#include "cli/progress.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <stdlib.h>
#include <unistd.h>

#include <array>
#include <cstdio>

namespace soat::cli {
namespace {

// A terminal in the place of standard error, as long as it lives.
class Terminal {
 public:
  Terminal() : master_(posix_openpt(O_RDWR | O_NOCTTY)) {
    if (master_ < 0 || grantpt(master_) != 0 || unlockpt(master_) != 0) return;
    const int slave = open(ptsname(master_), O_RDWR | O_NOCTTY);
    if (slave < 0) return;
    std::fflush(stderr);
    before_ = dup(STDERR_FILENO);
    dup2(slave, STDERR_FILENO);
    close(slave);
    if (const char* name = std::getenv("TERM")) name_ = name;
    setenv("TERM", "xterm", 1);
  }
  ~Terminal() {
    restore();
    if (master_ >= 0) close(master_);
  }
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;
  bool is_there() const { return before_ >= 0; }

  // What was written on it; standard error is what it was afterwards.
  std::string written() {
    std::fflush(stderr);
    std::string out;
    fcntl(master_, F_SETFL, O_NONBLOCK);
    std::array<char, 4096> bytes;
    for (ssize_t got; (got = read(master_, bytes.data(), bytes.size())) > 0;)
      out.append(bytes.data(), static_cast<std::size_t>(got));
    restore();
    return out;
  }

 private:
  void restore() {
    if (before_ < 0) return;
    std::fflush(stderr);
    dup2(before_, STDERR_FILENO);
    close(before_);
    before_ = -1;
    setenv("TERM", name_.c_str(), 1);
  }
  int master_;
  int before_ = -1;
  std::string name_ = "dumb";
};

TEST(Progress, TellsAPersonWhatCameOfIt) {
  Terminal terminal;
  if (!terminal.is_there()) GTEST_SKIP() << "no terminal can be made here";
  Progress progress(text::Language::en, 2);
  Progress::Counts counts = {};
  counts[0] = 3;
  progress.add("a.txt", counts);
  progress.add("b.txt", counts);
  progress.finish(1);
  const std::string written = terminal.written();
  EXPECT_NE(written.find("6"), std::string::npos) << written;
  EXPECT_NE(written.find(text::Message(check::categories[0].title).utf8(text::Language::en) + " 6"), std::string::npos)
      << written;
  EXPECT_EQ(written.find(text::Message(check::categories[1].title).utf8(text::Language::en)), std::string::npos);
}

TEST(Progress, SaysNothingToADumbTerminal) {
  Terminal terminal;
  if (!terminal.is_there()) GTEST_SKIP() << "no terminal can be made here";
  setenv("TERM", "dumb", 1);
  Progress progress(text::Language::vi, 1);
  progress.add("a.txt", {});
  progress.finish(0);
  EXPECT_EQ(terminal.written(), "");
}

TEST(Progress, SaysNothingToAFile) {
  testing::internal::CaptureStderr();
  Progress progress(text::Language::vi, std::nullopt);
  progress.add("a.txt", {});
  progress.clear();
  progress.finish(3);
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

}  // namespace
}  // namespace soat::cli
