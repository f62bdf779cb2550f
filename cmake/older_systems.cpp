// What the extension asks of the C and the C++ library, by the names that older systems know, so that what is built
// with new ones is loaded on a system of 2020 (C library 2.31, C++ library of GCC 10). The linker turns each call of a
// function into one of __wrap_<function> (OlderSystems.cmake), in the static libraries too; here that is bound to the
// first version of the symbol. Nothing but versions differs: since 2.34 the functions of threads and of loading stand
// in libc.so.6, since 2.33 those of files have symbols of their own. Versions: the ABI lists of the GNU C Library
// (sysdeps/unix/sysv/linux/<machine>/lib*.abilist) and of libstdc++ (config/abi/pre/gnu.ver).
#include <dlfcn.h>
#include <pthread.h>
#include <sys/types.h>
#include <unistd.h>

#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <new>

#if defined(__x86_64__)
#define FIRST "GLIBC_2.2.5"
#define STAT_VERSION 1
#elif defined(__aarch64__)
#define FIRST "GLIBC_2.17"
#define STAT_VERSION 0
#else
#error "the first version of the C library on this machine is not known here"
#endif

extern "C" {

// OLDER(result, function, version, (parameters), (arguments))
#define OLDER(result, function, version, parameters, arguments)  \
  __asm__(".symver older_" #function "," #function "@" version); \
  extern result older_##function parameters;                     \
  result __wrap_##function parameters;                           \
  result __wrap_##function parameters {                          \
    return older_##function arguments;                           \
  }

OLDER(int, pthread_create, FIRST, (pthread_t * thread, const pthread_attr_t* with, void* (*run)(void*), void* given),
      (thread, with, run, given))
OLDER(int, pthread_join, FIRST, (pthread_t thread, void** result), (thread, result))
OLDER(int, pthread_detach, FIRST, (pthread_t thread), (thread))
OLDER(int, pthread_rwlock_rdlock, FIRST, (pthread_rwlock_t * lock), (lock))
OLDER(int, pthread_rwlock_wrlock, FIRST, (pthread_rwlock_t * lock), (lock))
OLDER(int, pthread_rwlock_unlock, FIRST, (pthread_rwlock_t * lock), (lock))
OLDER(int, __pthread_key_create, FIRST, (pthread_key_t * key, void (*destroy)(void*)), (key, destroy))
OLDER(int, pthread_once, FIRST, (pthread_once_t * control, void (*run)(void)), (control, run))
OLDER(int, pthread_key_create, FIRST, (pthread_key_t * key, void (*destroy)(void*)), (key, destroy))
OLDER(int, pthread_key_delete, FIRST, (pthread_key_t key), (key))
OLDER(void*, pthread_getspecific, FIRST, (pthread_key_t key), (key))
OLDER(int, pthread_setspecific, FIRST, (pthread_key_t key, const void* value), (key, value))
OLDER(int, pthread_mutex_trylock, FIRST, (pthread_mutex_t * mutex), (mutex))
OLDER(int, pthread_mutexattr_init, FIRST, (pthread_mutexattr_t * with), (with))
OLDER(int, pthread_mutexattr_destroy, FIRST, (pthread_mutexattr_t * with), (with))
OLDER(int, pthread_mutexattr_settype, FIRST, (pthread_mutexattr_t * with, int type), (with, type))
OLDER(int, pthread_cond_clockwait, "GLIBC_2.30",
      (pthread_cond_t * condition, pthread_mutex_t* mutex, clockid_t clock, const struct timespec* until),
      (condition, mutex, clock, until))
OLDER(int, pthread_sigmask, FIRST, (int how, const sigset_t* set, sigset_t* old), (how, set, old))
OLDER(void*, dlopen, FIRST, (const char* file, int mode), (file, mode))
OLDER(int, dlclose, FIRST, (void* handle), (handle))
OLDER(void*, dlsym, FIRST, (void* handle, const char* name), (handle, name))
OLDER(char*, dlerror, FIRST, (void), ())
OLDER(double, hypot, FIRST, (double x, double y), (x, y))

// Before 2.33 these were inline functions about one symbol that was told the shape of struct stat. The shapes with and
// without 64 are one on 64-bit machines.
__asm__(".symver older_xstat,__xstat@" FIRST);
__asm__(".symver older_fxstat,__fxstat@" FIRST);
__asm__(".symver older_lxstat,__lxstat@" FIRST);
extern int older_xstat(int version, const char* path, void* out);
extern int older_fxstat(int version, int file, void* out);
extern int older_lxstat(int version, const char* path, void* out);

#define FILE_STATUS(function, older, first) \
  int __wrap_##function(first, void* out);  \
  int __wrap_##function(first, void* out) { \
    return older(STAT_VERSION, file, out);  \
  }

