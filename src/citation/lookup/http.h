#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <string>

#include "citation/exchange/web_page.h"

namespace soat::citation {

struct Proxy {
  bool from_environment = true;  // "system": the variables http_proxy, https_proxy, no_proxy
  std::string http;              // "host:port"; empty: none
  std::string https;
  std::string exceptions;  // names with commas between them
};

enum class HttpFault {
  none,
  no_library,
  unknown_host,
  no_connection,
  insecure,
  too_large,
  too_slow,
  redirects,
  wrong_type,
  cancelled
};

struct HttpRequest {
  std::string url;  // http or https
  Proxy proxy;
  std::chrono::milliseconds time{0};
  std::size_t bytes = 0;
  int redirects = 0;
  const std::atomic<bool>* cancel = nullptr;
  bool web_page = true;  // an answer of another type is broken off
  std::string accept;    // the header Accept; empty: that for web pages
};

struct HttpAnswer {
  HttpFault fault = HttpFault::none;
  long status = 0;
  WebPage page;
};

// One GET, redirects followed (to http and https only), blocking. Where a web page is wanted, an answer of another type
// is broken off with wrong_type before it comes in.
//
// Through libcurl, which the system has or LibreOffice brings along; it is looked for at the first call, so that
// neither the command nor the extension needs it to be loaded. The office's own way (its content broker) was tried
// with 7.4 and does not do: it asks four times for one page (OPTIONS, HEAD, a first byte, GET), follows no redirect,
// tells the server the office's version, and a server that keeps it waiting cannot be broken off.
HttpAnswer http_get(const HttpRequest& request);

// A folder in which libcurl is looked for where the system does not have it; to be called before the first http_get.
void look_for_curl_in(const std::string& folder);

}  // namespace soat::citation
