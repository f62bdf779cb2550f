#include "citation/lookup/zotero_local.h"

#include <functional>
#include <map>
#include <utility>
#include <vector>

#include "citation/exchange/custom_lists.h"
#include "citation/exchange/exchange.h"
#include "citation/exchange/json_depth.h"
#include "citation/exchange/web_page.h"
#include "citation/exchange/zotero_items.h"
#include "texts/texts.h"

namespace soat::citation {

using nlohmann::json;

namespace {

constexpr std::size_t most_items = 1'000'000;  // more than any library: a server that never says "no more"

// What is at an address, as JSON; else why it is not there.
std::pair<json, std::optional<text::Message>> get(const std::string& url, const PageLimits& limits,
                                                  const std::atomic<bool>* cancel) {
  Proxy none;
  none.from_environment = false;  // it is on this machine
  const HttpAnswer answer =
      http_get({url, none, limits.time, limits.bytes, limits.redirects, cancel, false, "application/json"});
  const std::string host = host_of(url);
  if (answer.fault == HttpFault::no_connection) return {nullptr, text::Message(texts::zotero_not_running)};
  if (answer.fault == HttpFault::none && answer.status == 403) return {nullptr, text::Message(texts::zotero_forbidden)};
  PageFault fault = fault_of(answer.fault);
  if (fault == PageFault::none && answer.status >= 400) fault = PageFault::status;
  if (auto message = message_of(fault, host, answer.status, answer.page.content_type)) return {nullptr, message};
  json list = too_deep(answer.page.bytes) ? json() : json::parse(answer.page.bytes, nullptr, false);
  if (!list.is_array()) return {nullptr, message_of(PageFault::no_connection, host, answer.status, {})};
  return {std::move(list), std::nullopt};
}

std::string string_in(const json& object, const char* key) {
  const auto found = object.is_object() ? object.find(key) : object.end();
  return object.is_object() && found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

const json& data_of(const json& object) {
  static const json none;
  return object.is_object() && object.contains("data") ? object["data"] : none;
}

// Names of collections by their keys, each with those that it is in: "Luận án / Chương 1".
std::map<std::string, std::string> names_of(const json& collections) {
  std::map<std::string, std::pair<std::string, std::string>> known;  // name, parent
  for (const json& one : collections) {
    const json& data = data_of(one);
    known[string_in(data, "key")] = {string_in(data, "name"), string_in(data, "parentCollection")};
  }
  std::map<std::string, std::string> names;
  for (const auto& [key, one] : known) {
    std::string name = one.first;
    std::string parent = one.second;
    for (int depth = 0; depth < 32; ++depth) {  // damaged ones may be in each other
      const auto outer = known.find(parent);
      if (outer == known.end()) break;
      name = outer->second.first + " / " + name;
      parent = outer->second.second;
    }
    names[key] = name;
  }
  return names;
}

// All that there is at an address, one after the other, whether or not the server limits what comes at once; else why
// it is not there.
std::optional<text::Message> each(const std::string& url, const PageLimits& limits, const std::atomic<bool>* cancel,
                                  const std::function<void(const json&)>& take) {
  for (std::size_t start = 0; start < most_items;) {
    auto [page, fault] = get(url + "&start=" + std::to_string(start), limits, cancel);
    if (fault) return std::move(fault);
    if (page.empty()) break;
    start += page.size();
    for (const json& one : page) take(one);
  }
  return std::nullopt;
}

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

// The path that an address "file:///…" names; empty where it names none on this machine.
std::string path_of(std::string_view address) {
  constexpr std::string_view scheme = "file://";
  if (!address.starts_with(scheme)) return {};
  address.remove_prefix(scheme.size());
  constexpr std::string_view host = "localhost";
  if (address.starts_with(host)) address.remove_prefix(host.size());
  if (!address.starts_with('/')) return {};
  // "/C:/…": a drive of Windows.
  if (address.size() > 2 && address[2] == ':') address.remove_prefix(1);
  std::string path;
  for (std::size_t i = 0; i < address.size(); ++i) {
    const bool encoded =
        address[i] == '%' && i + 2 < address.size() && digit_of(address[i + 1]) >= 0 && digit_of(address[i + 2]) >= 0;
    path += encoded ? static_cast<char>(digit_of(address[i + 1]) * 16 + digit_of(address[i + 2])) : address[i];
    if (encoded) i += 2;
  }
  return path;
}

// Where an attachment lies on the disk; empty where it is no file. One in Zotero's storage is told by its address, one
// that is only linked by its path, as in zotero.sqlite.
std::string file_of(const json& attachment) {
  const auto links = attachment.find("links");
  if (links != attachment.end() && links->is_object()) {
    const auto enclosure = links->find("enclosure");
    if (enclosure != links->end()) {
      if (std::string path = path_of(string_in(*enclosure, "href")); !path.empty()) return path;
    }
  }
  const json& data = data_of(attachment);
  if (string_in(data, "linkMode") != "linked_file") return {};
  return linked_file(string_in(data, "path"));
}

}  // namespace

ZoteroLibrary fetch_zotero(const std::string& address, const PageLimits& limits, const std::atomic<bool>* cancel) {
  const std::string library = address + "/api/users/0";
  auto [collections, fault] = get(library + "/collections?format=json", limits, cancel);
  if (fault) return {json::array(), std::move(fault)};
  const std::map<std::string, std::string> names = names_of(collections);
  std::map<std::string, std::vector<std::string>> files;  // of an item, by its key
  fault = each(library + "/items?itemType=attachment&format=json&include=data", limits, cancel, [&](const json& one) {
    if (one.is_object()) add_once(files[string_in(data_of(one), "parentItem")], file_of(one));
  });
  if (fault) return {json::array(), std::move(fault)};
  ZoteroLibrary found{json::array(), std::nullopt};
  fault = each(library + "/items/top?format=json&include=data", limits, cancel, [&](const json& one) {
    const json& data = data_of(one);
    if (!data.is_object() || !is_zotero_item(data)) return;
    json item = from_zotero_item(data);
    if (item.is_null()) return;
    std::vector<std::string> into;
    if (const auto in = data.find("collections"); in != data.end() && in->is_array()) {
      for (const json& key : *in) {
        const auto name = key.is_string() ? names.find(key.get<std::string>()) : names.end();
        if (name != names.end()) add_once(into, name->second);
      }
    }
    set_custom_list(item, custom_collections, into);
    const std::string key = string_in(data, "key");
    if (const auto own = files.find(key); own != files.end() && !key.empty())
      set_custom_list(item, custom_files, own->second);
    found.items.push_back(std::move(item));
  });
  if (fault) return {json::array(), std::move(fault)};
  return found;
}

}  // namespace soat::citation
