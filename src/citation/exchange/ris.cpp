#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "citation/exchange/dates.h"
#include "citation/exchange/exchange.h"
#include "citation/exchange/identifiers.h"
#include "citation/exchange/names.h"
#include "citation/exchange/remark_list.h"
#include "text/error.h"
#include "texts/texts.h"

// RIS (Research Information Systems, 2011 specification): lines "TAG  - value", entries from TY to ER; with what
// EndNote, Zotero, Mendeley, publishers and library catalogues make of it.

namespace soat::citation {

using nlohmann::json;

namespace {

// The first line with a CSL type is the one that is written for it.
constexpr std::pair<std::string_view, std::string_view> types[] = {
    {"JOUR", "article-journal"},
    {"EJOUR", "article-journal"},
    {"JFULL", "article-journal"},
    {"ABST", "article-journal"},
    {"INPR", "article-journal"},
    {"MGZN", "article-magazine"},
    {"NEWS", "article-newspaper"},
    {"BOOK", "book"},
    {"EBOOK", "book"},
    {"EDBOOK", "book"},
    {"CLSWK", "book"},
    {"SER", "book"},
    {"ANCIENT", "book"},
    {"CHAP", "chapter"},
    {"ECHAP", "chapter"},
    {"CPAPER", "paper-conference"},
    {"CONF", "paper-conference"},
    {"THES", "thesis"},
    {"RPRT", "report"},
    {"GOVDOC", "report"},
    {"GRANT", "report"},
    {"ELEC", "webpage"},
    {"ICOMM", "webpage"},
    {"WEB", "webpage"},
    {"BLOG", "post-weblog"},
    {"STAT", "legislation"},
    {"LAW", "legislation"},
    {"LEGAL", "legislation"},
    {"BILL", "bill"},
    {"UNBILL", "bill"},
    {"CASE", "legal_case"},
    {"HEAR", "hearing"},
    {"UNPB", "manuscript"},
    {"MANSCPT", "manuscript"},
    {"MAP", "map"},
    {"PAT", "patent"},
    {"VIDEO", "motion_picture"},
    {"MPCT", "motion_picture"},
    {"SOUND", "song"},
    {"MUSIC", "musical_score"},
    {"DATA", "dataset"},
    {"AGGR", "dataset"},
    {"DBASE", "dataset"},
    {"COMP", "software"},
    {"ENCYC", "entry-encyclopedia"},
    {"DICT", "entry-dictionary"},
    {"STAND", "standard"},
    {"ART", "graphic"},
    {"CHART", "figure"},
    {"EQUA", "figure"},
    {"FIGURE", "figure"},
    {"SLIDE", "speech"},
    {"ADVS", "broadcast"},
    {"MULTI", "webpage"},
    {"PCOMM", "personal_communication"},
    {"PAMP", "pamphlet"},
    {"INTV", "interview"},
    {"CTLG", "book"},
    {"GEN", "document"},
};

std::string csl_type(std::string_view ris) {
  for (const auto& [known, csl] : types) {
    if (known == ris) return std::string(csl);
  }
  return "document";
}

struct Entry {
  std::vector<std::pair<std::string, std::string>> lines;
  std::size_t line = 0;

