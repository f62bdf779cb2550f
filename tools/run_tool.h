#pragma once

#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "text/error.h"

namespace soat::tools {

// What main() of a tool does: runs it with its arguments, says on standard error what stopped it, and gives the exit
// status, 2 for a failure.
inline int run_tool(const char* name, int (*run)(const std::vector<std::string>&), int argc, char** argv) {
  try {
    return run({argv + 1, argv + argc});
  } catch (const Error& error) {
    std::cerr << error.what() << '\n';
  } catch (const std::exception& error) {
    std::cerr << name << ": " << error.what() << '\n';
  }
  return 2;
}

}  // namespace soat::tools
