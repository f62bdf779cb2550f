#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <string>

#include "citation/exchange/web_page.h"
#include "writer/border/configuration.h"

namespace soat::writer {

// A proxy as the office's options name it (Tools ▸ Options ▸ Internet ▸ Proxy).
struct Proxy {
  bool from_environment = true;  // "system": the variables http_proxy, https_proxy, no_proxy
  std::string http;              // "host:port"; empty: none
  std::string https;
  std::string exceptions;  // names with commas between them
};

Proxy office_proxy(const Context& context);

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
  citation::WebPage page;
};

// One GET, redirects followed (to http and https only), blocking. Where a web page is wanted, an answer of another type
// is broken off with wrong_type before it comes in.
//
// Through libcurl, which LibreOffice brings along or has from the system; it is looked for at the first call, so that
// the extension needs no library to be loaded. The office's own way (its content broker) was tried with 7.4 and does
// not do: it asks four times for one page (OPTIONS, HEAD, a first byte, GET), follows no redirect, tells the server the
// office's version, and a server that keeps it waiting cannot be broken off.
HttpAnswer http_get(const HttpRequest& request);

}  // namespace soat::writer
