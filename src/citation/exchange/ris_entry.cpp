#include "citation/exchange/ris_entry.h"

#include <string_view>
#include <utility>

#include "citation/exchange/custom_lists.h"
#include "citation/exchange/dates.h"
#include "citation/exchange/exchange.h"
#include "citation/exchange/extra_lines.h"
#include "citation/exchange/identifiers.h"
#include "citation/exchange/names.h"
#include "citation/exchange/ris_meanings.h"

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

// Of an entry without one (EndNote's tagged format, where refer has none) what its fields tell.
std::string type_of(const RisEntry& entry) {
  if (std::string type = entry.first({"TY"}); !type.empty()) return type;
  const bool published = !entry.first({"PB", "CY"}).empty();
  if (!entry.first({"T2"}).empty()) return published ? "CHAP" : "JOUR";
  return published ? "BOOK" : "GEN";
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

const char* role_of(std::string_view tag) {
  if (tag == "AU" || tag == "A1") return "author";
  if (tag == "ED" || tag == "A2") return "editor";
  if (tag == "A3") return "collection-editor";
  if (tag == "A4") return "translator";
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

namespace {

// What is read of every entry; the meaning of other tags differs from program to program.
constexpr std::string_view read_tags =
    " TY ID AU A1 A2 A3 A4 ED TI T1 CT BT T2 T3 ST JF JO JA J2 J1 VL IS CP SE NV PB CY PP ET DO DI UR L1 L2 L3 LK AB "
    "N2 LA M3 CN H2 DB DP C3 SN SP EP N1 KW DA PY Y1 Y2 ";

void add_person(json& item, std::string_view role, const std::string& name) {
  const std::string key(role);
  if (!item.contains(key)) item[key] = json::array();
  item[key].push_back(read_name(name));
}

// Takes the lines out of the entry that mean something of their own in its type, and puts them into the item. Gives
// the variables it put, which stay as they are.
json take_own_meanings(RisEntry& entry) {
  json item = json::object();
  const std::string type = entry.first({"TY"});
  // Of a book that has both, the editor comes behind the series' editor.
  const bool has_series_editor =
      type == "BOOK" && !entry.first({"A2"}).empty() && !entry.first({"A3"}).empty() && entry.first({"ED"}).empty();
  // Where the papers were published stands apart from where the conference was.
  const bool has_two_places = (type == "CONF" || type == "CPAPER") && !entry.first({"C1"}).empty();
  std::erase_if(entry.lines, [&](const auto& line) {
    const auto& [tag, value] = line;
    if (value.empty()) return false;
    if (has_series_editor && (tag == "A2" || tag == "A3")) {
      add_person(item, tag == "A2" ? "collection-editor" : "editor", value);
    } else if (has_two_places && (tag == "C1" || tag == "CY")) {
      item[tag == "C1" ? "publisher-place" : "event-place"] = value;
    } else if (const RisMeaning* own = ris_meaning(type, tag); own == nullptr) {
      return false;
    } else if (own->is_person) {
      add_person(item, own->variable, value);
    } else {
      item[std::string(own->variable)] = value;
    }
    return true;
  });
  return item;
}

}  // namespace

json item_of(const RisEntry& whole_entry, std::size_t number) {
  RisEntry entry = whole_entry;
  const json own = take_own_meanings(entry);
  json item;
  const std::string id = entry.first({"ID"});
  item["id"] = id.empty() ? "item-" + std::to_string(number) : id;
  const std::string type = csl_type(type_of(entry));
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
  const std::string numbers = entry.first({"SN"});
  const BookNumber number_kind = book_number(numbers);
  // A report's or a patent's own number stands where other works have their ISBN.
  const bool own_number = law && number_kind == BookNumber::none && !numbers.empty();
  std::string_view taken_for_number;
  if (own_number) {
    put("number", numbers);
  } else if (law) {
    for (const char* tag : {"IS", "M1", "CP", "SE", "RN"}) {
      if (entry.first({tag}).empty()) continue;
      put("number", entry.first({tag}));
      taken_for_number = tag;
      break;
    }
  } else if (type == "book" || type == "chapter") {
    put("collection-number", issue);
  } else {
    put("issue", issue.empty() ? entry.first({"M1"}) : issue);
    if (issue.empty()) taken_for_number = "M1";
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
  put("call-number", entry.first({"CN", "H2"}));
  put("archive", entry.first({"DB", "DP"}));
  put("PMCID", entry.first({"C2"}).starts_with("PMC") ? entry.first({"C2"}) : std::string());
  switch (number_kind) {
    case BookNumber::isbn:
      put("ISBN", numbers);
      break;
    case BookNumber::issn:
      put("ISSN", numbers);
      break;
    case BookNumber::none:
      if (!own_number) put(whole || type == "chapter" ? "ISBN" : "ISSN", numbers);
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
  std::vector<std::string> files;
  for (const auto& [tag, value] : entry.lines) {
    if (value.empty()) continue;
    if (const char* role = role_of(tag)) add_person(item, role, value);
    const bool is_pmcid = tag == "C2" && value.starts_with("PMC");
    if (read_tags.find(" " + tag + " ") == std::string_view::npos && tag != taken_for_number && !is_pmcid)
      notes += tag + ": " + value + "\n";
    if (tag == "N1") (is_extra_line(value) ? extra : notes) += value + "\n";
    if (tag == "L1") add_once(files, value);
    if (tag == "KW") keywords += (keywords.empty() ? "" : ", ") + value;
  }
  put("keyword", keywords);
  set_custom_list(item, custom_files, files);
  if (json issued = issued_of(entry); !issued.is_null()) item["issued"] = std::move(issued);
  if (json accessed = read_date(entry.first({"Y2"})); !accessed.is_null()) item["accessed"] = std::move(accessed);
  put("note", notes.substr(0, notes.find_last_not_of('\n') + 1));
  add_extra(item, extra);
  for (const auto& [key, value] : own.items()) {
    if (!value.is_array() || !item.contains(key)) {
      item[key] = value;
    } else {
      item[key].insert(item[key].end(), value.begin(), value.end());
    }
  }
  return item;
}

std::string ris_type_of_csl(std::string_view type) {
  for (const auto& [ris, csl] : types) {
    if (csl == type) return std::string(ris);
  }
  return "GEN";
}

}  // namespace soat::citation
