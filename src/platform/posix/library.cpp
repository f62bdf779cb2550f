#include "platform/library.h"

#include <dlfcn.h>

#include <array>

namespace soat::platform {

void* load_library(const std::string& name) {
  return dlopen(name.c_str(), RTLD_LAZY | RTLD_LOCAL);
}

void* find_function(void* library, const char* name) {
  return dlsym(library, name);
}

std::span<const char* const> curl_names() {
#ifdef __APPLE__
  static constexpr auto names = std::to_array({"libcurl.4.dylib"});
#else
  // Debian's office uses the first; others the second. Their interface is the same.
  static constexpr auto names = std::to_array({"libcurl-gnutls.so.4", "libcurl.so.4"});
#endif
  return names;
}

}  // namespace soat::platform
