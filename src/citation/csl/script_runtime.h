#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "text/error.h"

namespace soat::citation {

// What a script was doing when it failed.
class ScriptError : public Error {
 public:
  ScriptError(const std::string& message, std::string step, bool halted)
      : Error(message), step_(std::move(step)), halted_(halted) {}
  // Stopped by a limit, which the message says.
  ScriptError(text::MessageId<0> limit, std::string step) : Error(limit), step_(std::move(step)), halted_(true) {}

  const std::string& step() const { return step_; }  // what it last called soatStep with; empty before the first
  bool halted() const { return halted_; }            // stopped by a limit or cancelled: its state is of no use any more

 private:
  std::string step_;
  bool halted_;
};

// A QuickJS runtime that can do nothing but compute: no file, network, clock beyond Date, or evaluation of source text
// is reachable from its scripts. String comparison and case conversion go through ICU. A script tells by soatStep(name)
// which part of its work it begins. Belongs to the thread that made it.
class ScriptRuntime {
 public:
  struct Limits {
    std::size_t memory = std::size_t{512} << 20;  // bytes of JavaScript heap
    std::size_t stack = std::size_t{256} << 10;   // bytes of C stack; macOS gives a thread 512 KB in all
  };
  // Gives the XML of the CSL locale with this tag ("vi-VN"), nothing when there is none.
  using LocaleSource = std::function<std::optional<std::string>(std::string_view tag)>;

  ScriptRuntime(const Limits& limits, LocaleSource locales);
  ~ScriptRuntime();
  ScriptRuntime(const ScriptRuntime&) = delete;
  ScriptRuntime& operator=(const ScriptRuntime&) = delete;

  // Runs a script compiled by soat-compile-js. Throws soat::Error when it throws.
  void load(std::span<const unsigned char> bytecode);

  // Processor time of this thread, so that a busy machine fails nothing: for the whole call, and from one soatStep to
  // the next.
  struct Budget {
    std::chrono::milliseconds call;
    std::chrono::milliseconds step;
  };

  // Calls the global function `name` with one string (JSON, UTF-8) and gives the string it returns. Throws ScriptError
  // when the script throws, runs out of memory or stack, exceeds its budget, or `cancelled` becomes true meanwhile.
  std::string call(const char* name, std::string_view json, const Budget& budget, const std::atomic<bool>& cancelled);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace soat::citation
