#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "citation/exchange/exchange.h"
#include "citation/exchange/lines.h"
#include "citation/exchange/remark_list.h"
#include "citation/exchange/ris_entry.h"
#include "text/ascii.h"
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

// "Nguyen TA" is family name and initials; ERIC has "Nguyen, Thi An".
std::string short_name(const std::string& name) {
  if (name.find(',') != std::string::npos) return name;
  const auto blank = name.rfind(' ');
  return blank == std::string::npos ? name : name.substr(0, blank) + "," + name.substr(blank);
}

std::string language(const std::string& code) {
  constexpr std::pair<std::string_view, const char*> known[] = {
      {"eng", "en"}, {"vie", "vi"}, {"fre", "fr"}, {"ger", "de"}, {"spa", "es"},
      {"rus", "ru"}, {"chi", "zh"}, {"jpn", "ja"}, {"kor", "ko"}, {"English", "en"}};
  for (const auto& [medline, tag] : known) {
    if (medline == code) return tag;
  }
  return code;
}

struct Article {
  RisEntry entry;
  std::string pmid, pmcid, place, type = "JOUR";
  bool full_names = false;
  bool is_of_journal = false;                       // ERIC's number says so
  std::size_t rank = static_cast<std::size_t>(-1);  // of the type among the kinds

  void add(const std::string& tag, std::string value) {
    constexpr std::string_view doi = "[doi]";
    if (tag == "PMID") {
      pmid = value;
    } else if (tag == "PMC") {
      pmcid = value;
    } else if ((tag == "LID" || tag == "AID") && value.ends_with(doi)) {
      if (entry.first({"DO"}).empty()) entry.add("DO", squeezed(value.substr(0, value.size() - doi.size())));
    } else if (tag == "OID") {
      is_of_journal = value.starts_with("EJ");
    } else if (tag == "SO") {
      place = std::move(value);
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
      note_kind(value);
    } else if (tag == "ISSN" || tag == "IS") {
      add_issn(value);
    } else if ((tag == "LID" || tag == "AID") && value.starts_with("http")) {
      if (entry.first({"UR"}).empty()) entry.add("UR", std::move(value));
    } else if (const char* ris = ris_tag(tag)) {
      entry.add(ris, std::move(value));
    }
  }

  // "1859-0039 (Electronic)"; ERIC has "EISSN-1859-0039".
  void add_issn(const std::string& value) {
    const auto digit = value.find_first_of("0123456789");
    if (entry.first({"SN"}).empty() && digit != std::string::npos)
      entry.add("SN", value.substr(digit, value.find(' ', digit) - digit));
  }

  // ERIC's "v12 n2 p423-441 2022", where the parts have no lines of their own.
  void add_place() {
    constexpr std::pair<char, const char*> parts[] = {{'v', "VL"}, {'n', "IS"}, {'p', "SP"}};
    if (!place.starts_with('v')) return;
    for (std::size_t start = 0; start < place.size();) {
      const std::size_t end = std::min(place.find(' ', start), place.size());
      for (const auto& [letter, tag] : parts) {
        if (place[start] == letter && end > start + 1 &&
            text::is_ascii_digit(static_cast<unsigned char>(place[start + 1])) && entry.first({tag}).empty())
          entry.add(tag, place.substr(start + 1, end - start - 1));
      }
      start = end + 1;
    }
  }

  // Publication types: PubMed's, and ERIC's (https://eric.ed.gov/?advanced), where most of several say the genre.
  void note_kind(std::string_view kind) {
    constexpr std::pair<std::string_view, const char*> kinds[] = {{"Journal Article", "JOUR"},
                                                                  {"Dissertations/Theses", "THES"},
                                                                  {"Books", "BOOK"},
                                                                  {"Collected Works - Serials", "JFULL"},
                                                                  {"Speeches/Meeting Papers", "CPAPER"},
                                                                  {"Newspaper Article", "NEWS"},
                                                                  {"Preprint", "GEN"},
                                                                  {"Reports", "RPRT"},
                                                                  {"Numerical/Quantitative Data", "RPRT"},
                                                                  {"Guides", "RPRT"}};
    for (std::size_t i = 0; i < std::size(kinds) && i < rank; ++i) {
      if (!kind.starts_with(kinds[i].first)) continue;
      type = kinds[i].second;
      rank = i;
    }
  }

  json item(std::size_t number) {
    if (!full_names) {
      for (std::string& one : short_names) entry.add("AU", std::move(one));
    }
    if (!entry.first({"BT"}).empty()) type = entry.first({"TI"}).empty() ? "BOOK" : "CHAP";
    add_place();
    if (is_of_journal) type = "JOUR";  // whatever else it is
    // ERIC has the publisher where articles have their journal.
    if (type == "BOOK" || type == "RPRT" || type == "THES") {
      for (auto& [tag, value] : entry.lines) {
        if (tag == "T2") tag = "PB";
      }
    }
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
    // ERIC has a blank behind tags of four letters: "ISSN - ".
    const std::size_t dash = line.size() > 6 && line[4] == ' ' ? 5 : 4;
    if (line.size() > dash + 1 && line[dash] == '-' && line[dash + 1] == ' ' && line[0] != ' ') {
      lines.emplace_back(squeezed(line.substr(0, 4)), squeezed(line.substr(dash + 2)));
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
