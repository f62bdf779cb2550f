#include "document/converter.h"

#include <sys/prctl.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <thread>

#include "document/reader.h"
#include "expect.h"
#include "other_programs.h"

namespace soat::document {
namespace {

bool is_gone(pid_t pid) {
  return kill(pid, 0) == -1 && errno == ESRCH;
}

// QEMU 7.2 lets no process take in those whose parent has ended: the system's first process does, and a moment later.
void let_the_first_process_take_in(pid_t pid) {
  int takes_in = 0;
  if (prctl(PR_GET_CHILD_SUBREAPER, &takes_in) == 0) return;
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(60);
  while (!is_gone(pid) && std::chrono::steady_clock::now() < end)
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
}

TEST_F(OtherPrograms, FileIsMadeOfAFile) {
  put_program("p", "echo much; echo more >&2; cat > \"$1/copy\"; tr a-z A-Z < \"$1/in\" > \"$1/out\"");
  EXPECT_EQ(run("chu"), "CHU");
  EXPECT_TRUE(left_nothing());
}

TEST_F(OtherPrograms, ProgramThatMakesNothingIsSaid) {
  put_program("p", "exit 3");
  EXPECT_NE(fault([&] { run("a"); }).find("p cannot read it"), std::string::npos);
  put_program("p", "mkdir \"$1/out\"");
  EXPECT_NE(fault([&] { run("a"); }).find("p cannot read it"), std::string::npos);
  EXPECT_TRUE(left_nothing());
}

TEST_F(OtherPrograms, ProgramThatTakesTooLongEndsWithAllThatItStarted) {
  const std::string pids = (folder_ / "pids").string();
  put_program("p", "sleep 10000 & echo $! >> '" + pids + "'; echo $$ >> '" + pids + "'; wait");
  EXPECT_NE(fault([&] { run("a", std::chrono::seconds(5)); }).find("more than 5 seconds"), std::string::npos);
  EXPECT_TRUE(left_nothing());
  std::ifstream in(pids);
  int started = 0;
  for (pid_t pid = 0; in >> pid; ++started) {
    let_the_first_process_take_in(pid);
    EXPECT_TRUE(is_gone(pid)) << pid;
  }
  EXPECT_EQ(started, 2);
}

TEST_F(OtherPrograms, WhatToInstallIsSaid) {
  EXPECT_NE(fault([] { parse("\xD0\xCF\x11\xE0", "a.doc", Format::doc); }).find("libreoffice-writer"),
            std::string::npos);
  EXPECT_NE(fault([] { parse("{\\rtf1", "a.rtf", Format::rtf); }).find("libreoffice-writer"), std::string::npos);
  EXPECT_NE(fault([] { parse("%PDF-1.7", "a.pdf", Format::pdf); }).find("poppler-utils"), std::string::npos);
}

}  // namespace
}  // namespace soat::document
