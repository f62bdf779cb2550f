#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "citation/exchange/custom_lists.h"
#include "citation/exchange/exchange.h"
#include "citation/exchange/extra_lines.h"
#include "citation/exchange/ris_entry.h"
#include "citation/exchange/ris_meanings.h"
#include "citation/exchange/tagged_entries.h"
#include "text/error.h"
#include "texts/texts.h"

// RIS (Research Information Systems, 2011 specification): lines "TAG  - value", entries from TY to ER; with what
// EndNote, Zotero, Mendeley, publishers and library catalogues make of it.

namespace soat::citation {

using nlohmann::json;

namespace {

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

}  // namespace

json read_ris(std::string_view bytes, const std::string& name, Remarks* remarks) {
  TaggedEntries entries(bytes, name, remarks);
  RisEntry& entry = entries.entry();
  bool stray = false;  // fields that belong to no entry; told once for a run of them
  while (entries.next()) {
    const std::string_view line = entries.line();
    const std::size_t start = value_start(line);
    if (start == std::string_view::npos) {  // goes on with the line before
      const std::string more = squeezed(line);
      if (entries.is_open() && !more.empty()) entry.lines.back().second += " " + more;
      continue;
    }
    const std::string tag(line.substr(0, 2));
    std::string value = squeezed(line.substr(start));
    if (tag == "TY" || tag == "ER") {  // the end may have been forgotten
      entries.end_entry();
      stray = false;
    }
    if (tag == "ER") continue;
    if (tag == "TY") entry.line = entries.number();
    if (tag == "TY" || entries.is_open()) {
      entry.lines.emplace_back(tag, std::move(value));
    } else if (!stray && !value.empty()) {
      stray = true;
      entries.lose(texts::remark_no_type);
    }
  }
  return entries.finish(Error(texts::error_sources_no_ris, name));
}

namespace {

class RisWriter {
 public:
  explicit RisWriter(const json& item) : item_(item) {}

  std::string entry() {
    const std::string type = item_.value("type", "document");
    kind_ = ris_type_of_csl(type);
    const bool whole = is_whole_work(type);
    put("TY", kind_);
    put("ID", text("id"));
    for (const auto& [role, tag] : {std::pair{"author", "AU"}, std::pair{"editor", "ED"},
                                    std::pair{"collection-editor", "A3"}, std::pair{"translator", "A4"}})
      put_people(tag, role);
    put_own_meanings();
    put("TI", text("title"));
    put("ST", text("title-short"));
    put_containers(type, whole);
    put("J2", text("container-title-short"));
    put("VL", text("volume"));
    put("NV", text("number-of-volumes"));
    put("IS", text(!text("issue").empty() ? "issue" : !text("number").empty() ? "number" : "collection-number"));
    put("SE", text("section"));
    put_pages(whole);
    put("PB", text("publisher"));
    put("CY", text("publisher-place"));
    put("ET", text("edition"));
    put("DO", text("DOI"));
    put("UR", text("URL"));
    put("SN", text(text("ISBN").empty() ? "ISSN" : "ISBN"));
    put("LA", text("language"));
    put("M3", text("genre"));
    put("CN", text("call-number"));
    put("DB", text("archive"));
    put("C2", text("PMCID"));
    put("AB", text("abstract"));
    put("N1", text("note"));
    put_keywords();
    for (const std::string& file : custom_list(item_, custom_files)) put("L1", file);
    put_date("DA", "issued");
    put_date("Y2", "accessed");
    put_others();
    return out_ + "ER  - \r\n\r\n";
  }

 private:
  // Nothing where the tag has a meaning of its own for the type: put_own_meanings() writes that.
  void put(std::string_view tag, const std::string& value) {
    if (!is_own_ && ris_meaning(kind_, tag) != nullptr) return;
    if (!value.empty()) out_ += std::string(tag) + "  - " + squeezed(value) + "\r\n";
  }

