#include "citation/zotero/source_cites.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "citation/zotero/json_access.h"
#include "text/ascii.h"

namespace soat::citation::zotero {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

// The next argument of a code: a word, or what stands in quotation marks, where a backslash keeps one from ending it.
// Nothing at the end.
std::optional<std::string> take_argument(std::string_view& code) {
  code.remove_prefix(std::min(code.size(), code.find_first_not_of(kBlanks)));
  if (code.empty()) return std::nullopt;
  std::string argument;
  if (code.front() != '"') {
    const auto end = std::min(code.size(), code.find_first_of(kBlanks));
    argument = code.substr(0, end);
    code.remove_prefix(end);
    return argument;
  }
  std::size_t i = 1;
  for (; i < code.size() && code[i] != '"'; ++i) {
    if (code[i] == '\\' && i + 1 < code.size()) ++i;
    argument += code[i];
  }
  code.remove_prefix(std::min(code.size(), i + 1));
  return argument;
}

void add_switch(Json& cite, char name, const std::string& value) {
  switch (name) {
    case 'p':
      cite["locator"] = value;
      cite["label"] = "page";
      break;
    case 'v':
      if (cite.contains("locator")) {
        cite["suffix"] = string_at(cite, "suffix") + " (" + value + ")";
      } else {
        cite["locator"] = value;
        cite["label"] = "volume";
      }
      break;
    case 'f':
      cite["prefix"] = value;
      break;
    case 's':
      cite["suffix"] = value + string_at(cite, "suffix");
      break;
    default:
      break;
  }
}

ForeignField jabref(bool list) {
  ForeignField field;
  field.program = Program::jabref;
  field.list = list;
  return field;
}

void add_key(ForeignField& field, std::string_view key) {
  while (!key.empty() && key.front() == ' ') key.remove_prefix(1);
  while (!key.empty() && key.back() == ' ') key.remove_suffix(1);
  if (!key.empty()) field.cites.push_back({{"id", key}});
}

// "cite", digits, "_", 1 to 3, "_", keys: what stands behind "JR_".
std::optional<ForeignField> own_style(std::string_view name) {
  name.remove_prefix(std::string_view("cite").size());
  name.remove_prefix(std::min(name.size(), name.find_first_not_of("0123456789")));
  if (name.size() < 4 || name[0] != '_' || name[1] < '1' || name[1] > '3' || name[2] != '_') return std::nullopt;
  ForeignField field = jabref(false);
  field.author_in_text = name[1] == '2';
  field.partial = name[1] == '3';  // shows nothing: there is no citation that it could become
  field.cites = Json::array();
  for (std::string_view keys = name.substr(3); !keys.empty();) {
    const auto end = std::min(keys.size(), keys.find(','));
    add_key(field, keys.substr(0, end));
    keys.remove_prefix(std::min(keys.size(), end + 1));
  }
  return field;
}

// More than id and type: what says nothing of a work would take the place of a text that does.
bool names_a_work(const nlohmann::json& item) {
  return item.size() > 2;
}

}  // namespace

Json cites_of_word(std::string_view code) {
  Json cites = Json::array();
  while (auto argument = take_argument(code)) {
    if (argument->size() != 2 || argument->front() != '\\') {
      if (cites.empty()) cites.push_back({{"id", *argument}});
      continue;
    }
    const char name = text::ascii_lower((*argument)[1]);
    if (std::string_view("lmpvfs").find(name) == std::string_view::npos) {
      if (name == 'n' && !cites.empty()) cites.back()["suppress-author"] = true;
      continue;
    }
    const auto value = take_argument(code);
    if (!value) break;
    if (name == 'm') {
      cites.push_back({{"id", *value}});
    } else if (!cites.empty()) {
      add_switch(cites.back(), name, *value);
    }
  }
  return cites;
}

std::optional<ForeignField> read_jabref_name(std::string_view name) {
  if (name == "JR_bib" || name == "CSL_bibliography") return jabref(true);
  if (name.starts_with("JR_cite")) return own_style(name.substr(3));
  constexpr std::string_view head = "JABREF_";
  constexpr std::string_view number = " CID_";
  if (!name.starts_with(head) || name.find(number) == std::string_view::npos) return std::nullopt;
  ForeignField field = jabref(false);
  field.cites = Json::array();
  for (auto at = name.find(head); at != std::string_view::npos; at = name.find(head, at + head.size())) {
    const auto end = name.find(number, at);
    if (end != std::string_view::npos) add_key(field, name.substr(at + head.size(), end - at - head.size()));
  }
  return field;
}

void add_page_info(ForeignField& field, const std::string& text) {
  if (text.empty() || !field.cites.is_array() || field.cites.empty()) return;
  Json& cite = field.cites.back();
  if (text.find_first_not_of("0123456789-–, ") == std::string::npos) {
    cite["locator"] = text;
    cite["label"] = "page";
  } else {
    cite["suffix"] = ", " + text;
  }
}

ForeignField office_citation(const nlohmann::json& item) {
  ForeignField field;
  field.program = Program::libreoffice;
  if (names_a_work(item))
    field.citation = Json{{"citationItems", Json::array({{{"id", item.at("id")}, {"itemData", item}}})}};
  field.partial = field.citation.is_null();
  complete_items(field.citation);
  return field;
}

ForeignField office_list() {
  ForeignField field;
  field.program = Program::libreoffice;
  field.list = true;
  return field;
}

void supply(ForeignField& field, const nlohmann::json& items) {
  if (!field.cites.is_array() || field.cites.empty()) return;
  Json cites = field.cites;
  std::size_t found = 0;
  for (Json& cite : cites) {
    const std::string id = string_at(cite, "id");
    const auto item = std::ranges::find_if(items, [&](const nlohmann::json& one) {
      return one.is_object() && one.contains("id") && one["id"] == nlohmann::json(id);
    });
    if (item == items.end() || !names_a_work(*item)) continue;
    cite["itemData"] = Json(*item);
    ++found;
  }
  field.partial = field.partial || found < cites.size();
  if (found == 0) return;
  field.citation = Json{{"citationItems", std::move(cites)}};
  complete_items(field.citation);
}

}  // namespace soat::citation::zotero
