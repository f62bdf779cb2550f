#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "citation/exchange/exchange.h"
#include "citation/exchange/xml_source.h"
#include "citation/exchange/zotero_items.h"
#include "text/error.h"
#include "texts/texts.h"

// Zotero's RDF/XML as its translator "Zotero RDF" writes it: each item is an element of rdf:RDF with z:itemType, in the
// vocabularies bibo's forerunner bib:, dc:, dcterms:, prism:, foaf: and Zotero's own z:. The item is rebuilt with
// Zotero's names of fields and read like its JSON.

namespace soat::citation {

using nlohmann::json;

namespace {

using Resources = std::map<std::string, const xmlNode*>;

struct Field {
  std::string_view element;
  const char* zotero;
};

constexpr Field fields[] = {{"title", "title"},
                            {"shortTitle", "shortTitle"},
                            {"date", "date"},
                            {"pages", "pages"},
                            {"numPages", "numPages"},
                            {"volume", "volume"},
                            {"numberOfVolumes", "numberOfVolumes"},
                            {"edition", "edition"},
                            {"abstract", "abstractNote"},
                            {"language", "language"},
                            {"archive", "archive"},
                            {"dateSubmitted", "accessDate"},
                            {"citationKey", "citationKey"},
                            {"type", "type"},
                            {"code", "code"},
                            {"legislativeBody", "legislativeBody"},
                            {"version", "versionNumber"},
                            {"meetingName", "conferenceName"}};

constexpr std::pair<std::string_view, const char*> roles[] = {
    {"authors", "author"},         {"editors", "editor"},
    {"translators", "translator"}, {"seriesEditors", "seriesEditor"},
    {"directors", "director"},     {"interviewers", "interviewer"},
    {"inventors", "inventor"},     {"programmers", "programmer"},
    {"presenters", "presenter"},   {"artists", "artist"},
    {"recipients", "recipient"},   {"bookAuthors", "bookAuthor"}};

// What an element holds, or what it points at.
const xmlNode* target(const xmlNode* node, const Resources& resources) {
  if (!node) return nullptr;
  const auto found = resources.find(attribute_of(node, "resource"));
  return found != resources.end() ? found->second : element_from(node->children);
}

void add_creators(json& item, const xmlNode* list, const char* role) {
  for (const xmlNode* entry = child_of(list, "Seq") ? child_of(list, "Seq")->children : nullptr; entry;
       entry = entry->next) {
    const xmlNode* person = element_from(entry->children);
    if (!is_named(entry, "li") || !person) continue;
    json creator = {{"creatorType", role}};
    creator["lastName"] = text_in(child_of(person, "surname"));
    const xmlNode* given = child_of(person, "givenName");
    creator["firstName"] = text_in(given ? given : child_of(person, "givenname"));
    creator["name"] = text_in(child_of(person, "name"));
    item["creators"].push_back(std::move(creator));
  }
}

// "DOI 10.5/a", "ISBN 978-…", "ISSN 1234-5678", or an address.
void add_identifier(json& item, const xmlNode* node) {
  const xmlNode* address = child_of(child_of(node, "URI"), "value");
  if (address) {
    item["url"] = text_in(address);
    return;
  }
  const std::string text = text_in(node);
  for (const std::string_view kind : {std::string_view("DOI"), std::string_view("ISBN"), std::string_view("ISSN")}) {
    if (text.starts_with(kind) && text.size() > kind.size() && text[kind.size()] == ' ')
      item[std::string(kind)] = squeezed(text.substr(kind.size()));
  }
}

void add_publisher(json& item, const xmlNode* node) {
  const xmlNode* body = child_of(node, "Organization");
  const std::string place = text_in(child_of(child_of(child_of(body, "adr"), "Address"), "locality"));
  if (!place.empty()) item["place"] = place;
  const std::string name = body ? text_in(child_of(body, "name")) : text_in(node);
  if (!name.empty()) item["publisher"] = name;
}

// The journal, book, series or site that an item is part of.
void add_container(json& item, const xmlNode* whole) {
  if (!whole) return;
  const bool series = is_named(whole, "Series");
  const std::string title = text_in(child_of(whole, "title"));
  if (!title.empty()) item[series ? "series" : "publicationTitle"] = title;
  for (const xmlNode* node = element_from(whole->children); node; node = element_from(node->next)) {
    const std::string text = text_in(node);
    if (is_named(node, "volume")) item["volume"] = text;
    if (is_named(node, "number")) item["issue"] = text;
    if (is_named(node, "alternative")) item["journalAbbreviation"] = text;
    if (is_named(node, "identifier")) {
      series ? void(item["seriesNumber"] = text) : add_identifier(item, node);
    }
  }
}

json read_item(const xmlNode* node, const Resources& resources) {
  json item = json::object();
  const std::string type = text_in(child_of(node, "itemType"));
  const bool in_issues = type == "journalArticle" || type == "magazineArticle" || type == "newspaperArticle";
  item["itemType"] = type;
  item["tags"] = json::array();
  for (const xmlNode* part = element_from(node->children); part; part = element_from(part->next)) {
    for (const Field& field : fields) {
      if (is_named(part, field.element)) item[field.zotero] = text_in(part);
    }
    for (const auto& [element, role] : roles) {
      if (is_named(part, element)) add_creators(item, part, role);
    }
    if (is_named(part, "number")) item[in_issues ? "issue" : "number"] = text_in(part);
    if (is_named(part, "identifier")) add_identifier(item, part);
    if (is_named(part, "publisher")) add_publisher(item, part);
    if (is_named(part, "isPartOf")) add_container(item, target(part, resources));
    if (is_named(part, "presentedAt")) item["conferenceName"] = text_in(child_of(target(part, resources), "title"));
    if (is_named(part, "subject")) {
      const xmlNode* tag = child_of(child_of(part, "AutomaticTag"), "value");
      item["tags"].push_back({{"tag", tag ? text_in(tag) : text_in(part)}});
    }
  }
  return from_zotero_item(item);
}

}  // namespace

json read_zotero_rdf(std::string_view bytes, const std::string& name) {
  const XmlSource tree = parse_xml(bytes, name);
  const xmlNode* root = xmlDocGetRootElement(tree.get());
  Resources resources;
  for (const xmlNode* node = element_from(root ? root->children : nullptr); node; node = element_from(node->next)) {
    if (const std::string about = attribute_of(node, "about"); !about.empty()) resources[about] = node;
  }
  json items = json::array();
  for (const xmlNode* node = element_from(root ? root->children : nullptr); node; node = element_from(node->next)) {
    if (!child_of(node, "itemType")) continue;
    json item = read_item(node, resources);
    if (item.is_null()) continue;  // a note or an attachment
    if (!item.contains("id")) item["id"] = "item-" + std::to_string(items.size() + 1);
    items.push_back(std::move(item));
  }
  if (items.empty()) throw Error(texts::error_sources_none, name, "Zotero RDF");
  return items;
}

}  // namespace soat::citation
