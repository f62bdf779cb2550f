#include "writer/sources/page_fetcher.h"

#include <ctime>
#include <thread>
#include <utility>

#include "citation/exchange/web_page.h"
#include "text/error.h"
#include "text/utf.h"
#include "writer/border/border.h"
#include "writer/border/broadcaster.h"
#include "writer/border/main_thread.h"
#include "writer/border/strings.h"
#include "writer/border/texts.h"
#include "writer/sources/http.h"
#include "writer/sources/running_requests.h"

namespace soat::writer {

namespace {

reference::PartialDate today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
#ifdef _WIN32
  localtime_s(&local, &now);
#else
  localtime_r(&now, &local);
#endif
  return {local.tm_year + 1900, local.tm_mon + 1, local.tm_mday};
}

// A page on its way to an answer: everything but the words for the user, which are for the office's threads.
struct FetchedPage {
  PageFault fault = PageFault::none;
  std::string url;
  std::string type;
  long status = 0;
  nlohmann::json item;
};

PageFault fault_of(HttpFault fault) {
  switch (fault) {
    case HttpFault::none:
      return PageFault::none;
    case HttpFault::no_library:
      return PageFault::no_transport;
    case HttpFault::unknown_host:
      return PageFault::unknown_host;
    case HttpFault::no_connection:
      return PageFault::no_connection;
    case HttpFault::insecure:
      return PageFault::insecure;
    case HttpFault::too_large:
      return PageFault::too_large;
    case HttpFault::too_slow:
      return PageFault::too_slow;
    case HttpFault::redirects:
      return PageFault::redirects;
    case HttpFault::wrong_type:
      return PageFault::not_a_page;
    case HttpFault::cancelled:
      return PageFault::cancelled;
  }
  return PageFault::no_connection;
}

FetchedPage fetch(const std::string& address, const Proxy& proxy, const PageLimits& limits,
                  const std::atomic<bool>* cancel) {
  FetchedPage fetched;
  const auto url = citation::web_address(address);
  fetched.url = url.value_or(address);
  if (!url) {
    fetched.fault = PageFault::address;
    return fetched;
  }
  const HttpAnswer answer = http_get({*url, proxy, limits.time, limits.bytes, limits.redirects, cancel, true, {}});
  fetched.fault = fault_of(answer.fault);
  fetched.status = answer.status;
  fetched.type = answer.page.content_type;
  if (fetched.fault == PageFault::none && answer.status >= 400) fetched.fault = PageFault::status;
  if (fetched.fault == PageFault::none) {
    try {
      fetched.item = citation::read_web_page(answer.page, today());
    } catch (const Error&) {
      fetched.fault = PageFault::not_a_page;
    }
  }
  if (fetched.fault == PageFault::not_a_page)
    fetched.item = citation::read_web_page({answer.page.url, "text/html", {}}, today());
  return fetched;
}

PageAnswer answer_of(const Context& context, FetchedPage fetched) {
  PageAnswer answer;
  answer.fault = fetched.fault;
  answer.item = std::move(fetched.item);
  const std::string host = citation::host_of(fetched.url);
  if (const auto message = message_of(fetched.fault, host.empty() ? fetched.url : host, fetched.status, fetched.type))
    answer.message = std::u16string(to_view(text(context, *message)));
  return answer;
}

}  // namespace

std::optional<text::Message> message_of(PageFault fault, const std::string& host, long status,
                                        const std::string& type) {
  switch (fault) {
    case PageFault::address:
      return text::Message(texts::page_address, host);
    case PageFault::no_transport:
      return text::Message(texts::page_no_transport);
    case PageFault::unknown_host:
      return text::Message(texts::page_unknown_host, host);
    case PageFault::no_connection:
      return text::Message(texts::page_no_connection, host);
    case PageFault::insecure:
      return text::Message(texts::page_insecure, host);
    case PageFault::status:
      return text::Message(texts::page_status, host, status);
    case PageFault::not_a_page:
      return text::Message(texts::page_not_a_page, host, type);
    case PageFault::too_large:
      return text::Message(texts::page_too_large, host);
    case PageFault::too_slow:
      return text::Message(texts::page_too_slow, host);
    case PageFault::redirects:
      return text::Message(texts::page_redirects, host);
    case PageFault::cancelled:
      return text::Message(texts::page_cancelled);
    case PageFault::none:
      break;
  }
  return std::nullopt;
}

Fetched fetch_bytes(const std::string& address, const std::string& accept, const Proxy& proxy, const PageLimits& limits,
                    const std::atomic<bool>* cancel) {
  HttpAnswer answer = http_get({address, proxy, limits.time, limits.bytes, limits.redirects, cancel, false, accept});
  Fetched fetched{fault_of(answer.fault), address, answer.page.content_type, answer.status,
                  std::move(answer.page.bytes)};
  if (fetched.fault == PageFault::none && answer.status >= 400) fetched.fault = PageFault::status;
  return fetched;
}

PageAnswer fetch_page(const Context& context, std::u16string_view address, const PageLimits& limits,
                      const std::shared_ptr<const std::atomic<bool>>& cancel) {
  return answer_of(context, fetch(text::to_utf8(address), office_proxy(context), limits, cancel.get()));
}

PageRequest::PageRequest(const Context& context, std::u16string address, const PageLimits& limits,
                         std::function<void(const PageAnswer&)> done)
    : cancelled_(std::make_shared<std::atomic<bool>>(false)) {
  RunningRequests::instance().add(cancelled_);
  done = let_go_on_main_thread(context, std::move(done));
  // Not joined: the main thread would wait as long as the page's server takes.
  std::thread([context = Context(context), address = text::to_utf8(address), proxy = office_proxy(context), limits,
               done = std::move(done), cancelled = cancelled_]() mutable {
    guarded("page", [&] {
      auto fetched = std::make_shared<FetchedPage>(fetch(address, proxy, limits, cancelled.get()));
      if (cancelled->load()) return;
      run_on_main_thread(context, [context, fetched, done = std::move(done), cancelled] {
        if (!cancelled->load()) done(answer_of(context, std::move(*fetched)));
      });
    });
    context.clear();
    done = nullptr;
    RunningRequests::instance().remove(cancelled);
  }).detach();
}

PageRequest::~PageRequest() {
  cancel();
}

void PageRequest::cancel() {
  cancelled_->store(true);
}

}  // namespace soat::writer
