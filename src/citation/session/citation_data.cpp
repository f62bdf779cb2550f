#include "citation/session/citation_data.h"

#include <utility>

#include "citation/session/repeated_cites.h"
#include "citation/zotero/json_access.h"
#include "text/error.h"
#include "texts/texts.h"

namespace soat::citation::session {
namespace {

constexpr const char* kSchema = "https://github.com/citation-style-language/schema/raw/master/csl-citation.json";
constexpr const char* kJoined = "soat-joined";
constexpr const char* kLinks = "soat-links";
constexpr const char* kPart = "soat-part";

Json ordered_properties(const Json& old) {
  Json properties = Json::object();
  for (const char* key :
       {"custom", "unsorted", "formattedCitation", "plainCitation", "dontUpdate", "noteIndex", kJoined, kLinks}) {
    if (old.is_object() && old.contains(key)) properties[key] = old[key];
  }
  return properties;
}

Json ordered_cite(const Json& cite) {
  Json ordered = Json::object();
  for (const char* key :
       {"id", "uris", "itemData", "locator", "label", "suppress-author", "author-only", "prefix", "suffix"}) {
    if (!cite.contains(key)) continue;
    const Json& value = cite[key];
    const bool nothing = value.is_null() || value == "" || value == false;
    if (!nothing) ordered[key] = value;
  }
  return ordered;
}

}  // namespace

Json citation_of(const std::string& id, Json cites, bool unsorted) {
  if (!cites.is_array() || cites.empty()) throw Error(texts::error_macro_no_source);
  for (const Json& cite : cites) {
    const Json& data = zotero::member(cite, "itemData");
    if (!data.is_object() || data.empty()) throw Error(texts::error_macro_no_data);
  }
  Json properties = Json::object();
  if (unsorted) properties["unsorted"] = true;
  properties["formattedCitation"] = "";
  properties["plainCitation"] = "";
  properties["noteIndex"] = 0;
  Json citation = {{"citationID", id},
                   {"properties", std::move(properties)},
                   {"citationItems", std::move(cites)},
                   {"schema", kSchema}};
  zotero::complete_items(citation);
  for (Json& cite : citation["citationItems"]) {
    // Adding a key moves the others: no reference outlives it.
    if (!cite.contains("id")) {
      Json own = cite["itemData"].contains("id") ? cite["itemData"]["id"] : cite["uris"][0];
      cite["id"] = std::move(own);
    }
    Json& data = cite["itemData"];
    if (!data.contains("id")) data["id"] = cite["id"];
    if (!data.contains("type")) data["type"] = "document";
  }
  citation["citationItems"] = without_repeats(citation["citationItems"], unsorted);
  for (Json& cite : citation["citationItems"]) cite = ordered_cite(cite);
  return citation;
}

Json written_citation(Json citation, const std::string& rtf, const std::string& plain, int note,
                      const std::string& links) {
  Json properties = ordered_properties(zotero::member(citation, "properties"));
  properties["formattedCitation"] = rtf;
  properties["plainCitation"] = plain;
  properties["noteIndex"] = note;
  properties.erase(kLinks);
  if (!links.empty()) properties[kLinks] = links;
  citation["properties"] = ordered_properties(properties);
  if (!citation.contains("schema")) citation["schema"] = kSchema;
  zotero::complete_items(citation);
  return citation;
}

std::string links_of(const Json& citation) {
  return zotero::string_at(zotero::member(citation, "properties"), kLinks);
}

Json kept_citation(Json citation, const std::string& id) {
  Json properties = zotero::member(citation, "properties");
  if (!properties.is_object()) properties = Json::object();
  properties["dontUpdate"] = true;
  citation["properties"] = ordered_properties(properties);
  citation["citationID"] = id;
  return citation;
}

void set_joined(Json& citation, bool joined) {
  Json properties = zotero::member(citation, "properties");
  if (!properties.is_object()) properties = Json::object();
  properties.erase(kJoined);
  if (joined) properties[kJoined] = true;
  citation["properties"] = std::move(properties);
}

bool is_joined(const Json& citation) {
  return zotero::member(zotero::member(citation, "properties"), kJoined) == true;
}

Json part_list(const std::string& part) {
  Json list = empty_list();
  list[kPart] = part;
  return list;
}

std::string part_of_list(const Json& data) {
  return zotero::string_at(data, kPart);
}

Json empty_list() {
  return {{"uncited", Json::array()}, {"omitted", Json::array()}, {"custom", Json::array()}};
}

}  // namespace soat::citation::session
