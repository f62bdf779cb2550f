#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "reference/legal_reference.h"

namespace soat::citation {

// What a server answered to a request for a page.
struct WebPage {
  std::string url;           // where it was in the end, after redirects
  std::string content_type;  // as the server said, "text/html; charset=utf-8"; may be empty
  std::string bytes;
};

// The address that a user's text stands for, fit to be asked for: white space around it is dropped, "www.…" gets https,
// letters outside ASCII are escaped. Nothing when it is no address of the web (http, https) or holds a user name.
std::optional<std::string> web_address(std::string_view text);

// The name of the server without "www."; empty when there is none.
std::string host_of(std::string_view address);

// Whether an answer of this type can be a web page. An empty type can.
bool can_be_web_page(std::string_view content_type);

// One CSL-JSON item: what the page tells of itself (see read_html), and always type, URL, accessed and, unless it is a
// work of another kind (a law, a thesis, an article of a journal), container-title (at least the server's name). Only a
// page with metadata has a title. Throws soat::Error when the answer is no web page.
nlohmann::json read_web_page(const WebPage& page, const reference::PartialDate& accessed);

}  // namespace soat::citation