  std::string first(std::initializer_list<const char*> tags) const {
    for (const char* tag : tags) {
      for (const auto& [known, value] : lines) {
        if (known == tag && !value.empty()) return value;
      }
    }
    return {};
  }
};

bool is_doi(std::string_view text) {
  return bare_doi(text).starts_with("10.");
}

// "DA  - Jan 1" with "PY  - 2002" is the first of January 2002.
json issued_of(const Entry& entry) {
  const std::string day = entry.first({"DA"});
  const std::string year = entry.first({"PY", "Y1"});
  json issued = read_date(day);
  if (issued.is_null() && !day.empty() && !year.empty()) issued = read_date(year.substr(0, 4) + " " + day);
  if (issued.is_null()) issued = read_date(year);
  if (issued.is_null() && !(day + year).empty()) issued = {{"literal", year.empty() ? day : year}};
  return issued;
}

const char* role_of(std::string_view tag, std::string_view type) {
  if (tag == "AU" || tag == "A1") return "author";
  if (tag == "ED" || tag == "A2") return type == "EDBOOK" ? "author" : "editor";
  if (tag == "A3") return "collection-editor";
  if (tag == "A4" || tag == "TA") return "translator";
  return nullptr;
}

json to_item(const Entry& entry, std::size_t number) {
  json item;
  const std::string id = entry.first({"ID"});
  item["id"] = id.empty() ? "item-" + std::to_string(number) : id;
  const std::string ris_type = entry.first({"TY"});
  const std::string type = csl_type(ris_type);
  item["type"] = type;
  const auto put = [&](const char* key, const std::string& value) {
    if (!value.empty()) item[key] = value;
  };
  const bool whole = type == "book" || type == "report" || type == "manuscript" || type == "thesis" ||
                     type == "standard" || type == "pamphlet";
  const bool law = type == "legislation" || type == "bill" || type == "legal_case" || type == "hearing" ||
                   type == "patent" || type == "standard" || type == "report";
  put("title", entry.first({"TI", "T1", "CT"}));
  if (!item.contains("title")) put("title", entry.first({"BT", "T2"}));
  put("title-short", entry.first({"ST"}));
  // A whole book's second title is its series.
  const std::string full = entry.first({"JF", "JO"});
  const std::string brief = entry.first({"JA", "J2", "J1"});
  const std::string second = entry.first({"T2"});
  if (whole) {
    put("collection-title", entry.first({"T3", "T2", "JF", "JO"}));
    if (item.value("collection-title", "") == item.value("title", "")) item.erase("collection-title");
  } else {
    std::string container = !second.empty() ? second : full;
    if (type == "paper-conference" && !entry.first({"C3"}).empty()) {
      container = entry.first({"C3"});
      put("event-title", second);
    }
    if (container.empty()) container = entry.first({"BT"});
    if (container.empty()) container = brief;
    if (container != item.value("title", "")) put("container-title", container);
    put("collection-title", entry.first({"T3"}));
  }
  // JO and JF differ where one is the abbreviation.
  const std::string known = item.value("container-title", "");
  const std::string other = entry.first({"JO"});
  if (!whole)
    put("container-title-short", !brief.empty() && brief != known ? brief
                                 : other.size() < known.size()    ? other
                                                                  : std::string());
  put("volume", entry.first({"VL"}));
  const std::string issue = entry.first({"IS", "CP"});
  if (law) {
    put("number", entry.first({"IS", "M1", "CP", "SE", "RN"}));
  } else if (type == "book" || type == "chapter") {
    put("collection-number", issue);
  } else {
    put("issue", issue.empty() ? entry.first({"M1"}) : issue);
  }
  if (!law) put("section", entry.first({"SE"}));
  put("number-of-volumes", entry.first({"NV"}));
  put("publisher", entry.first({"PB"}));
  put("publisher-place", entry.first({"CY", "PP"}));
  put("edition", entry.first({"ET"}));
  const std::string kind = entry.first({"M3"});
  std::string doi = entry.first({"DO", "DI"});
  for (const std::string& said : {kind, entry.first({"L3"}), entry.first({"UR"})}) {
    if (doi.empty() && is_doi(said)) doi = said;
  }
  put("DOI", bare_doi(doi));
  put("URL", entry.first({"UR", "L2", "LK"}));
  put("abstract", entry.first({"AB", "N2"}));
  put("language", entry.first({"LA"}));
  if (!is_doi(kind)) put("genre", kind);
  put("note", entry.first({"N1"}));
  put("call-number", entry.first({"CN"}));
  put("archive", entry.first({"DB", "DP"}));
  put("PMCID", entry.first({"C2"}).starts_with("PMC") ? entry.first({"C2"}) : std::string());
  const std::string numbers = entry.first({"SN"});
  switch (book_number(numbers)) {
    case BookNumber::isbn:
      put("ISBN", numbers);
      break;
    case BookNumber::issn:
      put("ISSN", numbers);
      break;
    case BookNumber::none:
      if (law) {
        if (!item.contains("number")) put("number", numbers);
      } else {
        put(whole || type == "chapter" ? "ISBN" : "ISSN", numbers);
      }
  }
  const std::string start = entry.first({"SP"});
  const std::string end = entry.first({"EP"});
  if (whole && end.empty()) {
    put("number-of-pages", start);
  } else if (!start.empty()) {
    item["page"] = end.empty() || end == start ? start : start + "-" + end;
  }
  std::string keywords;
  for (const auto& [tag, value] : entry.lines) {
    if (value.empty()) continue;
    if (const char* role = role_of(tag, ris_type)) {
      if (!item.contains(role)) item[role] = json::array();
      item[role].push_back(read_name(value));
    }
    if (tag == "KW") keywords += (keywords.empty() ? "" : ", ") + value;
  }
  put("keyword", keywords);
  if (json issued = issued_of(entry); !issued.is_null()) item["issued"] = std::move(issued);
  if (json accessed = read_date(entry.first({"Y2"})); !accessed.is_null()) item["accessed"] = std::move(accessed);
  return item;
}

bool capital_or_digit(char c, bool first) {
  return (c >= 'A' && c <= 'Z') || (!first && c >= '0' && c <= '9');
}

// Where the value of a line with a tag begins: behind "TY  -", of which there may be one blank or none; npos for
// others.
std::size_t value_start(std::string_view line) {
  if (line.size() < 3 || !capital_or_digit(line[0], true) || !capital_or_digit(line[1], false))
    return std::string_view::npos;
  std::size_t at = 2;
  while (at < line.size() && at < 5 && line[at] == ' ') ++at;
  if (at >= line.size() || line[at] != '-' || (at == 2 && line.substr(0, 2) != "TY" && line.substr(0, 2) != "ER"))
    return std::string_view::npos;
  return at + 1 < line.size() && line[at + 1] != ' ' && at < 4 ? std::string_view::npos : at + 1;
}

std::string part_of(const json& name, const char* key) {
  const auto found = name.find(key);
  return found != name.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string one_line(const std::string& text) {
  return squeezed(text);
}

}  // namespace

json read_ris(std::string_view bytes, const std::string& name, Remarks* remarks) {
  const std::string text = checked_utf8(bytes, name, remarks);
  RemarkList list(name, remarks);
  json items = json::array();
  Entry entry;
  bool open = false;
  bool stray = false;  // fields that belong to no entry; told once for a run of them
  const auto end_entry = [&](bool forgotten) {
    if (!open) return;
    if (entry.lines.size() > 1) {
      items.push_back(to_item(entry, items.size() + 1));
    } else if (!forgotten || entry.lines.size() == 1) {
      list.add(entry.line, texts::remark_no_fields, true);
    }
    entry = {};
    open = false;
  };
  std::size_t number = 0;
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t end = rest.find_first_of("\r\n");
    std::string_view line = rest.substr(0, end);
    const bool both = end != std::string_view::npos && rest.substr(end).starts_with("\r\n");
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + (both ? 2 : 1));
    ++number;
    const std::size_t start = value_start(line);
    if (start == std::string_view::npos) {  // goes on with the line before
      const std::string more = squeezed(line);
      if (open && !entry.lines.empty() && !more.empty()) entry.lines.back().second += " " + more;
      continue;
    }
    const std::string tag(line.substr(0, 2));
    std::string value = squeezed(line.substr(start));
    if (tag == "TY") {
      end_entry(true);  // the end was forgotten
      open = true;
      stray = false;
      entry.line = number;
    }
    if (tag == "ER") {
      end_entry(false);
      stray = false;
    } else if (open) {
      entry.lines.emplace_back(tag, std::move(value));
    } else if (!stray && !value.empty()) {
      stray = true;
      list.add(number, texts::remark_no_type, true);
    }
  }
  end_entry(true);
  list.finish();
  const bool remarked = remarks && std::ranges::any_of(*remarks, [](const Remark& one) { return one.lost; });
  if (items.empty() && !remarked && !squeezed(text).empty()) throw Error(texts::error_sources_no_ris, name);
  return items;
}

