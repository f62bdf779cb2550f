#include "citation/exchange/extra_lines.h"

#include <algorithm>
#include <utility>

#include "citation/csl/item_check.h"
#include "citation/exchange/dates.h"
#include "citation/exchange/exchange.h"
#include "citation/exchange/lines.h"
#include "text/ascii.h"

namespace soat::citation {

using nlohmann::json;

namespace {

constexpr std::string_view between_names = " || ";

json name_of(std::string_view said) {
  const auto bars = said.find(between_names);
  if (bars == std::string_view::npos) return {{"literal", said}};
  return {{"family", said.substr(0, bars)}, {"given", said.substr(bars + between_names.size())}};
}

std::string text_at(const json& object, const char* key) {
  const auto found = object.is_object() ? object.find(key) : object.end();
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string name_line(const json& name) {
  if (std::string body = text_at(name, "literal"); !body.empty()) return body;
  std::string particle = text_at(name, "non-dropping-particle");
  if (particle.empty()) particle = text_at(name, "dropping-particle");
  const std::string family = (particle.empty() ? "" : particle + " ") + text_at(name, "family");
  const std::string given = text_at(name, "given");
  return family.empty() || given.empty() ? family + given : family + std::string(between_names) + given;
}

// "2001-02-03", "2001/2003"; empty for what such a line cannot say.
std::string date_line(const json& date) {
  const json parts = date.is_object() ? date.value("date-parts", json::array()) : json::array();
  std::string line;
  for (const json& one : parts.is_array() ? parts : json::array()) {
    std::string half;
    for (const json& part : one.is_array() ? one : json::array()) {
      std::string number = part.is_string() ? part.get<std::string>() : part.dump();
      if (number.size() == 1) number.insert(0, "0");
      half += (half.empty() ? "" : "-") + number;
    }
    line += (line.empty() ? "" : "/") + half;
  }
  return line;
}

}  // namespace

void add_extra(json& item, const std::string& extra) {
  std::string note;
  for (std::string_view rest = extra; !rest.empty();) {
    const std::string line = squeezed(next_line(rest));
    const auto colon = line.find(": ");
    std::string key = lower_ascii(line.substr(0, colon == std::string::npos ? 0 : colon));
    std::replace(key.begin(), key.end(), ' ', '-');
    for (const char* upper : {"DOI", "ISBN", "ISSN", "PMCID", "PMID", "URL"}) {
      if (key == lower_ascii(upper)) key = upper;
    }
    const std::string value = colon == std::string::npos ? "" : line.substr(colon + 2);
    const FieldKind kind = key.empty() ? FieldKind::none : field_kind(key);
    if (key == "citation-key") {
      item["id"] = value;  // rather than Zotero's own key
    } else if (kind == FieldKind::text && key != "note" && !item.contains(key)) {
      item[key] = value;
    } else if (kind == FieldKind::names && !value.empty()) {
      item[key].push_back(name_of(value));
    } else if (json date = kind == FieldKind::date ? read_date_or_range(value) : json(); !date.is_null()) {
      if (!item.contains(key)) item[key] = std::move(date);
    } else if (!line.empty()) {
      note += (note.empty() ? "" : "\n") + line;
    }
  }
  if (!note.empty()) item["note"] = item.contains("note") ? item.value("note", "") + "\n" + note : note;
}

bool is_extra_line(std::string_view line) {
  const auto colon = line.find(": ");
  if (colon == std::string_view::npos) return false;
  const std::string_view key = line.substr(0, colon);
  const bool lower = std::ranges::none_of(key, [](char c) { return c >= 'A' && c <= 'Z'; });
  return (lower || key == "PMID" || key == "ISSN" || key == "ISBN") && key != "note" &&
         field_kind(key) != FieldKind::none;
}

std::string extra_lines(const json& item, const json& kept) {
  std::string lines;
  const auto add = [&](const std::string& key, const std::string& value) {
    if (!value.empty()) lines += key + ": " + squeezed(value) + "\n";
  };
  for (const auto& [key, value] : item.items()) {
    if (kept.contains(key)) continue;
    switch (field_kind(key)) {
      case FieldKind::none:
        break;
      case FieldKind::names:
        for (const json& name : value.is_array() ? value : json::array()) add(key, name_line(name));
        break;
      case FieldKind::date:
        add(key, date_line(value));
        break;
      case FieldKind::text:
        add(key, value.is_string() ? value.get<std::string>() : value.is_number() ? value.dump() : std::string());
        break;
    }
  }
  return lines;
}

}  // namespace soat::citation
