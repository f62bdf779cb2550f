#include "citation/lookup/zotero_local.h"

#include <map>
#include <utility>

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

}  // namespace

ZoteroLibrary fetch_zotero(const std::string& address, const PageLimits& limits, const std::atomic<bool>* cancel) {
  const std::string library = address + "/api/users/0";
  auto [collections, fault] = get(library + "/collections?format=json", limits, cancel);
  if (fault) return {json::array(), std::move(fault)};
  const std::map<std::string, std::string> names = names_of(collections);
  ZoteroLibrary found{json::array(), std::nullopt};
  // Whether or not it limits what comes at once.
  for (std::size_t start = 0; start < most_items;) {
    auto [page, wrong] =
        get(library + "/items/top?format=json&include=data&start=" + std::to_string(start), limits, cancel);
    if (wrong) return {json::array(), std::move(wrong)};
    if (page.empty()) break;
    start += page.size();
    for (const json& one : page) {
      const json& data = data_of(one);
      if (!data.is_object() || !is_zotero_item(data)) continue;
      json item = from_zotero_item(data);
      if (item.is_null()) continue;
      if (const auto in = data.find("collections"); in != data.end() && in->is_array()) {
        for (const json& key : *in) {
          const auto name = key.is_string() ? names.find(key.get<std::string>()) : names.end();
          if (name != names.end()) item["custom"]["collections"].push_back(name->second);
        }
      }
      found.items.push_back(std::move(item));
    }
  }
  return found;
}

}  // namespace soat::citation
