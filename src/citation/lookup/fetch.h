#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "citation/lookup/answer.h"
#include "citation/lookup/http.h"
#include "text/message.h"

namespace soat::citation {

enum class PageFault {
  none,
  address,        // no address of the web
  no_transport,   // no libcurl on this machine
  unknown_host,   // also: no network
  no_connection,  // nobody answers there, or nothing but rubbish comes
  insecure,       // TLS: the server is not who it says it is
  status,         // the server refuses: 404, 500, …
  not_a_page,     // a PDF, a picture, …
  too_large,
  too_slow,   // also: a page without end
  redirects,  // sent on and on, or to something else than http and https
  cancelled,
};

PageFault fault_of(HttpFault fault);

// What the user is told of a fault; nothing for none. host: the server, or the whole address where there is none.
// status and type: of the server's answer.
std::optional<text::Message> message_of(PageFault fault, const std::string& host, long status, const std::string& type);

struct PageLimits {
  std::chrono::milliseconds time{20'000};  // from the first step to the last byte, redirects included
  std::size_t bytes = std::size_t{8} << 20;
  int redirects = 10;
};

// What a service told of an identifier.
struct LookedUp {
  nlohmann::json item;                   // CSL-JSON; null where there is none
  std::optional<text::Message> message;  // why there is none
};

// Asks a service for a source. Blocks; another thread may set `cancel`. Throws nothing but for lack of memory.
LookedUp look_up(const Identifier& identifier, const Services& services, const Proxy& proxy, const PageLimits& limits,
                 const std::atomic<bool>* cancel = nullptr);

}  // namespace soat::citation
