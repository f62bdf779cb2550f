#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "citation/lookup/fetch.h"
#include "text/error.h"
#include "writer/border/configuration.h"

namespace soat::writer {

// Fetches a text at an address on a thread of its own. Nothing but http and https is asked for, also after redirects;
// no cookie, name or address of the user's is sent; the office's proxy settings hold. For the main thread.
class TextRequest {
 public:
  // What is wrong, for the user; nothing when all is well.
  using Problem = std::optional<Error>;

  // take: gets the bytes that came, on the request's thread. done: is called later on the main thread, once, with what
  // went wrong in fetching or in take, unless the request is destroyed before.
  TextRequest(const Context& context, std::string address, const citation::PageLimits& limits,
              std::function<Problem(const std::string&)> take, std::function<void(const Problem&)> done);
  ~TextRequest();
  TextRequest(const TextRequest&) = delete;
  TextRequest& operator=(const TextRequest&) = delete;

 private:
  std::shared_ptr<std::atomic<bool>> cancelled_;
};

}  // namespace soat::writer