FILE_STATUS(stat, older_xstat, const char* file)
FILE_STATUS(stat64, older_xstat, const char* file)
FILE_STATUS(lstat, older_lxstat, const char* file)
FILE_STATUS(lstat64, older_lxstat, const char* file)
FILE_STATUS(fstat, older_fxstat, int file)
FILE_STATUS(fstat64, older_fxstat, int file)

// Random bytes, since 2.36: of the system, which gives at most 256 at once and does not fail for so few.
void __wrap_arc4random_buf(void* out, size_t size);
void __wrap_arc4random_buf(void* out, size_t size) {
  auto* at = static_cast<unsigned char*>(out);
  while (size > 0) {
    const size_t part = size < 256 ? size : 256;
    if (getentropy(at, part) != 0) abort();
    at += part;
    size -= part;
  }
}

uint32_t __wrap_arc4random(void);
uint32_t __wrap_arc4random(void) {
  uint32_t number;
  __wrap_arc4random_buf(&number, sizeof number);
  return number;
}

// The C++ library asks it whether atomic operations can be spared: no, which is always right.
extern char __libc_single_threaded;
char __libc_single_threaded = 0;

#ifdef SOAT_PROGRAM
// Since 2.34 the library finds a program's constructors by itself and is given none; before, the program brought a
// function that runs them. The new library runs that as well, and then nothing of its own.
void _init(void);
extern void (*__init_array_start[])(int, char**, char**) __attribute__((visibility("hidden")));
extern void (*__init_array_end[])(int, char**, char**) __attribute__((visibility("hidden")));

static void construct(int count, char** arguments, char** environment) {
  _init();
  for (auto each = __init_array_start; each != __init_array_end; ++each) (*each)(count, arguments, environment);
}

OLDER(int, __libc_start_main, FIRST,
      (int (*run)(int, char**, char**), int count, char** arguments, void (*)(int, char**, char**),
       void (*destroy)(void), void (*unload)(void), void* stack_end),
      (run, count, arguments, construct, destroy, unload, stack_end))
}
#else
// Since GCC 11 the counting of std::exception_ptr is inline and calls these two. Before, copying and destroying did the
// same: a copy that nobody destroys adds one.
__asm__(".symver older_copy,_ZNSt15__exception_ptr13exception_ptrC1ERKS0_@CXXABI_1.3.3");
__asm__(".symver older_destroy,_ZNSt15__exception_ptr13exception_ptrD1Ev@CXXABI_1.3.3");
extern void older_copy(void* to, const void* from);
extern void older_destroy(void* self);
void add_reference(void* self) __asm__("_ZNSt15__exception_ptr13exception_ptr9_M_addrefEv");
void release(void* self) __asm__("_ZNSt15__exception_ptr13exception_ptr10_M_releaseEv");

void add_reference(void* self) {
  void* another[1];
  older_copy(another, self);
}

void release(void* self) {
  older_destroy(self);
  *static_cast<void**>(self) = nullptr;
}
}

namespace std {
// Called where `new` is asked for more elements than memory can have.
void __throw_bad_array_new_length() {
  throw bad_array_new_length();
}
}  // namespace std
#endif
