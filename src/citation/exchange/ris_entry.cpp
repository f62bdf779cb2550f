#include "citation/exchange/ris_entry.h"

#include <string_view>
#include <utility>

#include "citation/exchange/dates.h"
#include "citation/exchange/exchange.h"
#include "citation/exchange/extra_lines.h"
#include "citation/exchange/identifiers.h"
#include "citation/exchange/names.h"

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

bool is_doi(std::string_view text) {
  return bare_doi(text).starts_with("10.");
}

// "DA  - Jan 1" with "PY  - 2002" is the first of January 2002.
json issued_of(const RisEntry& entry) {
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
  if (tag == "ED") return "editor";
  if (tag == "A2") return type == "EDBOOK" ? "author" : "editor";
  if (tag == "A3") return "collection-editor";
  if (tag == "A4" || tag == "TA") return "translator";
  return nullptr;
}

}  // namespace

bool is_whole_work(std::string_view type) {
  return type == "book" || type == "report" || type == "manuscript" || type == "thesis" || type == "standard" ||
         type == "pamphlet";
}

std::string RisEntry::first(std::initializer_list<const char*> tags) const {
  for (const char* tag : tags) {
    for (const auto& [known, value] : lines) {
      if (known == tag && !value.empty()) return value;
    }
  }
  return {};
}

json item_of(const RisEntry& entry, std::size_t number) {
  json item;
  const std::string id = entry.first({"ID"});
  item["id"] = id.empty() ? "item-" + std::to_string(number) : id;
  const std::string ris_type = entry.first({"TY"});
  const std::string type = csl_type(ris_type);
  item["type"] = type;
  const auto put = [&](const char* key, const std::string& value) {
    if (!value.empty()) item[key] = value;
  };
  const bool whole = is_whole_work(type);
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
  std::string notes;
  std::string extra;  // what RIS has no tag for
  for (const auto& [tag, value] : entry.lines) {
    if (value.empty()) continue;
    if (const char* role = role_of(tag, ris_type)) {
      if (!item.contains(role)) item[role] = json::array();
      item[role].push_back(read_name(value));
    }
    if (tag == "N1") (is_extra_line(value) ? extra : notes) += value + "\n";
    if (tag == "KW") keywords += (keywords.empty() ? "" : ", ") + value;
  }
  put("keyword", keywords);
  if (json issued = issued_of(entry); !issued.is_null()) item["issued"] = std::move(issued);
  if (json accessed = read_date(entry.first({"Y2"})); !accessed.is_null()) item["accessed"] = std::move(accessed);
  put("note", notes.substr(0, notes.find_last_not_of('\n') + 1));
  add_extra(item, extra);
  return item;
}

std::string ris_type_of_csl(std::string_view type) {
  for (const auto& [ris, csl] : types) {
    if (csl == type) return std::string(ris);
  }
  return "GEN";
}

}  // namespace soat::citation
