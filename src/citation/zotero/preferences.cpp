#include <libxml/parser.h>
#include <libxml/tree.h>

#include <algorithm>
#include <memory>

#include "citation/zotero/codec.h"
#include "text/error.h"
#include "texts/texts.h"

namespace soat::citation::zotero {
namespace {

struct FreeDocument {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};

std::string attribute(const xmlNode* node, const char* name) {
  xmlChar* value = xmlGetProp(node, reinterpret_cast<const xmlChar*>(name));
  std::string result = value ? reinterpret_cast<const char*>(value) : "";
  xmlFree(value);
  return result;
}

bool is(const xmlNode* node, const char* name) {
  return node->type == XML_ELEMENT_NODE && std::string_view(reinterpret_cast<const char*>(node->name)) == name;
}

bool truth(const std::string& value) {
  return value == "1" || value == "true";
}

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      case '\n':
        result += "&#10;";
        break;
      case '\t':
        result += "&#9;";
        break;
      default:
        result += c;
    }
  }
  return result;
}

int version_of(const std::string& text) {
  if (text.empty() || text.size() > 4 || text.find_first_not_of("0123456789") != std::string::npos) return 0;
  return std::stoi(text);
}

void refuse_newer(int version) {
  if (version > 4) throw Error(texts::error_preferences_newer);
}

Preferences read_xml(std::string_view text) {
  const std::unique_ptr<xmlDoc, FreeDocument> document(
      xmlReadMemory(text.data(), static_cast<int>(text.size()), nullptr, "UTF-8",
                    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING));
  const xmlNode* root = document ? xmlDocGetRootElement(document.get()) : nullptr;
  if (!root || document->intSubset || !is(root, "data")) throw Error(texts::error_preferences_damaged);
  Preferences result;
  result.data_version = version_of(attribute(root, "data-version"));
  refuse_newer(result.data_version);
  if (result.data_version == 4) result.data_version = 3;
  result.zotero_version = attribute(root, "zotero-version");
  for (const xmlNode* node = root->children; node; node = node->next) {
    if (is(node, "session")) result.session = attribute(node, "id");
    if (is(node, "style")) {
      result.style = attribute(node, "id");
      result.locale = attribute(node, "locale");
      result.has_bibliography = truth(attribute(node, "hasBibliography"));
      result.bibliography_style_set = truth(attribute(node, "bibliographyStyleHasBeenSet"));
    }
    if (!is(node, "prefs")) continue;
    for (const xmlNode* pref = node->children; pref; pref = pref->next) {
      if (is(pref, "pref")) result.prefs.emplace_back(attribute(pref, "name"), attribute(pref, "value"));
    }
  }
  return result;
}

Preferences read_json(std::string_view text) {
  if (std::count(text.begin(), text.end(), '{') + std::count(text.begin(), text.end(), '[') > 256) {
    throw Error(texts::error_preferences_damaged);
  }
  const Json data = Json::parse(text, nullptr, false);
  if (data.is_discarded() || !data.is_object()) throw Error(texts::error_preferences_damaged);
  const auto string = [](const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
  };
  const auto flag = [](const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && (*found == true || *found == 1 || *found == "1");
  };
  Preferences result;
  result.data_version =
      data.contains("dataVersion") && data["dataVersion"].is_number_integer() ? data["dataVersion"].get<int>() : 4;
  refuse_newer(result.data_version);
  result.data_version = 4;
  result.zotero_version = string(data, "zoteroVersion");
  result.session = string(data, "sessionID");
  if (data.contains("style") && data["style"].is_object()) {
    const Json& style = data["style"];
    result.style = string(style, "styleID");
    result.locale = string(style, "locale");
    result.has_bibliography = flag(style, "hasBibliography");
    result.bibliography_style_set = flag(style, "bibliographyStyleHasBeenSet");
  }
  if (data.contains("prefs") && data["prefs"].is_object()) {
    for (const auto& [name, value] : data["prefs"].items()) {
      result.prefs.emplace_back(name, value.is_string() ? value.get<std::string>() : value.dump());
    }
  }
  return result;
}

