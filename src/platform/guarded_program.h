#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace soat::platform {

// A program that runs with a limit of memory (4 GiB) and nothing to read; what it says is dropped. All processes that
// it starts end with it: when this object does, or when we are gone.
class GuardedProgram {
 public:
  // folder: is removed when we are ended while the program runs, where the system allows. Throws std::system_error.
  GuardedProgram(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                 const std::filesystem::path& folder);
  ~GuardedProgram();
  GuardedProgram(const GuardedProgram&) = delete;
  GuardedProgram& operator=(const GuardedProgram&) = delete;

  // Whether all processes of the program have ended by then.
  bool wait(std::chrono::seconds limit) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace soat::platform
