#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "citation/lookup/fetch.h"
#include "writer/border/configuration.h"

namespace soat::writer {

using citation::PageFault;
using citation::PageLimits;

struct PageAnswer {
  PageFault fault = PageFault::none;
  std::u16string message;  // what went wrong, one or two sentences for the user in the interface's language
  // CSL-JSON, see citation::read_web_page. With not_a_page the little that is known without having read it: type, URL,
  // site, day of access. Null with every other fault.
  nlohmann::json item;
};

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
