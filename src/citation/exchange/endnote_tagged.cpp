#include <string>
#include <string_view>
#include <utility>

#include "citation/exchange/endnote_types.h"
#include "citation/exchange/exchange.h"
#include "citation/exchange/ris_entry.h"
#include "citation/exchange/tagged_entries.h"
#include "text/error.h"
#include "texts/texts.h"

// EndNote's tagged format (.enw, "refer"): lines "%A value", entries apart by empty lines or begun by %0. EndNote's
// help, "EndNote Import": https://support.clarivate.com/Endnote.

namespace soat::citation {

using nlohmann::json;

namespace {

constexpr std::pair<char, const char*> tags[] = {
    {'A', "AU"}, {'B', "T2"}, {'C', "CY"}, {'D', "PY"}, {'E', "ED"}, {'F', "ID"}, {'G', "LA"}, {'I', "PB"},
    {'J', "T2"}, {'L', "CN"}, {'N', "IS"}, {'O', "J2"}, {'P', "SP"}, {'R', "DO"}, {'S', "T3"}, {'T', "TI"},
    {'U', "UR"}, {'V', "VL"}, {'W', "DP"}, {'X', "AB"}, {'Y', "A3"}, {'Z', "N1"}, {'6', "NV"}, {'7', "ET"},
    {'8', "DA"}, {'9', "M3"}, {'?', "A4"}, {'@', "SN"}, {'!', "ST"}, {'[', "Y2"}, {'&', "SE"}, {'~', "DB"}};

const char* ris_tag(char tag) {
  for (const auto& [endnote, ris] : tags) {
    if (endnote == tag) return ris;
  }
  return nullptr;
}

}  // namespace

json read_endnote_tagged(std::string_view bytes, const std::string& name, Remarks* remarks) {
  TaggedEntries entries(bytes, name, remarks);
  RisEntry& entry = entries.entry();
  bool known = false;  // whether the line before has a tag that is read
  while (entries.next()) {
    const std::string_view line = entries.line();
    const bool tagged = line.size() >= 2 && line[0] == '%' && line[1] != ' ' && (line.size() == 2 || line[2] == ' ');
    std::string value = squeezed(tagged ? line.substr(2) : line);
    if (!tagged) {  // an empty line ends an entry, others go on with the line before
      if (value.empty()) {
        entries.end_entry();
      } else if (known && entries.is_open()) {
        // Keywords stand one a line.
        if (entry.lines.back().first == "KW") {
          entry.add("KW", std::move(value));
        } else {
          entry.lines.back().second += " " + value;
        }
      }
      continue;
    }
    if (line[1] == '0') entries.end_entry();
    if (!entries.is_open()) entry.line = entries.number();
    const char* tag = line[1] == 'K' ? "KW" : ris_tag(line[1]);
    known = tag != nullptr && !value.empty();
    if (line[1] == '0') {
      entry.add("TY", std::string(ris_type_of_endnote(value)));
    } else if (known) {
      entry.add(tag, std::move(value));
    }
  }
  return entries.finish(Error(texts::error_sources_none, name, "EndNote"));
}

}  // namespace soat::citation
