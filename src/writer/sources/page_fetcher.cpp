#include "writer/sources/page_fetcher.h"

#include <ctime>
#include <thread>
#include <utility>

#include "citation/exchange/web_page.h"
#include "text/error.h"
#include "text/utf.h"
#include "writer/border/border.h"
#include "writer/border/broadcaster.h"
#include "writer/border/ending.h"
#include "writer/border/main_thread.h"
#include "writer/border/strings.h"
#include "writer/border/texts.h"
#include "writer/sources/office_proxy.h"
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

FetchedPage fetch(const std::string& address, const citation::Proxy& proxy, const PageLimits& limits,
                  const std::atomic<bool>* cancel) {
  FetchedPage fetched;
  const auto url = citation::web_address(address);
  fetched.url = url.value_or(address);
  if (!url) {
    fetched.fault = PageFault::address;
    return fetched;
  }
  const citation::HttpAnswer answer =
      citation::http_get({*url, proxy, limits.time, limits.bytes, limits.redirects, cancel, true, {}});
  fetched.fault = citation::fault_of(answer.fault);
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
  if (const auto message =
          citation::message_of(fetched.fault, host.empty() ? fetched.url : host, fetched.status, fetched.type))
    answer.message = std::u16string(to_view(text(context, *message)));
  return answer;
}

}  // namespace

PageAnswer fetch_page(const Context& context, std::u16string_view address, const PageLimits& limits,
                      const std::shared_ptr<const std::atomic<bool>>& cancel) {
  return answer_of(context, fetch(text::to_utf8(address), office_proxy(context), limits, cancel.get()));
}

PageRequest::PageRequest(const Context& context, std::u16string address, const PageLimits& limits,
                         std::function<void(const PageAnswer&)> done)
    : cancelled_(std::make_shared<std::atomic<bool>>(false)) {
  Ending::instance().watch(context);
  RunningRequests::instance().add(cancelled_);
  done = let_go_on_main_thread(context, std::move(done));
  // Not joined: the main thread would wait as long as the page's server takes.
  std::thread([context = Context(context), address = text::to_utf8(address), proxy = office_proxy(context), limits,
               done = std::move(done), cancelled = cancelled_]() mutable {
    await_this_thread();
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
