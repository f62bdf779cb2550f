#include "writer/border/border.h"

#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <set>

#include "writer/border/strings.h"

namespace soat::writer {

void log_once(std::string_view place, std::string_view what) noexcept {
  try {
    static std::mutex mutex;
    static std::set<std::string, std::less<>> reported;
    const std::lock_guard lock(mutex);
    // For debugging: what a fault that comes back says may tell more than its first time.
    static const bool everything = [] {
      const char* wanted = std::getenv("SOAT_LOG");
      return wanted && std::string_view(wanted) == "all";
    }();
    if (!reported.emplace(place).second && !everything) return;
    std::fprintf(stderr, "soat: %.*s: %.*s\n", static_cast<int>(place.size()), place.data(),
                 static_cast<int>(what.size()), what.data());
  } catch (...) {  // out of memory while reporting: nothing is left to be done
    return;
  }
}

void log_once(std::string_view place, const css::uno::Exception& error) noexcept {
  try {
    const OString text = OUStringToOString(error.Message, RTL_TEXTENCODING_UTF8);
    log_once(place, std::string_view(text.getStr(), static_cast<std::size_t>(text.getLength())));
  } catch (...) {
    log_once(place, std::string_view("office exception"));
  }
}

}  // namespace soat::writer
