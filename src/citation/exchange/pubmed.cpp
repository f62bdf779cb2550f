#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "citation/exchange/exchange.h"
#include "citation/exchange/lines.h"
#include "citation/exchange/remark_list.h"
#include "citation/exchange/ris_entry.h"
#include "text/error.h"
#include "texts/texts.h"

// PubMed's format of tags (.nbib, "MEDLINE"): lines "TAG - value" with the tag in four places, which go on with six
// blanks; entries apart by empty lines. https://www.nlm.nih.gov/bsd/mms/medlineelements.html

namespace soat::citation {

using nlohmann::json;

namespace {

constexpr std::pair<std::string_view, const char*> tags[] = {
    {"TI", "TI"},  {"BTI", "BT"}, {"FAU", "AU"},  {"FED", "A2"}, {"JT", "T2"}, {"TA", "JA"},
    {"CTI", "T3"}, {"VI", "VL"},  {"IP", "IS"},   {"PG", "SP"},  {"AB", "AB"}, {"PB", "PB"},
    {"PL", "CY"},  {"EN", "ET"},  {"ISBN", "SN"}, {"OT", "KW"},  {"DP", "DA"}};

const char* ris_tag(std::string_view tag) {
  for (const auto& [pubmed, ris] : tags) {
    if (pubmed == tag) return ris;
  }
  return nullptr;
}

// "Nguyen TA" is family name and initials.
std::string short_name(const std::string& name) {
  const auto blank = name.rfind(' ');
  return blank == std::string::npos ? name : name.substr(0, blank) + "," + name.substr(blank);
}

std::string language(const std::string& code) {
  constexpr std::pair<std::string_view, const char*> known[] = {{"eng", "en"}, {"vie", "vi"}, {"fre", "fr"},
                                                                {"ger", "de"}, {"spa", "es"}, {"rus", "ru"},
                                                                {"chi", "zh"}, {"jpn", "ja"}, {"kor", "ko"}};
  for (const auto& [medline, tag] : known) {
    if (medline == code) return tag;
  }
  return code;
}

struct Article {
  RisEntry entry;
  std::string pmid, pmcid, type = "JOUR";
  bool full_names = false;

  void add(const std::string& tag, std::string value) {
    constexpr std::string_view doi = "[doi]";
    if (tag == "PMID") {
      pmid = value;
    } else if (tag == "PMC") {
      pmcid = value;
    } else if ((tag == "LID" || tag == "AID") && value.ends_with(doi)) {
      if (entry.first({"DO"}).empty()) entry.add("DO", squeezed(value.substr(0, value.size() - doi.size())));
    } else if (tag == "IS") {
      if (entry.first({"SN"}).empty()) entry.add("SN", value.substr(0, value.find(' ')));
    } else if (tag == "FAU") {
      full_names = true;
      entry.add("AU", std::move(value));
    } else if (tag == "AU") {
      short_names.push_back(short_name(value));
    } else if (tag == "CN") {
      entry.add("AU", value + ",");
    } else if (tag == "LA") {
      if (entry.first({"LA"}).empty()) entry.add("LA", language(value));
    } else if (tag == "MH") {
      value.erase(std::remove(value.begin(), value.end(), '*'), value.end());
      entry.add("KW", std::move(value));
    } else if (tag == "PT") {
      if (value == "Preprint") type = "GEN";
      if (value == "Newspaper Article") type = "NEWS";
    } else if (const char* ris = ris_tag(tag)) {
      entry.add(ris, std::move(value));
    }
  }

  json item(std::size_t number) {
    if (!full_names) {
      for (std::string& one : short_names) entry.add("AU", std::move(one));
    }
    if (!entry.first({"BT"}).empty()) type = entry.first({"TI"}).empty() ? "BOOK" : "CHAP";
    entry.lines.emplace(entry.lines.begin(), "TY", type);
    json result = item_of(entry, number);
    if (!pmid.empty()) {
      result["id"] = "pmid" + pmid;
      result["PMID"] = pmid;
    }
    if (!pmcid.empty()) result["PMCID"] = pmcid;
    // Titles end in a full stop there.
    if (std::string title = result.value("title", ""); title.ends_with('.') && !title.ends_with("..")) {
      title.pop_back();
      result["title"] = std::move(title);
    }
    return result;
  }

  std::vector<std::string> short_names;
};

}  // namespace

json read_pubmed(std::string_view bytes, const std::string& name, Remarks* remarks) {
  const std::string text = checked_utf8(bytes, name, remarks);
  json items = json::array();
  std::vector<std::pair<std::string, std::string>> lines;  // of the entry that is being read
  const auto end_entry = [&] {
    if (lines.empty()) return;
    Article article;
    for (auto& [tag, value] : lines) article.add(tag, std::move(value));
    items.push_back(article.item(items.size() + 1));
    lines.clear();
  };
  for (std::string_view rest = text; !rest.empty();) {
    const std::string_view line = next_line(rest);
    if (line.size() > 5 && line[4] == '-' && line[5] == ' ' && line[0] != ' ') {
      lines.emplace_back(squeezed(line.substr(0, 4)), squeezed(line.substr(6)));
    } else if (const std::string more = squeezed(line); more.empty()) {
      end_entry();
    } else if (!lines.empty() && line.starts_with("  ")) {
      lines.back().second += " " + more;
    }
  }
  end_entry();
  if (items.empty() && !squeezed(text).empty()) throw Error(texts::error_sources_none, name, "PubMed");
  return items;
}

}  // namespace soat::citation
