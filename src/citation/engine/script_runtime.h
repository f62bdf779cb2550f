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

namespace soat::citation {

// A QuickJS runtime that can do nothing but compute: no file, network, clock beyond Date, or evaluation of source text
// is reachable from its scripts. String comparison and case conversion go through ICU. Belongs to the thread that made
// it.
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

  // Calls the global function `name` with one string (JSON, UTF-8) and gives the string it returns. Throws soat::Error
  // when the script throws, runs out of memory or stack or runs longer than `limit`, Cancelled when `cancelled` becomes
  // true meanwhile.
  std::string call(const char* name, std::string_view json, std::chrono::milliseconds limit,
                   const std::atomic<bool>& cancelled);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace soat::citation
