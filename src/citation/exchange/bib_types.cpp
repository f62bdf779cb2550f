#include "citation/exchange/bib_types.h"

#include <utility>

namespace soat::citation {

namespace {

// The first line with a CSL type is the one that is written for it.
constexpr std::pair<std::string_view, std::string_view> known[] = {
    {"article", "article-journal"},
    {"book", "book"},
    {"mvbook", "book"},
    {"booklet", "pamphlet"},
    {"incollection", "chapter"},
    {"inbook", "chapter"},
    {"bookinbook", "chapter"},
    {"suppbook", "chapter"},
    {"suppcollection", "chapter"},
    {"collection", "book"},
    {"mvcollection", "book"},
    {"reference", "book"},
    {"mvreference", "book"},
    {"proceedings", "book"},
    {"mvproceedings", "book"},
    {"inreference", "entry-encyclopedia"},
    {"inproceedings", "paper-conference"},
    {"conference", "paper-conference"},
    {"thesis", "thesis"},
    {"phdthesis", "thesis"},
    {"mastersthesis", "thesis"},
    {"mathesis", "thesis"},
    {"bachelorsthesis", "thesis"},
    {"report", "report"},
    {"techreport", "report"},
    {"online", "webpage"},
    {"electronic", "webpage"},
    {"webpage", "webpage"},
    {"www", "webpage"},
    {"unpublished", "manuscript"},
    {"manual", "book"},
    {"patent", "patent"},
    {"legislation", "legislation"},
    {"legal", "legislation"},
    {"jurisdiction", "legal_case"},
    {"dataset", "dataset"},
    {"software", "software"},
    {"standard", "standard"},
    {"newspaper", "article-newspaper"},
    {"suppperiodical", "article-journal"},
    {"periodical", "periodical"},
    {"video", "motion_picture"},
    {"movie", "motion_picture"},
    {"audio", "song"},
    {"music", "song"},
    {"artwork", "graphic"},
    {"image", "graphic"},
    {"letter", "personal_communication"},
    {"review", "review"},
    {"performance", "performance"},
};

}  // namespace

std::string csl_type_of_bib(std::string_view type) {
  for (const auto& [bib, csl] : known) {
    if (bib == type) return std::string(csl);
  }
  return {};
}

std::string bib_type_of_csl(std::string_view type) {
  if (type == "article-newspaper" || type == "article-magazine") return "article";
  if (type == "post-weblog") return "online";
  for (const auto& [bib, csl] : known) {
    if (csl == type) return std::string(bib);
  }
  return "misc";
}

}  // namespace soat::citation
