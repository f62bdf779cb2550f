#pragma once

#include <span>
#include <string>

namespace soat::platform {

// Loads a shared library, by its name where the system looks for them or by its path (UTF-8). It stays loaded. Null
// where there is none.
void* load_library(const std::string& name);

// The address of one of its functions; null when it has none of that name.
void* find_function(void* library, const char* name);

// The names that libcurl may have, in the order in which to try them.
std::span<const char* const> curl_names();

}  // namespace soat::platform
