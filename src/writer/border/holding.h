#pragma once

#include <string_view>

namespace soat::writer {

// While it lives, the calling thread is at work for us. With SOAT_LOG=held in the environment, tells on standard error
// for how many milliseconds of processor time that held the office's main thread, if it was ten or more; of several on
// the stack the innermost first.
class Holding {
 public:
  // place: must outlive this object.
  explicit Holding(std::string_view place) noexcept;
  ~Holding();
  Holding(const Holding&) = delete;
  Holding& operator=(const Holding&) = delete;

 private:
  std::string_view place_;
  bool tells_ = false;
  double begin_ = 0;
};

}  // namespace soat::writer
