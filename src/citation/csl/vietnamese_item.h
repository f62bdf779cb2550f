#pragma once

#include <nlohmann/json.hpp>

namespace soat::citation {

// What formatting the Vietnamese way needs to know of an item and other programs do not write, put into it where it is
// missing. `item` is one that checked_item gave.
//
// Names are marked, as mark_vietnamese_names does. A legal document, of which Zotero knows title and number only, gets
// its kind, from the title or the symbol, its title without kind and symbol, and the year in the symbol
// ("15/2021/NQ-HĐND") where it has no date. An edition in words ("2nd ed.", "Tái bản lần thứ 3") becomes its number,
// which styles put in the list's words.
void prepare_vietnamese(nlohmann::json& item);

// Marks each person's name as Vietnamese or not (multi.main "vi" or "en", which decides the order of family and given
// name in citeproc-js): a translated author is no Vietnamese, a Vietnamese author of an English paper is one. "others"
// at the end of a list of names, which BibTeX has for those who are not named, is put in the words of a Vietnamese
// work.
void mark_vietnamese_names(nlohmann::json& item);

}  // namespace soat::citation
