#pragma once

#include <stdexcept>
#include <string>

namespace soat {

// What a caller can act on: an unreadable or damaged file, a full disk, a bad argument. The message is one line that
// names the file, the position where there is one, and what to do. Text to be checked is never the cause: bad text is
// not an error.
class Error : public std::runtime_error {
 public:
  explicit Error(const std::string& message) : std::runtime_error(message) {}
};

}  // namespace soat
