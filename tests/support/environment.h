#pragma once

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>

#include "platform/program.h"

namespace soat::test {

#ifdef _WIN32
inline void set_variable(const char* name, const char* value) {
  // The C library's own, as programs read both.
  _wputenv_s(std::filesystem::path(name).c_str(), std::filesystem::path(value != nullptr ? value : "").c_str());
}
#else
inline void set_variable(const char* name, const char* value) {
  value != nullptr ? setenv(name, value, 1) : unsetenv(name);
}
#endif

// A variable of the environment as long as it lives; null: it is not set.
class Variable {
 public:
  Variable(const char* name, const char* value) : name_(name), before_(platform::environment(name)) {
    set_variable(name, value);
  }
  ~Variable() { set_variable(name_.c_str(), before_ ? before_->c_str() : nullptr); }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;

 private:
  std::string name_;
  std::optional<std::string> before_;
};

}  // namespace soat::test
