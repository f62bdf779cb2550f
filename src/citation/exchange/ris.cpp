#include <algorithm>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "citation/exchange/exchange.h"
#include "text/error.h"

// RIS (Research Information Systems, 2011 specification): lines "TAG  - value", entries from TY to ER.

namespace soat::citation {

using nlohmann::json;

namespace {

const std::map<std::string, std::string>& types() {
  static const std::map<std::string, std::string> known = {{"JOUR", "article-journal"},
                                                           {"MGZN", "article-magazine"},
                                                           {"NEWS", "article-newspaper"},
                                                           {"BOOK", "book"},
                                                           {"CHAP", "chapter"},
                                                           {"CONF", "paper-conference"},
                                                           {"CPAPER", "paper-conference"},
                                                           {"THES", "thesis"},
                                                           {"RPRT", "report"},
                                                           {"ELEC", "webpage"},
                                                           {"WEB", "webpage"},
                                                           {"BLOG", "post-weblog"},
                                                           {"LAW", "legislation"},
                                                           {"STAT", "legislation"},
                                                           {"BILL", "bill"},
                                                           {"CASE", "legal_case"},
                                                           {"GOVDOC", "report"},
                                                           {"MANSCPT", "manuscript"},
                                                           {"UNPB", "manuscript"},
                                                           {"MAP", "map"},
                                                           {"PAT", "patent"},
                                                           {"VIDEO", "motion_picture"},
                                                           {"SOUND", "song"},
                                                           {"DATA", "dataset"},
                                                           {"COMP", "software"},
                                                           {"ENCYC", "entry-encyclopedia"},
                                                           {"DICT", "entry-dictionary"},
                                                           {"STAND", "standard"}};
  return known;
}

struct Entry {
  std::vector<std::pair<std::string, std::string>> lines;

  std::string first(std::initializer_list<const char*> tags) const {
    for (const char* tag : tags) {
      for (const auto& [known, value] : lines) {
        if (known == tag && !value.empty()) return value;
      }
    }
    return {};
  }
};

json to_item(const Entry& entry, std::size_t number) {
  json item;
  const std::string id = entry.first({"ID"});
  item["id"] = id.empty() ? "item-" + std::to_string(number) : id;
  const auto type = types().find(entry.first({"TY"}));
  item["type"] = type == types().end() ? "document" : type->second;
  const auto put = [&](const char* key, std::initializer_list<const char*> tags) {
    const std::string value = entry.first(tags);
    if (!value.empty()) item[key] = value;
  };
  put("title", {"TI", "T1", "CT"});
  if (!item.contains("title") && item["type"] == "book") put("title", {"BT"});
  put("container-title", {"T2", "JO", "JF", "JA", "BT"});
  put("volume", {"VL"});
  put(item["type"] == "legislation" || item["type"] == "report" ? "number" : "issue", {"IS", "CP", "M1"});
  put("publisher", {"PB"});
  put("publisher-place", {"CY", "PP"});
  put("edition", {"ET"});
  put("DOI", {"DO"});
  put("URL", {"UR", "L2", "LK"});
  put("abstract", {"AB", "N2"});
  put("language", {"LA"});
  put("genre", {"M3"});
  put("note", {"N1"});
  put("collection-title", {"T3"});
  put(item["type"] == "book" || item["type"] == "chapter" || item["type"] == "report" ? "ISBN" : "ISSN", {"SN"});
  const std::string start = entry.first({"SP"});
  const std::string end = entry.first({"EP"});
  if (!start.empty()) item["page"] = end.empty() || end == start ? start : start + "-" + end;
  std::string keywords;
  for (const auto& [tag, value] : entry.lines) {
    const char* role = tag == "AU" || tag == "A1"   ? "author"
                       : tag == "ED" || tag == "A2" ? "editor"
                       : tag == "A4"                ? "translator"
                                                    : nullptr;
    if (role && !value.empty()) {
      if (!item.contains(role)) item[role] = json::array();
      item[role].push_back(read_name(value));
    }
    if (tag == "KW" && !value.empty()) keywords += (keywords.empty() ? "" : ", ") + value;
  }
  if (!keywords.empty()) item["keyword"] = keywords;
  if (const json issued = read_date(entry.first({"DA", "PY", "Y1"})); !issued.is_null()) item["issued"] = issued;
  if (const json accessed = read_date(entry.first({"Y2"})); !accessed.is_null()) item["accessed"] = accessed;
  return item;
}

std::string one_line(const std::string& text) {
  return squeezed(text);
}

}  // namespace

json read_ris(std::string_view bytes, const std::string& name) {
  const std::string text = checked_utf8(bytes, name);
  std::istringstream in(text);
  json items = json::array();
  Entry entry;
  bool open = false;
  for (std::string line; std::getline(in, line);) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    const bool tagged = line.size() >= 5 && line.compare(2, 3, "  -") == 0;
    if (!tagged) {  // goes on with the line before
      const std::string more = squeezed(line);
      if (open && !entry.lines.empty() && !more.empty()) entry.lines.back().second += " " + more;
      continue;
    }
    const std::string tag = line.substr(0, 2);
    const std::string value = squeezed(line.substr(5));
    if (tag == "TY") {
      if (open && entry.lines.size() > 1) items.push_back(to_item(entry, items.size() + 1));  // the end was forgotten
      entry = {};
      open = true;
    }
    if (tag == "ER") {
      if (open) items.push_back(to_item(entry, items.size() + 1));
      entry = {};
      open = false;
    } else if (open) {
      entry.lines.emplace_back(tag, value);
    }
  }
  if (open && entry.lines.size() > 1) items.push_back(to_item(entry, items.size() + 1));
  if (items.empty() && !squeezed(text).empty()) throw Error(name + ": no RIS entry in it");
  return items;
}

