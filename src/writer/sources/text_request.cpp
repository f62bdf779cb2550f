#include "writer/sources/text_request.h"

#include <thread>
#include <utility>

#include "citation/lookup/http.h"
#include "writer/border/border.h"
#include "writer/border/broadcaster.h"
#include "writer/border/ending.h"
#include "writer/border/main_thread.h"
#include "writer/sources/office_proxy.h"
#include "writer/sources/running_requests.h"

namespace soat::writer {

namespace {

TextRequest::Problem fetch(const std::string& address, const citation::Proxy& proxy, const citation::PageLimits& limits,
                           const std::atomic<bool>& cancel, std::string& bytes) {
  const citation::HttpAnswer answer = citation::http_get({address, proxy, limits.time, limits.bytes, limits.redirects,
                                                          &cancel, false, "text/plain, text/*;q=0.9, */*;q=0.1"});
  citation::PageFault fault = citation::fault_of(answer.fault);
  if (fault == citation::PageFault::none && answer.status >= 400) fault = citation::PageFault::status;
  bytes = answer.page.bytes;
  const std::string host = citation::host_of(address);
  const auto said = citation::message_of(fault, host.empty() ? address : host, answer.status, answer.page.content_type);
  return said ? TextRequest::Problem(Error(*said)) : std::nullopt;
}

}  // namespace

TextRequest::TextRequest(const Context& context, std::string address, const citation::PageLimits& limits,
                         std::function<Problem(const std::string&)> take, std::function<void(const Problem&)> done)
    : cancelled_(std::make_shared<std::atomic<bool>>(false)) {
  Ending::instance().watch(context);
  RunningRequests::instance().add(cancelled_);
  done = let_go_on_main_thread(context, std::move(done));
  // Not joined: the main thread would wait as long as the server takes.
  std::thread([context = Context(context), address = std::move(address), proxy = office_proxy(context), limits,
               take = std::move(take), done = std::move(done), cancelled = cancelled_]() mutable {
    await_this_thread();
    guarded("text", [&] {
      std::string bytes;
      Problem problem = fetch(address, proxy, limits, *cancelled, bytes);
      if (cancelled->load()) return;
      try {
        if (!problem) problem = take(bytes);
      } catch (const Error& error) {
        problem = error;
      }
      run_on_main_thread(context, [problem, done = std::move(done), cancelled] {
        if (!cancelled->load()) done(problem);
      });
    });
    context.clear();
    done = nullptr;
    RunningRequests::instance().remove(cancelled);
  }).detach();
}

TextRequest::~TextRequest() {
  cancelled_->store(true);
}

}  // namespace soat::writer
