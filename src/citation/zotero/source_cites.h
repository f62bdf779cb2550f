#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "citation/zotero/foreign_field.h"

namespace soat::citation::zotero {

// The cites of a code of Word's own (ECMA-376, part 1, 17.16.5.10), from behind CITATION on: id is the tag of the
// source; locator, label, prefix, suffix and suppress-author where the code says so. No data.
Json cites_of_word(std::string_view code);

// The name of a reference mark of JabRef, of its own styles ("JR_cite1_1_key,key") and of CSL ("JABREF_key CID_1,
// JABREF_key CID_2 random"), or of the section of its list; nothing for other names. The ids of the cites are BibTeX
// keys, their data is in the user's own files.
std::optional<ForeignField> read_jabref_name(std::string_view name);

// What JabRef keeps with a mark, in a property of the document with the mark's name: pages, of its last source.
void add_page_info(ForeignField& field, const std::string& text);

// A citation of LibreOffice's own; `item` is its source (item_of_office_mark).
ForeignField office_citation(const nlohmann::json& item);

// Its list of sources.
ForeignField office_list();

// Gives a citation whose sources lie elsewhere (ForeignField::cites) their data, from items by their ids. Where there
// is none, `partial`; where there is none of any, it stays without data.
void supply(ForeignField& field, const nlohmann::json& items);

}  // namespace soat::citation::zotero
