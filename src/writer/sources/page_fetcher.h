#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "text/message.h"
#include "writer/border/configuration.h"
#include "writer/sources/http.h"

namespace soat::writer {

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

// What the user is told of a fault; nothing for none. host: the server, or the whole address where there is none.
// status and type: of the server's answer.
std::optional<text::Message> message_of(PageFault fault, const std::string& host, long status, const std::string& type);

struct PageLimits {
  std::chrono::milliseconds time{20'000};  // from the first step to the last byte, redirects included
  std::size_t bytes = std::size_t{8} << 20;
  int redirects = 10;
};

struct PageAnswer {
  PageFault fault = PageFault::none;
  std::u16string message;  // what went wrong, one or two sentences for the user in the interface's language
  // CSL-JSON, see citation::read_web_page. With not_a_page the little that is known without having read it: type, URL,
  // site, day of access. Null with every other fault.
  nlohmann::json item;
};

// What a server answers, as it is.
struct Fetched {
  PageFault fault = PageFault::none;
  std::string url;
  std::string type;
  long status = 0;
  std::string bytes;
};

// Fetches what is at an address, whatever its type; accept: see HttpRequest. Blocks. Throws nothing but for lack of
// memory.
Fetched fetch_bytes(const std::string& address, const std::string& accept, const Proxy& proxy, const PageLimits& limits,
                    const std::atomic<bool>* cancel);

// Fetches the page at an address (as the user wrote it) and reads what it tells of itself. Blocks: for macros and
// worker threads. Nothing but http and https is asked for, also after redirects; no cookie, name or address of the
// user's is sent; the office's proxy settings hold. Another thread may set `cancel`. Throws nothing but for lack of
// memory.
PageAnswer fetch_page(const Context& context, std::u16string_view address, const PageLimits& limits,
                      const std::shared_ptr<const std::atomic<bool>>& cancel = {});

// The same on a thread of its own. For the main thread.
class PageRequest {
 public:
  // `done` is called later on the main thread, once, unless the request is cancelled or destroyed before.
  PageRequest(const Context& context, std::u16string address, const PageLimits& limits,
              std::function<void(const PageAnswer&)> done);
  ~PageRequest();
  PageRequest(const PageRequest&) = delete;
  PageRequest& operator=(const PageRequest&) = delete;

  void cancel();

 private:
  std::shared_ptr<std::atomic<bool>> cancelled_;
};

}  // namespace soat::writer