// Version 1: values separated by ':', a colon in a value doubled: session, style, hasBibliography,
// bibliographyStyleHasBeenSet, and for note styles the field type's place.
Preferences read_colons(std::string_view text) {
  std::vector<std::string> parts(1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != ':') {
      parts.back() += text[i];
    } else if (i + 1 < text.size() && text[i + 1] == ':') {
      parts.back() += ':';
      ++i;
    } else {
      parts.emplace_back();
    }
  }
  if (parts.size() < 2) throw Error(texts::error_preferences_damaged);
  Preferences result;
  result.data_version = 1;
  result.session = parts[0];
  result.style = parts[1];
  result.has_bibliography = parts.size() > 2 && truth(parts[2]);
  result.bibliography_style_set = parts.size() > 3 && truth(parts[3]);
  // Documents of that age kept fields as reference marks in Writer.
  result.prefs.emplace_back("fieldType", parts.size() > 4 && !parts[4].empty() ? parts[4] : "ReferenceMark");
  if (parts.size() > 5 && !parts[5].empty()) result.prefs.emplace_back("noteType", parts[5]);
  return result;
}

}  // namespace

std::string Preferences::pref(std::string_view name) const {
  for (const auto& [known, value] : prefs) {
    if (known == name) return value;
  }
  return {};
}

void Preferences::set_pref(std::string_view name, std::string value) {
  const auto found = std::find_if(prefs.begin(), prefs.end(), [&](const auto& one) { return one.first == name; });
  if (value.empty() || value == "false") {
    if (found != prefs.end()) prefs.erase(found);
  } else if (found != prefs.end()) {
    found->second = std::move(value);
  } else {
    prefs.emplace_back(std::string(name), std::move(value));
  }
}

Preferences read_preferences(std::string_view text) {
  const auto start = text.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos || text.size() > (std::size_t{1} << 20))
    throw Error(texts::error_preferences_damaged);
  text.remove_prefix(start);
  if (text.starts_with("{")) return read_json(text);
  if (text.starts_with("<")) return read_xml(text);
  return read_colons(text);
}

std::string write_preferences(const Preferences& preferences) {
  if (preferences.data_version == 4) {
    Json style = Json::object();
    style["styleID"] = preferences.style;
    if (!preferences.locale.empty()) style["locale"] = preferences.locale;
    style["hasBibliography"] = preferences.has_bibliography;
    style["bibliographyStyleHasBeenSet"] = preferences.bibliography_style_set;
    Json prefs = Json::object();
    for (const auto& [name, value] : preferences.prefs) {
      if (value == "true" || value == "false") {
        prefs[name] = value == "true";
      } else {
        prefs[name] = value;
      }
    }
    Json data = Json::object();
    data["style"] = std::move(style);
    data["prefs"] = std::move(prefs);
    data["sessionID"] = preferences.session;
    data["zoteroVersion"] = preferences.zotero_version;
    data["dataVersion"] = 4;
    return data.dump(-1, ' ', false, Json::error_handler_t::replace);
  }
  std::string out = "<data data-version=\"3\" zotero-version=\"" + escaped(preferences.zotero_version) +
                    "\"><session id=\"" + escaped(preferences.session) + "\"/><style id=\"" +
                    escaped(preferences.style) + "\"";
  if (!preferences.locale.empty()) out += " locale=\"" + escaped(preferences.locale) + "\"";
  out += std::string(" hasBibliography=\"") + (preferences.has_bibliography ? "1" : "0") +
         "\" bibliographyStyleHasBeenSet=\"" + (preferences.bibliography_style_set ? "1" : "0") + "\"/>";
  if (preferences.prefs.empty()) return out + "<prefs/></data>";
  out += "<prefs>";
  for (const auto& [name, value] : preferences.prefs) {
    out += "<pref name=\"" + escaped(name) + "\" value=\"" + escaped(value) + "\"/>";
  }
  return out + "</prefs></data>";
}

}  // namespace soat::citation::zotero
