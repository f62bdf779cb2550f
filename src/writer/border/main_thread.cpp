#include "writer/border/main_thread.h"

#ifdef __linux__
#include <sys/syscall.h>
#include <unistd.h>
#elif defined(__APPLE__)
#include <pthread.h>
#endif

namespace soat::writer {

namespace {

thread_local bool awaited = false;

}  // namespace

void await_this_thread() noexcept {
  awaited = true;
}

bool is_awaited_thread() noexcept {
  return awaited;
}

bool on_main_thread() {
#ifdef __linux__
  // glibc's gettid() is younger than some systems that run the office.
  return ::syscall(SYS_gettid) == ::getpid();
#elif defined(__APPLE__)
  return pthread_main_np() != 0;
#else
  return true;
#endif
}

}  // namespace soat::writer
