#pragma once

#include <fcntl.h>
#include <gtest/gtest.h>
#ifdef _WIN32
#include <io.h>
#else
#include <unistd.h>
#endif

#include <array>
#include <string_view>

namespace soat::test {

// A pipe whose end for writing is closed by end(); that for reading is its user's to close.
class Pipe {
 public:
#ifdef _WIN32
  Pipe() {
    EXPECT_EQ(_pipe(ends_.data(), 1 << 16, _O_BINARY), 0);
  }
#else
  Pipe() {
    EXPECT_EQ(pipe(ends_.data()), 0);
  }
#endif
  ~Pipe() {
    end();
  }
  int from() const {
    return ends_[0];
  }
  void write(std::string_view bytes) {
    EXPECT_EQ(static_cast<std::size_t>(::write(ends_[1], bytes.data(), static_cast<unsigned>(bytes.size()))),
              bytes.size());
  }
  void end() {
    if (ends_[1] >= 0) close(ends_[1]);
    ends_[1] = -1;
  }

 private:
  std::array<int, 2> ends_ = {-1, -1};
};

}  // namespace soat::test