  void put_own_meanings() {
    is_own_ = true;
    for (const auto& [tag, meaning] : ris_meanings_of(kind_)) {
      if (meaning.is_person) {
        put_people(tag, meaning.variable);
      } else {
        put(tag, text(meaning.variable));
      }
    }
    is_own_ = false;
  }

  std::string text(std::string_view csl) const {
    const auto found = item_.find(csl);
    if (found == item_.end()) return {};
    return found->is_string() ? found->get<std::string>() : found->is_number() ? found->dump() : std::string();
  }

  // What there is no tag for, or another has taken the tag of: what would not come back.
  void put_others() {
    const json back = read_ris(out_ + "ER  - \r\n", "ris");
    const std::string lines = extra_lines(item_, back.empty() ? json::object() : back.front());
    for (std::size_t start = 0; start < lines.size();) {
      const std::size_t end = lines.find('\n', start);
      put("N1", lines.substr(start, end - start));
      start = end + 1;
    }
  }

  // "Family, Given, Suffix"; a body with a comma behind it.
  void put_people(std::string_view tag, std::string_view role) {
    const auto found = item_.find(role);
    if (found == item_.end() || !found->is_array()) return;
    for (const json& one : *found) {
      if (!one.is_object()) continue;
      if (const std::string body = part_of(one, "literal"); !body.empty()) {
        put(tag, body + ",");
        continue;
      }
      std::string particle = part_of(one, "non-dropping-particle");
      if (particle.empty()) particle = part_of(one, "dropping-particle");
      const std::string given = part_of(one, "given");
      const std::string suffix = part_of(one, "suffix");
      put(tag, (particle.empty() ? "" : particle + " ") + part_of(one, "family") + "," +
                   (given.empty() ? "" : " " + given) + (suffix.empty() ? "" : ", " + suffix));
    }
  }

  // T2 is what the work stands in, of a whole work its series; of a paper the conference, with the volume in C3.
  void put_containers(const std::string& type, bool whole) {
    const std::string container = text("container-title");
    const std::string series = text("collection-title");
    const std::string event = text("event-title");
    if (type == "paper-conference" && !event.empty()) {
      put("T2", event);
      put("C3", container);
      put("T3", series);
    } else if (whole || container.empty()) {
      put("T2", series);
    } else {
      put("T2", container);
      put("T3", series);
    }
  }

  void put_pages(bool whole) {
    const std::string page = text(whole && text("page").empty() ? "number-of-pages" : "page");
    const auto dash = page.find('-');
    put("SP", page.substr(0, dash));
    if (dash != std::string::npos) put("EP", page.substr(dash + 1));
  }

  void put_keywords() {
    const std::string all = text("keyword");
    for (std::size_t start = 0; start < all.size();) {
      const std::size_t end = std::min(all.find_first_of(",;", start), all.size());
      put("KW", squeezed(all.substr(start, end - start)));
      start = end + 1;
    }
  }

  // "2020/03/04"; what is said in words as it is.
  void put_date(const char* tag, const char* csl) {
    const auto found = item_.find(csl);
    if (found == item_.end() || !found->is_object()) return;
    for (const char* words : {"literal", "raw"}) put(tag, part_of(*found, words));
    const json parts = found->value("date-parts", json::array());
    if (!parts.is_array() || parts.empty() || !parts[0].is_array()) return;
    std::string date;
    for (const json& part : parts[0]) {
      std::string number = part.is_string() ? part.get<std::string>() : part.dump();
      if (number.size() == 1) number.insert(0, "0");
      date += (date.empty() ? "" : "/") + number;
    }
    put(tag, date);
  }

  const json& item_;
  std::string kind_;
  bool is_own_ = false;  // the tag that is put has its own meaning for the type
  std::string out_;
};

}  // namespace

std::string write_ris(const json& items) {
  std::string out;
  for (const json& item : items) out += RisWriter(item).entry();
  return out;
}

}  // namespace soat::citation
