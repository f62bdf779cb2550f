#include "citation/session/sound_item.h"

#include "citation/csl/item_check.h"
#include "citation/zotero/json_access.h"

namespace soat::citation::session {
namespace {

using nlohmann::json;
using zotero::Json;

json names_of(const Json& value) {
  json names = json::array();
  if (value.is_string()) names.push_back({{"literal", value.get<std::string>()}});
  if (value.is_array()) {
    for (const Json& name : value) {
      if (name.is_object()) names.push_back(json(name));
    }
  }
  return names;
}

json date_of(const Json& value) {
  if (value.is_string()) return {{"raw", value.get<std::string>()}};
  if (value.is_number_integer()) return {{"date-parts", json::array({json::array({value.get<std::int64_t>()})})}};
  if (!value.is_object()) return nullptr;
  json date = json(value);
  const Json& parts = zotero::member(value, "date-parts");
  if (!parts.is_array()) return date;
  json sound = json::array();
  for (const Json& part : parts) {
    if (!part.is_array()) continue;
    json numbers = json::array();
    for (const Json& number : part) {
      if (number.is_number() || number.is_string()) numbers.push_back(json(number));
    }
    if (!numbers.empty()) sound.push_back(std::move(numbers));
  }
  date.erase("date-parts");
  if (!sound.empty()) date["date-parts"] = std::move(sound);
  return date;
}

}  // namespace

json sound_item(const Json& data, const std::string& id) {
  json item = json::object();
  for (const auto& [key, value] : data.items()) {
    const FieldKind kind = field_kind(key);
    // A legal document's issuer is plain text, or a list of names.
    if (kind == FieldKind::names || (key == "authority" && value.is_array())) {
      if (json names = names_of(value); !names.empty()) item[key] = std::move(names);
    } else if (kind == FieldKind::date) {
      if (json date = date_of(value); date.is_object() && !date.empty()) item[key] = std::move(date);
    } else if (!value.is_structured() && !value.is_null()) {
      item[key] = json(value);
    }
  }
  item["id"] = id;
  if (!item.contains("type") || !item["type"].is_string()) item["type"] = "document";
  return item;
}

}  // namespace soat::citation::session
