#include "citation/lookup/fetch.h"

#include "citation/exchange/web_page.h"
#include "text/error.h"
#include "texts/texts.h"

namespace soat::citation {

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

LookedUp look_up(const Identifier& identifier, const Services& services, const Proxy& proxy, const PageLimits& limits,
                 const std::atomic<bool>* cancel) {
  const Question question = question_for(identifier, services);
  const auto url = web_address(question.address);
  if (!url) return {nullptr, text::Message(texts::page_address, question.address)};
  const std::string host = host_of(*url);
  const HttpAnswer answer =
      http_get({*url, proxy, limits.time, limits.bytes, limits.redirects, cancel, false, question.accept});
  PageFault fault = fault_of(answer.fault);
  if (fault == PageFault::none && answer.status >= 400) fault = PageFault::status;
  if (auto message = message_of(fault, host, answer.status, answer.page.content_type)) return {nullptr, message};
  try {
    nlohmann::json item = read_answer(identifier, answer.page.bytes);
    if (item.is_object()) return {std::move(item), std::nullopt};
  } catch (const Error&) {  // told below: what comes is no answer to the question
  }
  return {nullptr, message_of(PageFault::no_connection, host, answer.status, answer.page.content_type)};
}

}  // namespace soat::citation
