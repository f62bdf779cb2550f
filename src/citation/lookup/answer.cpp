#include "citation/lookup/answer.h"

#include <utility>

#include "citation/exchange/dates.h"
#include "citation/exchange/exchange.h"
#include "citation/exchange/identifiers.h"
#include "citation/exchange/json_depth.h"
#include "citation/exchange/names.h"
#include "citation/exchange/xml_source.h"
#include "text/ascii.h"
#include "text/error.h"
#include "texts/texts.h"

namespace soat::citation {

using nlohmann::json;

namespace {

using Kind = Identifier::Kind;

json parse_json(std::string_view bytes, const std::string& name) {
  const std::string text = checked_utf8(bytes, name);
  if (const auto at = too_deep(text)) throw Error(texts::error_sources_too_deep, name, *at);
  json answer = json::parse(text, nullptr, false);
  if (answer.is_discarded()) throw Error(texts::error_sources_not_json, name, 0);
  return answer;
}

std::string text_at(const json& object, const char* key) {
  const auto found = object.is_object() ? object.find(key) : object.end();
  if (found == object.end()) return {};
  if (found->is_number()) return found->dump();
  return found->is_string() ? squeezed(found->get<std::string>()) : std::string();
}

const json& member(const json& object, const char* key) {
  static const json none;
  const auto found = object.is_object() ? object.find(key) : object.end();
  return found == object.end() ? none : *found;
}

// The text of the first of a list, an object's under "name".
std::string first_of(const json& list) {
  if (!list.is_array() || list.empty()) return {};
  return list[0].is_string() ? squeezed(list[0].get<std::string>()) : text_at(list[0], "name");
}

void put(json& item, const char* key, const std::string& value) {
  if (!value.empty()) item[key] = value;
}

void put_names(json& item, const char* role, const json& list) {
  if (!list.is_array()) return;
  for (const json& one : list) {
    const std::string name = one.is_string() ? squeezed(one.get<std::string>()) : text_at(one, "name");
    if (!name.empty()) item[role].push_back(read_name(name));
  }
}

void put_book_title(json& item, const json& book) {
  const std::string subtitle = text_at(book, "subtitle");
  put(item, "title", text_at(book, "title") + (subtitle.empty() ? "" : ": " + subtitle));
}

// https://openlibrary.org/dev/docs/api/books, jscmd=data.
json open_library_book(const json& book) {
  json item = {{"type", "book"}};
  put_book_title(item, book);
  put_names(item, "author", member(book, "authors"));
  put(item, "publisher", first_of(member(book, "publishers")));
  put(item, "publisher-place", first_of(member(book, "publish_places")));
  put(item, "number-of-pages", text_at(book, "number_of_pages"));
  if (json issued = read_date(text_at(book, "publish_date")); !issued.is_null()) item["issued"] = std::move(issued);
  return item;
}

// https://developers.google.com/books/docs/v1/reference/volumes
json google_book(const json& volume) {
  json item = {{"type", "book"}};
  put_book_title(item, volume);
  put_names(item, "author", member(volume, "authors"));
  put(item, "publisher", text_at(volume, "publisher"));
  put(item, "number-of-pages", text_at(volume, "pageCount"));
  put(item, "language", text_at(volume, "language"));
  put(item, "abstract", text_at(volume, "description"));
  if (json issued = read_date(text_at(volume, "publishedDate")); !issued.is_null()) item["issued"] = std::move(issued);
  return item;
}

json book_of(const Identifier& identifier, std::string_view bytes) {
  const json answer = parse_json(bytes, identifier.value);
  json item;
  if (const json& volumes = member(answer, "items"); volumes.is_array() && !volumes.empty()) {
    item = google_book(member(volumes[0], "volumeInfo"));
  } else if (answer.is_object() && !answer.empty() && answer.begin().key().starts_with("ISBN")) {
    item = open_library_book(answer.begin().value());
  }
  if (!item.contains("title")) return nullptr;
  item["ISBN"] = identifier.value;
  return item;
}

// Crossref has some texts in lists.
json work_of(const Identifier& identifier, std::string_view bytes) {
  json answer = parse_json(bytes, identifier.value);
  if (answer.is_object()) {
    for (const char* key : {"title", "container-title", "ISSN", "ISBN", "subtitle"}) {
      if (answer.contains(key) && answer[key].is_array()) {
        const std::string first = first_of(answer[key]);
        answer.erase(key);
        put(answer, key, first);
      }
    }
  }
  Remarks remarks;
  json items = read_csl_json(answer.dump(), identifier.value, &remarks);
  if (items.empty() || !items[0].contains("title")) return nullptr;
  json item = std::move(items[0]);
  item["DOI"] = identifier.value;
  // What only the registry needs.
  for (const char* key : {"reference",
                          "link",
                          "relation",
                          "indexed",
                          "deposited",
                          "created",
                          "content-domain",
                          "score",
                          "member",
                          "prefix",
                          "source",
                          "references-count",
                          "is-referenced-by-count",
                          "reference-count",
                          "update-policy",
                          "journal-issue",
                          "published-online",
                          "published-print",
                          "published",
                          "alternative-id",
                          "assertion",
                          "license",
                          "resource",
                          "funder",
                          "subject",
                          "issn-type",
                          "isbn-type",
                          "archive",
                          "institution",
                          "update-to",
                          "accepted",
                          "approved",
                          "short-container-title",
                          "original-title",
                          "short-title",
                          "content-updated",
                          "subtitle"})
    item.erase(key);
  return item;
}

// The Atom feed of arXiv's API (https://info.arxiv.org/help/api/user-manual.html, 3.3).
json preprint_of(const Identifier& identifier, std::string_view bytes) {
  const XmlSource tree = parse_xml(bytes, identifier.value);
  const xmlNode* entry = child_of(xmlDocGetRootElement(tree.get()), "entry");
  const std::string title = text_in(child_of(entry, "title"));
  // It says that it knows none in an entry of that title, or in one without authors.
  if (!entry || title == "Error" || !child_of(entry, "author")) return nullptr;
  json item = {{"type", "article"}, {"title", title}, {"archive", "arXiv"}, {"number", "arXiv:" + identifier.value}};
  for (const xmlNode* node = element_from(entry->children); node; node = element_from(node->next)) {
    if (is_named(node, "author")) item["author"].push_back(read_name(text_in(child_of(node, "name"))));
  }
  if (json issued = read_date(text_in(child_of(entry, "published"))); !issued.is_null())
    item["issued"] = std::move(issued);
  put(item, "abstract", text_in(child_of(entry, "summary")));
  put(item, "DOI", bare_doi(text_in(child_of(entry, "doi"))));
  item["URL"] = "https://arxiv.org/abs/" + identifier.value;
  return item;
}

}  // namespace

bool is_service_address(std::string_view address) {
  const bool asks = address.starts_with("http://") || address.starts_with("https://");
  return asks && address.find("{id}") != std::string_view::npos &&
         address.find_first_of(" \t\r\n") == std::string_view::npos;
}

Question question_for(const Identifier& identifier, const Services& services) {
  const std::string* pattern = nullptr;
  switch (identifier.kind) {
    case Kind::doi:
      pattern = &services.doi;
      break;
    case Kind::isbn:
      pattern = &services.isbn;
      break;
    case Kind::pmid:
      pattern = &services.pmid;
      break;
    case Kind::arxiv:
      pattern = &services.arxiv;
      break;
  }
  Question question{*pattern, identifier.kind == Kind::doi ? "application/vnd.citationstyles.csl+json" : ""};
  constexpr std::string_view place = "{id}";
  if (const auto at = question.address.find(place); at != std::string::npos)
    question.address.replace(at, place.size(), percent_encoded(identifier.value));
  return question;
}

json read_answer(const Identifier& identifier, std::string_view bytes) {
  json item;
  switch (identifier.kind) {
    case Kind::doi:
      item = work_of(identifier, bytes);
      break;
    case Kind::isbn:
      item = book_of(identifier, bytes);
      break;
    case Kind::arxiv:
      item = preprint_of(identifier, bytes);
      break;
    case Kind::pmid:
      if (bytes.find("PMID-") != std::string_view::npos) item = read_pubmed(bytes, identifier.value).at(0);
      break;
  }
  if (item.is_object()) item["id"] = identifier.value;
  return item;
}

}  // namespace soat::citation
