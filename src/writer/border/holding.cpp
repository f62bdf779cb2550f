#include "writer/border/holding.h"

#include <cstdio>
#include <cstdlib>
#include <ctime>

#include "writer/border/main_thread.h"

namespace soat::writer {

namespace {

constexpr double least_told = 10;

// Of the calling thread. Elsewhere than on Linux nothing is told.
double processor_milliseconds() {
#ifdef __linux__
  timespec time{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
#else
  return 0;
#endif
}

}  // namespace

Holding::Holding(std::string_view place) noexcept : place_(place) {
  static const bool wanted = [] {
    const char* log = std::getenv("SOAT_LOG");
    return log && std::string_view(log) == "held";
  }();
  if (!wanted || !on_main_thread()) return;
  tells_ = true;
  begin_ = processor_milliseconds();
}

Holding::~Holding() {
  if (!tells_) return;
  const double took = processor_milliseconds() - begin_;
  if (took >= least_told)
    std::fprintf(stderr, "soat: held %.1f ms by %.*s\n", took, static_cast<int>(place_.size()), place_.data());
}

}  // namespace soat::writer
