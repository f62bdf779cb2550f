#include "citation/exchange/custom_lists.h"

#include <algorithm>
#include <utility>

#include "citation/exchange/exchange.h"

namespace soat::citation {

using nlohmann::json;

std::vector<std::string> custom_list(const json& item, const char* key) {
  std::vector<std::string> texts;
  const auto custom = item.find("custom");
  if (custom == item.end() || !custom->is_object()) return texts;
  const auto list = custom->find(key);
  if (list == custom->end() || !list->is_array()) return texts;
  for (const json& text : *list) {
    if (text.is_string()) add_once(texts, text.get_ref<const std::string&>());
  }
  return texts;
}

void set_custom_list(json& item, const char* key, const std::vector<std::string>& texts) {
  auto custom = item.find("custom");
  if (texts.empty()) {
    if (custom == item.end() || !custom->is_object()) return;
    custom->erase(key);
    if (custom->empty()) item.erase("custom");
    return;
  }
  // What is no object is nothing that can hold more.
  if (custom == item.end() || !custom->is_object()) item["custom"] = json::object();
  item["custom"][key] = texts;
}

void add_once(std::vector<std::string>& texts, std::string_view text) {
  std::string one = squeezed(text);
  if (!one.empty() && std::find(texts.begin(), texts.end(), one) == texts.end()) texts.push_back(std::move(one));
}

}  // namespace soat::citation
