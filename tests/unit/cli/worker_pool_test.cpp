#include "cli/worker_pool.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <stdexcept>
#include <vector>

namespace soat::cli {
namespace {

class Pieces final : public WorkSource {
 public:
  explicit Pieces(std::vector<std::string> pieces) : pieces_(std::move(pieces)) {}
  State next(std::string& task) override {
    if (at_ == pieces_.size()) return State::ended;
    task = pieces_[at_++];
    return State::ready;
  }

 private:
  std::vector<std::string> pieces_;
  std::size_t at_ = 0;
};

std::string work(std::string task) {
  if (task == "crash") std::raise(SIGKILL);
  if (task == "exit") _exit(3);
  while (task == "hang") pause();
  return task + task;
}

// What came of the pieces, in the order in which it was given out.
std::string results(std::size_t workers, std::vector<std::string> pieces, const WorkLimits& limits = {}) {
  Pieces source(std::move(pieces));
  std::string out;
  run_in_workers(workers, limits, source, work, [&](const std::string& task, WorkResult&& result) {
    out += (out.empty() ? "" : " ") + task + ":";
    out += result.ending == Ending::done      ? result.bytes
           : result.ending == Ending::crashed ? "crashed" + std::to_string(result.signal)
                                              : "timed out";
  });
  return out;
}

TEST(Workers, GiveResultsInTheOrderOfTheWork) {
  std::vector<std::string> pieces;
  std::string expected;
  for (int i = 0; i < 100; ++i) {
    const std::string piece = std::to_string(i);
    pieces.push_back(piece);
    expected += (i > 0 ? " " : "") + piece + ":" + piece + piece;
  }
  EXPECT_EQ(results(1, pieces), expected);
  EXPECT_EQ(results(4, pieces), expected);
}

TEST(Workers, OfNoWorkGiveNothing) {
  EXPECT_EQ(results(3, {}), "");
}

TEST(Workers, ACrashCostsItsPieceOnly) {
  EXPECT_EQ(results(2, {"a", "crash", "b", "exit", "c"}), "a:aa crash:crashed9 b:bb exit:crashed0 c:cc");
}

TEST(Workers, SoDoesOneThatHangs) {
  EXPECT_EQ(results(1, {"hang"}, {1, 0}), "hang:timed out");
}

TEST(Workers, LargePiecesComeWhole) {
  const std::string large(3'000'000, 'x');
  Pieces source({large});
  std::size_t size = 0;
  run_in_workers(1, {}, source, work, [&](const std::string&, WorkResult&& result) { size = result.bytes.size(); });
  EXPECT_EQ(size, 2 * large.size());
}

TEST(Workers, WhatTheUserOfResultsThrowsComesOut) {
  Pieces source({"a", "b", "c"});
  EXPECT_THROW(
      run_in_workers(2, {}, source, work, [](const std::string&, WorkResult&&) { throw std::runtime_error("thôi"); }),
      std::runtime_error);
}

}  // namespace
}  // namespace soat::cli
