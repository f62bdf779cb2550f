#include "platform/library.h"

#include <array>

#include "platform/windows/wide.h"

namespace soat::platform {

void* load_library(const std::string& name) {
  return reinterpret_cast<void*>(LoadLibraryW(wide(name).c_str()));
}

void* find_function(void* library, const char* name) {
  return reinterpret_cast<void*>(GetProcAddress(static_cast<HMODULE>(library), name));
}

std::span<const char* const> curl_names() {
  // As curl's own packages call it, then as others do.
  static constexpr auto names = std::to_array({"libcurl-x64.dll", "libcurl.dll", "libcurl-4.dll"});
  return names;
}

}  // namespace soat::platform
