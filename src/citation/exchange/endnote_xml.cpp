#include <string>
#include <string_view>
#include <utility>

#include "citation/exchange/dates.h"
#include "citation/exchange/endnote_types.h"
#include "citation/exchange/exchange.h"
#include "citation/exchange/names.h"
#include "citation/exchange/ris_entry.h"
#include "citation/exchange/xml_source.h"
#include "text/error.h"
#include "texts/texts.h"

// EndNote's XML: <xml><records><record>…, as EndNote exports it (its document type is RSXML.dtd, which comes with it).

namespace soat::citation {

using nlohmann::json;

namespace {

struct Field {
  std::string_view element;
  const char* tag;
};

constexpr Field fields[] = {{"pages", "SP"},
                            {"volume", "VL"},
                            {"number", "IS"},
                            {"issue", "IS"},
                            {"num-vols", "NV"},
                            {"edition", "ET"},
                            {"section", "SE"},
                            {"pub-location", "CY"},
                            {"publisher", "PB"},
                            {"isbn", "SN"},
                            {"abstract", "AB"},
                            {"notes", "N1"},
                            {"language", "LA"},
                            {"work-type", "M3"},
                            {"call-num", "CN"},
                            {"electronic-resource-num", "DO"},
                            {"remote-database-name", "DB"},
                            {"remote-database-provider", "DP"},
                            {"access-date", "Y2"},
                            {"custom2", "C2"},
                            {"custom3", "C3"}};

constexpr Field titles[] = {
    {"title", "TI"}, {"secondary-title", "T2"}, {"tertiary-title", "T3"}, {"alt-title", "J2"}, {"short-title", "ST"}};

constexpr Field people[] = {
    {"authors", "AU"}, {"secondary-authors", "A2"}, {"tertiary-authors", "A3"}, {"subsidiary-authors", "A4"}};

// Text of a field with the tags that CSL has for its formatting; EndNote puts each stretch of it into a <style face=…>.
std::string formatted(const xmlNode* node) {
  std::string text;
  for (const xmlNode* part = node ? node->children : nullptr; part; part = part->next) {
    if (!is_named(part, "style")) {
      text += text_in(part);
      continue;
    }
    xmlChar* raw = xmlNodeGetContent(part);
    const std::string inner = raw ? reinterpret_cast<const char*>(raw) : "";
    xmlFree(raw);
    const std::string face = attribute_of(part, "face");
    const char* tag = face == "italic" ? "i" : face == "superscript" ? "sup" : face == "subscript" ? "sub" : nullptr;
    text += tag ? std::string("<") + tag + ">" + inner + "</" + tag + ">" : inner;
  }
  return squeezed(text);
}

template <std::size_t count>
void add_all(RisEntry& entry, const xmlNode* parent, const Field (&list)[count]) {
  for (const Field& field : list) {
    if (const xmlNode* node = child_of(parent, field.element))
      entry.add(field.tag, field.tag == std::string_view("TI") ? formatted(node) : text_in(node));
  }
}

void add_each(RisEntry& entry, const char* tag, const xmlNode* parent) {
  for (const xmlNode* node = element_from(parent ? parent->children : nullptr); node; node = element_from(node->next))
    entry.add(tag, text_in(node));
}

RisEntry read_record(const xmlNode* record) {
  RisEntry entry;
  entry.add("TY", std::string(ris_type_of_endnote(attribute_of(child_of(record, "ref-type"), "name"))));
  for (const Field& role : people) add_each(entry, role.tag, child_of(child_of(record, "contributors"), role.element));
  add_all(entry, child_of(record, "titles"), titles);
  const xmlNode* periodical = child_of(record, "periodical");
  entry.add("T2", text_in(child_of(periodical, "full-title")));
  entry.add("JA", text_in(child_of(periodical, "abbr-1")));
  add_each(entry, "KW", child_of(record, "keywords"));
  const xmlNode* dates = child_of(record, "dates");
  entry.add("PY", text_in(child_of(dates, "year")));
  entry.add("DA", text_in(child_of(child_of(dates, "pub-dates"), "date")));
  for (const std::string_view urls : {std::string_view("web-urls"), std::string_view("related-urls")})
    add_each(entry, "UR", child_of(child_of(record, "urls"), urls));
  add_all(entry, record, fields);
  return entry;
}

// Null for a cite that says nothing of its source.
json read_cite(const xmlNode* cite) {
  const std::string number = text_in(child_of(cite, "RecNum"));
  json result = {{"id", "endnote-" + number}};
  for (const auto& [element, key] :
       {std::pair{"Prefix", "prefix"}, std::pair{"Suffix", "suffix"}, std::pair{"Pages", "locator"}}) {
    if (std::string text = text_in(child_of(cite, element)); !text.empty()) result[key] = std::move(text);
  }
  if (attribute_of(cite, "ExcludeAuth") == "1") result["suppress-author"] = true;
  if (const xmlNode* record = child_of(cite, "record")) {
    json item = item_of(read_record(record), 1);
    item["id"] = result["id"];
    result["itemData"] = std::move(item);
    return result;
  }
  // What the field says without its record.
  json item = {{"id", result["id"]}, {"type", "document"}};
  if (const std::string author = text_in(child_of(cite, "Author")); !author.empty())
    item["author"] = {read_name(author)};
  if (json issued = read_date(text_in(child_of(cite, "Year"))); !issued.is_null()) item["issued"] = std::move(issued);
  if (item.size() == 2) return nullptr;
  result["itemData"] = std::move(item);
  return result;
}

}  // namespace

json read_endnote_cites(std::string_view xml, const std::string& name) {
  const XmlSource tree = parse_xml(xml, name);
  const xmlNode* root = xmlDocGetRootElement(tree.get());
  json cites = json::array();
  for (const xmlNode* node = element_from(root ? root->children : nullptr); node; node = element_from(node->next)) {
    if (!is_named(node, "Cite")) continue;
    if (json cite = read_cite(node); !cite.is_null()) cites.push_back(std::move(cite));
  }
  return cites;
}

json read_endnote_xml(std::string_view bytes, const std::string& name) {
  const XmlSource tree = parse_xml(bytes, name);
  const xmlNode* root = xmlDocGetRootElement(tree.get());
  const xmlNode* records = is_named(root, "records") ? root : child_of(root, "records");
  json items = json::array();
  for (const xmlNode* node = element_from(records ? records->children : nullptr); node;
       node = element_from(node->next)) {
    if (is_named(node, "record")) items.push_back(item_of(read_record(node), items.size() + 1));
  }
  if (items.empty()) throw Error(texts::error_sources_none, name, "EndNote");
  return items;
}

}  // namespace soat::citation