std::string write_ris(const json& items) {
  std::string out;
  for (const json& item : items) {
    const std::string type = item.value("type", "document");
    std::string kind = "GEN";
    for (const auto& [ris, csl] : types) {
      if (csl == type && kind == "GEN") kind = ris;
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
    for (const auto& [role, tag] : {std::pair{"author", "AU"}, std::pair{"editor", "ED"},
                                    std::pair{"collection-editor", "A3"}, std::pair{"translator", "A4"}}) {
      if (!item.contains(role) || !item[role].is_array()) continue;
      for (const json& one : item[role]) {
        if (!one.is_object()) continue;
        const std::string literal = part_of(one, "literal");
        const std::string given = part_of(one, "given");
        put(tag, !literal.empty() ? literal + "," : part_of(one, "family") + "," + (given.empty() ? "" : " " + given));
      }
    }
    put("TI", text("title"));
    put("ST", text("title-short"));
    const std::string container = text("container-title");
    put("T2", container.empty() ? text("collection-title") : container);
    if (!container.empty()) put("T3", text("collection-title"));
    put("J2", text("container-title-short"));
    put("VL", text("volume"));
    put("IS", text(!text("issue").empty() ? "issue" : !text("number").empty() ? "number" : "collection-number"));
    const std::string page = text(text("page").empty() ? "number-of-pages" : "page");
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
