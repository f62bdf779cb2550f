#include "citation/exchange/ris_meanings.h"

#include <algorithm>
#include <string>

namespace soat::citation {
namespace {

struct Entry {
  std::string_view types;  // with blanks around each
  std::string_view tag;
  RisMeaning meaning;
};

// Read off the names of the fields in an entry of each type that EndNote exports.
constexpr Entry entries[] = {
    {" EDBOOK ", "AU", {"editor", true}},
    {" EDBOOK ", "A1", {"editor", true}},
    {" EDBOOK CLSWK RPRT MAP COMP MULTI WEB UNPB ", "A2", {"collection-editor", true}},
    {" BILL ", "A2", {"contributor", true}},
    {" INTV ", "A2", {"interviewer", true}},
    {" PCOMM ICOMM ", "A2", {"recipient", true}},
    {" ADVS ", "A2", {"performer", true}},
    {" DATA ", "A2", {"producer", true}},
    {" LEGAL PAT ", "A2", {"authority"}},
    {" THES ", "A3", {"contributor", true}},
    {" MPCT VIDEO ", "A3", {"producer", true}},
    {" BLOG ", "A3", {"illustrator", true}},
    {" SER ", "A4", {"editor", true}},
    {" CONF DATA ", "A4", {"contributor", true}},
    {" MPCT ", "A4", {"performer", true}},
    {" MUSIC ", "A4", {"producer", true}},
    {" MAP ", "C1", {"scale"}},
    {" ART ", "C3", {"dimensions"}},
    {" MPCT ", "C4", {"genre"}},
    {" MPCT VIDEO ADVS MULTI MUSIC ", "C5", {"medium"}},
    {" ART CHART FIGURE MPCT ", "M3", {"medium"}},
    {" BOOK EDBOOK CLSWK SER CTLG PAMP ", "M1", {"collection-number"}},
    {" COMP DATA ", "ET", {"version"}},
    {" CASE ", "PB", {"authority"}},
    {" BILL HEAR ", "T3", {"authority"}},
};

bool holds_for(const Entry& entry, std::string_view type) {
  return entry.types.find(" " + std::string(type) + " ") != std::string_view::npos;
}

}  // namespace

const RisMeaning* ris_meaning(std::string_view type, std::string_view tag) {
  const auto found =
      std::ranges::find_if(entries, [&](const Entry& entry) { return entry.tag == tag && holds_for(entry, type); });
  return found == std::end(entries) ? nullptr : &found->meaning;
}

std::vector<std::pair<std::string_view, RisMeaning>> ris_meanings_of(std::string_view type) {
  std::vector<std::pair<std::string_view, RisMeaning>> own;
  for (const Entry& entry : entries) {
    if (holds_for(entry, type)) own.emplace_back(entry.tag, entry.meaning);
  }
  return own;
}

}  // namespace soat::citation
