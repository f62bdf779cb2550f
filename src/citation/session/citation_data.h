#pragma once

#include <string>

#include "citation/zotero/codec.h"

// The data of a citation (CSL citation JSON in today's form) as it is made, changed and written, keys in Zotero's
// order.
namespace soat::citation::session {

using zotero::Json;

// A new citation of these cites, with each source once where it can be (repeated_cites.h). Throws soat::Error when one
// has no itemData.
Json citation_of(const std::string& id, Json cites, bool unsorted);

// A citation with what has been written for it: the RTF, the text as the document shows it, the number of its note, and
// where its words lead (cite_links.h, links_record).
Json written_citation(Json citation, const std::string& rtf, const std::string& plain, int note,
                      const std::string& links = {});

// What was written last of where its words lead.
std::string links_of(const Json& citation);

// The same citation, whose text is the user's own from now on.
Json kept_citation(Json citation, const std::string& id);

// The same citation with other data for the sources that `is_meant` (is given a cite) says yes to; null where there are
// none. A source keeps its id.
template <class IsMeant>
Json with_source(Json citation, const Json& data, IsMeant is_meant) {
  bool cited = false;
  for (Json& cite : citation["citationItems"]) {
    if (!cite.is_object() || !is_meant(cite)) continue;
    const Json old = cite.value("itemData", Json::object());
    Json fresh = data;
    fresh["id"] = old.is_object() && old.contains("id") ? old["id"] : cite.contains("id") ? cite["id"] : Json("");
    cite["itemData"] = std::move(fresh);
    cited = true;
  }
  return cited ? citation : Json();
}

// Kept with a citation in a note that stood in the text with no blank before it, so that it goes back as it came.
void set_joined(Json& citation, bool joined);
bool is_joined(const Json& citation);

// The list of a part of the document: its data, and of which part ("" for the list of all).
Json part_list(const std::string& part);
std::string part_of_list(const Json& data);

// A list of sources to which nothing has been added and of which nothing is left out.
Json empty_list();

}  // namespace soat::citation::session
