#include <string>
#include <utility>

#include "citation/exchange/bib_types.h"
#include "citation/exchange/exchange.h"
#include "citation/exchange/latex.h"
#include "text/ascii.h"

namespace soat::citation {

using nlohmann::json;

namespace {

std::string part_of(const json& name, const char* key) {
  const auto found = name.find(key);
  return found != name.end() && found->is_string() ? to_latex(found->get<std::string>()) : std::string();
}

// "von Last, Jr, First".
std::string bib_name(const json& name) {
  if (name.contains("literal")) return "{" + part_of(name, "literal") + "}";
  std::string particle = part_of(name, "non-dropping-particle");
  if (particle.empty()) particle = part_of(name, "dropping-particle");
  std::string result = (particle.empty() ? "" : particle + " ") + part_of(name, "family");
  if (const std::string suffix = part_of(name, "suffix"); !suffix.empty()) result += ", " + suffix;
  if (const std::string given = part_of(name, "given"); !given.empty()) result += ", " + given;
  return result;
}

// "2020-03/2020-05"; what is said in words as it is.
std::string bib_date(const json& date) {
  if (const auto literal = date.find("literal"); literal != date.end() && literal->is_string())
    return to_latex(literal->get<std::string>());
  const auto list = date.find("date-parts");
  std::string result;
  if (list == date.end() || !list->is_array()) return result;
  for (std::size_t i = 0; i < list->size() && i < 2; ++i) {
    const json& parts = (*list)[i];
    if (!parts.is_array()) continue;
    std::string one;
    for (const json& part : parts) {
      std::string number = part.is_string() ? part.get<std::string>() : part.dump();
      if (number.size() == 1) number.insert(0, "0");
      one += (one.empty() ? "" : "-") + number;
    }
    result += (i > 0 ? "/" : "") + one;
  }
  return result;
}

}  // namespace

std::string write_bibtex(const json& items) {
  std::string out;
  for (const json& item : items) {
    const std::string type = item.value("type", "document");
    const std::string kind = bib_type_of_csl(type);
    std::string key;
    for (const char c : item.value("id", "")) {
      if (text::is_ascii_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ':' || c == '.') key += c;
    }
    out += "@" + kind + "{" + (key.empty() ? "item" : key);
    const auto put = [&](const char* field, const std::string& value) {
      if (!value.empty()) out += std::string(",\n  ") + field + " = {" + value + "}";
    };
    const auto text = [&](const char* csl) {
      const auto found = item.find(csl);
      if (found == item.end()) return std::string();
      return found->is_string() ? found->get<std::string>() : found->is_number() ? found->dump() : std::string();
    };
    for (const char* role : {"author", "editor", "translator"}) {
      std::string list;
      if (item.contains(role) && item[role].is_array()) {
        for (const json& one : item[role]) {
          if (!one.is_object()) continue;
          if (!list.empty()) list += " and ";
          list += bib_name(one);
        }
      }
      put(role, list);
    }
    put("title", to_latex(text("title")));
    put("shorttitle", to_latex(text("title-short")));
    put(kind == "article" ? "journaltitle" : "booktitle", to_latex(text("container-title")));
    put("volume", to_latex(text("volume")));
    put("number", to_latex(text(!text("issue").empty()    ? "issue"
                                : !text("number").empty() ? "number"
                                                          : "collection-number")));
    put("shortjournal", to_latex(text("container-title-short")));
    put("pagetotal", to_latex(text("number-of-pages")));
    put("pages", to_latex(text("page")));
    put(kind == "thesis" || kind == "report" ? "institution" : "publisher", to_latex(text("publisher")));
    put("location", to_latex(text("publisher-place")));
    put("edition", to_latex(text("edition")));
    put("series", to_latex(text("collection-title")));
    put("type", to_latex(text("genre")));
    put("isbn", text("ISBN"));
    put("issn", text("ISSN"));
    put("doi", address_to_latex(text("DOI")));
    put("url", address_to_latex(text("URL")));
    put("langid", to_latex(text("language")));
    put("note", to_latex(text("note")));
    put("abstract", to_latex(text("abstract")));
    put("keywords", to_latex(text("keyword")));
    put("pmid", to_latex(text("PMID")));
    put("pmcid", to_latex(text("PMCID")));
    for (const auto& [csl, field] : {std::pair{"issued", "date"}, std::pair{"accessed", "urldate"}}) {
      if (!item.contains(csl) || !item[csl].is_object()) continue;
      put(field, bib_date(item[csl]));
    }
    out += "\n}\n\n";
  }
  return out;
}

}  // namespace soat::citation
