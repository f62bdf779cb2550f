#include "citation/exchange/endnote_types.h"

#include <utility>

namespace soat::citation {

namespace {

constexpr std::pair<std::string_view, std::string_view> known[] = {
    {"Aggregated Database", "AGGR"},
    {"Ancient Text", "ANCIENT"},
    {"Artwork", "ART"},
    {"Audio", "SOUND"},
    {"Audiovisual Material", "ADVS"},
    {"Bill", "BILL"},
    {"Blog", "BLOG"},
    {"Book", "BOOK"},
    {"Book Section", "CHAP"},
    {"Case", "CASE"},
    {"Catalog", "CTLG"},
    {"Chart or Table", "CHART"},
    {"Classical Work", "CLSWK"},
    {"Computer Program", "COMP"},
    {"Conference Paper", "CPAPER"},
    {"Conference Proceedings", "CONF"},
    {"Dataset", "DATA"},
    {"Dictionary", "DICT"},
    {"Edited Book", "EDBOOK"},
    {"Electronic Article", "EJOUR"},
    {"Electronic Book", "EBOOK"},
    {"Electronic Book Section", "ECHAP"},
    {"Encyclopedia", "ENCYC"},
    {"Equation", "EQUA"},
    {"Figure", "FIGURE"},
    {"Film or Broadcast", "MPCT"},
    {"Government Document", "GOVDOC"},
    {"Grant", "GRANT"},
    {"Hearing", "HEAR"},
    {"Interview", "INTV"},
    {"Journal Article", "JOUR"},
    {"Legal Rule or Regulation", "LEGAL"},
    {"Magazine Article", "MGZN"},
    {"Manuscript", "MANSCPT"},
    {"Map", "MAP"},
    {"Multimedia Application", "MULTI"},
    {"Music", "MUSIC"},
    {"Newspaper Article", "NEWS"},
    {"Online Database", "DBASE"},
    {"Online Multimedia", "MULTI"},
    {"Pamphlet", "PAMP"},
    {"Patent", "PAT"},
    {"Personal Communication", "PCOMM"},
    {"Report", "RPRT"},
    {"Serial", "SER"},
    {"Social Media", "BLOG"},
    {"Standard", "STAND"},
    {"Statute", "STAT"},
    {"Television Episode", "ADVS"},
    {"Thesis", "THES"},
    {"Unpublished Work", "UNPB"},
    {"Web Page", "ELEC"},
};

}  // namespace

std::string_view ris_type_of_endnote(std::string_view name) {
  for (const auto& [endnote, ris] : known) {
    if (endnote == name) return ris;
  }
  return "GEN";
}

}  // namespace soat::citation
