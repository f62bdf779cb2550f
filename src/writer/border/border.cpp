#include "writer/border/border.h"

#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <set>

#include "writer/border/strings.h"

namespace soat::writer {

namespace {

// Where faults go. SOAT_LOG in the environment: "all" writes every one to standard error, a file's name every one to
// that file; without it a place tells of its first one only.
struct Log {
  std::mutex mutex;
  std::set<std::string, std::less<>> reported;
  bool all = false;
  std::FILE* out = stderr;

  Log() {
    const char* const wanted = std::getenv("SOAT_LOG");
    if (!wanted || !*wanted || std::string_view(wanted) == "held") return;  // "held": see holding.h
    all = true;
    if (std::string_view(wanted) == "all") return;
    if (std::FILE* const file = std::fopen(wanted, "a")) {
      out = file;
    } else {
      std::fprintf(stderr, "soat: SOAT_LOG: %s cannot be written; faults are told here\n", wanted);
    }
  }
};

}  // namespace

void log_once(std::string_view place, std::string_view what) noexcept {
  try {
    static auto& log = *new Log;  // never destroyed: threads may be at work until the office has left
    const std::lock_guard lock(log.mutex);
    if (!log.reported.emplace(place).second && !log.all) return;
    std::fprintf(log.out, "soat: %.*s: %.*s\n", static_cast<int>(place.size()), place.data(),
                 static_cast<int>(what.size()), what.data());
    std::fflush(log.out);
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
