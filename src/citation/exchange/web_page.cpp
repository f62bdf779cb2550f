#include "citation/exchange/web_page.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "citation/exchange/exchange.h"
#include "citation/exchange/page_metadata.h"
#include "text/error.h"
#include "texts/texts.h"

namespace soat::citation {

using nlohmann::json;

namespace {

constexpr std::size_t longest_address = 4096;

// "text/html; charset=\"utf-8\"" is utf-8.
std::string charset_of(const std::string& content_type) {
  const std::string type = lower_ascii(content_type);
  auto at = type.find("charset=");
  if (at == std::string::npos) return {};
  at += 8;
  if (at < type.size() && (type[at] == '"' || type[at] == '\'')) ++at;
  return type.substr(at, type.find_first_of("\"'; \t", at) - at);
}

// Whether bytes of unknown type begin as web pages do.
bool begins_as_page(std::string_view bytes) {
  const std::string head = lower_ascii(bytes.substr(0, 1024));
  return std::ranges::any_of(std::to_array<std::string_view>({"<!doctype html", "<html", "<head", "<title", "<meta"}),
                             [&](std::string_view mark) { return head.find(mark) != std::string::npos; });
}

// The path of an address is "/" or there is none.
bool is_front_page(std::string_view address) {
  const auto host = address.find("://");
  const auto path = address.find('/', host == std::string_view::npos ? 0 : host + 3);
  return path == std::string_view::npos || path + 1 == address.size();
}

}  // namespace

std::optional<std::string> web_address(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n<");
  if (first == std::string_view::npos) return std::nullopt;
  text.remove_prefix(first);
  text = text.substr(0, text.find_last_not_of(" \t\r\n>") + 1);
  std::string address(text);
  if (lower_ascii(text.substr(0, 4)) == "www.") address.insert(0, "https://");
  const auto scheme_end = address.find("://");
  const std::string scheme = lower_ascii(address.substr(0, std::min(scheme_end, address.size())));
  if (address.size() > longest_address || scheme_end == std::string::npos || (scheme != "http" && scheme != "https"))
    return std::nullopt;
  const std::size_t host_start = scheme_end + 3;
  const std::size_t host_end = std::min(address.find_first_of("/?#", host_start), address.size());
  const std::string_view host = std::string_view(address).substr(host_start, host_end - host_start);
  if (host.empty() || host.front() == ':' || host.find('@') != std::string_view::npos) return std::nullopt;
  std::string escaped = scheme + "://";
  for (std::size_t i = host_start; i < address.size(); ++i) {
    const auto byte = static_cast<unsigned char>(address[i]);
    if (byte < 0x20 || byte == 0x7F || (i < host_end && byte == ' ')) return std::nullopt;
    if (byte == '#') break;  // for the browser, not for the server
    if (i >= host_end && (byte >= 0x80 || byte == ' ' || byte == '"' || byte == '<' || byte == '>')) {
      std::array<char, 4> code{};
      std::snprintf(code.data(), code.size(), "%%%02X", byte);
      escaped += code.data();
    } else {
      escaped += static_cast<char>(byte);
    }
  }
  return escaped;
}

std::string host_of(std::string_view address) {
  const auto scheme = address.find("://");
  if (scheme == std::string_view::npos) return {};
  address.remove_prefix(scheme + 3);
  std::string host = lower_ascii(address.substr(0, address.find_first_of("/?#:")));
  if (host.starts_with("www.")) host.erase(0, 4);
  return host;
}

bool can_be_web_page(std::string_view content_type) {
  const std::string type = lower_ascii(content_type.substr(0, content_type.find_first_of("; \t")));
  return type.empty() || type == "text/html" || type == "application/xhtml+xml" || type == "text/plain" ||
         type == "application/xml" || type == "text/xml" || type == "application/octet-stream";
}

json read_web_page(const WebPage& page, const reference::PartialDate& accessed) {
  const std::string type = lower_ascii(page.content_type.substr(0, page.content_type.find_first_of("; \t")));
  const bool said = type == "text/html" || type == "application/xhtml+xml";
  if (!can_be_web_page(type) || (!said && !begins_as_page(page.bytes)))
    throw type.empty() ? Error(texts::error_page_no_page, page.url)
                       : Error(texts::error_page_no_page_but, page.url, type);
  json item = read_page_metadata(page.bytes, page.url, charset_of(page.content_type));
  // Some sites call their front page the true address of every page.
  if (!item.contains("URL") || (is_front_page(item["URL"].get<std::string>()) && !is_front_page(page.url)))
    item["URL"] = checked_utf8(page.url, page.url);
  if (!item.contains("container-title") && is_of_a_site(item.value("type", "")))
    item["container-title"] = checked_utf8(host_of(page.url), page.url);
  item["accessed"] = {{"date-parts", json::array({json::array({accessed.year, accessed.month, accessed.day})})}};
  return item;
}

}  // namespace soat::citation