std::string write_ris(const json& items) {
  std::string out;
  for (const json& item : items) {
    const std::string type = item.value("type", "document");
    std::string kind = "GEN";
    for (const auto& [ris, csl] : types()) {
      if (csl == type && kind == "GEN" && ris != "CPAPER" && ris != "GOVDOC") kind = ris;
    }
    const auto put = [&](const char* tag, const std::string& value) {
      if (!value.empty()) out += std::string(tag) + "  - " + one_line(value) + "\r\n";
    };
    const auto text = [&](const char* csl) {
      const auto found = item.find(csl);
      if (found == item.end()) return std::string();
      return found->is_string() ? found->get<std::string>() : found->is_number() ? found->dump() : std::string();
    };
    put("TY", kind);
    put("ID", text("id"));
    for (const auto& [role, tag] :
         {std::pair{"author", "AU"}, std::pair{"editor", "ED"}, std::pair{"translator", "A4"}}) {
      if (!item.contains(role) || !item[role].is_array()) continue;
      for (const json& one : item[role]) {
        if (!one.is_object()) continue;
        put(tag, one.contains("literal")
                     ? one.value("literal", "") + ","
                     : one.value("family", "") + (one.contains("given") ? ", " + one.value("given", "") : ","));
      }
    }
    put("TI", text("title"));
    put("T2", text("container-title"));
    put("VL", text("volume"));
    put("IS", text("issue").empty() ? text("number") : text("issue"));
    const std::string page = text("page");
    const auto dash = page.find('-');
    put("SP", page.substr(0, dash));
    if (dash != std::string::npos) put("EP", page.substr(dash + 1));
    put("PB", text("publisher"));
    put("CY", text("publisher-place"));
    put("ET", text("edition"));
    put("DO", text("DOI"));
    put("UR", text("URL"));
    put("SN", text("ISBN").empty() ? text("ISSN") : text("ISBN"));
    put("LA", text("language"));
    put("M3", text("genre"));
    put("AB", text("abstract"));
    put("N1", text("note"));
    for (const auto& [csl, tag] : {std::pair{"issued", "DA"}, std::pair{"accessed", "Y2"}}) {
      if (!item.contains(csl) || !item[csl].is_object()) continue;
      const json parts = item[csl].value("date-parts", json::array());
      if (!parts.is_array() || parts.empty() || !parts[0].is_array()) continue;
      std::string date;
      for (const json& part : parts[0]) {
        std::string number = part.is_string() ? part.get<std::string>() : part.dump();
        if (number.size() == 1) number = "0" + number;
        date += (date.empty() ? "" : "/") + number;
      }
      put(tag, date);
    }
    out += "ER  - \r\n\r\n";
  }
  return out;
}

}  // namespace soat::citation
