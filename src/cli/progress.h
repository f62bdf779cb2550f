#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>

#include "check/category.h"
#include "text/message.h"

namespace soat::cli {

// Tells a person at a terminal how far a run is, and at its end what came of it, on standard error; nobody else.
class Progress {
 public:
  using Counts = std::array<std::size_t, check::categories.size()>;

  Progress(text::Language language, std::optional<std::size_t> total);

  // A document is done. counts: its findings by category.
  void add(const std::string& name, const Counts& counts);
  // Takes the line away, so that something else can be written.
  void clear();
  // The last line.
  void finish(std::size_t failed);

 private:
  using Clock = std::chrono::steady_clock;

  text::Language language_;
  std::optional<std::size_t> total_;
  bool is_shown_;
  bool is_on_screen_ = false;
  std::size_t documents_ = 0;
  Counts counts_ = {};
  Clock::time_point begun_ = Clock::now();
  Clock::time_point shown_ = begun_;
};

}  // namespace soat::cli
