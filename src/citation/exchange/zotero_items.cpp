#include "citation/exchange/zotero_items.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "citation/exchange/dates.h"
#include "citation/exchange/exchange.h"
#include "citation/exchange/extra_lines.h"
#include "citation/exchange/identifiers.h"

namespace soat::citation {

using nlohmann::json;

namespace {

using Pair = std::pair<std::string_view, std::string_view>;

constexpr Pair types[] = {{"artwork", "graphic"},
                          {"attachment", ""},
                          {"audioRecording", "song"},
                          {"bill", "bill"},
                          {"blogPost", "post-weblog"},
                          {"book", "book"},
                          {"bookSection", "chapter"},
                          {"case", "legal_case"},
                          {"computerProgram", "software"},
                          {"conferencePaper", "paper-conference"},
                          {"dataset", "dataset"},
                          {"dictionaryEntry", "entry-dictionary"},
                          {"encyclopediaArticle", "entry-encyclopedia"},
                          {"film", "motion_picture"},
                          {"forumPost", "post"},
                          {"hearing", "hearing"},
                          {"interview", "interview"},
                          {"journalArticle", "article-journal"},
                          {"letter", "personal_communication"},
                          {"magazineArticle", "article-magazine"},
                          {"manuscript", "manuscript"},
                          {"map", "map"},
                          {"newspaperArticle", "article-newspaper"},
                          {"note", ""},
                          {"annotation", ""},
                          {"patent", "patent"},
                          {"podcast", "broadcast"},
                          {"preprint", "article"},
                          {"presentation", "speech"},
                          {"radioBroadcast", "broadcast"},
                          {"report", "report"},
                          {"standard", "standard"},
                          {"statute", "legislation"},
                          {"thesis", "thesis"},
                          {"tvBroadcast", "broadcast"},
                          {"videoRecording", "motion_picture"},
                          {"webpage", "webpage"}};

// The first of several fields that an item has counts.
constexpr Pair fields[] = {{"title", "title"},
                           {"caseName", "title"},
                           {"nameOfAct", "title"},
                           {"subject", "title"},
                           {"shortTitle", "title-short"},
                           {"publicationTitle", "container-title"},
                           {"bookTitle", "container-title"},
                           {"proceedingsTitle", "container-title"},
                           {"encyclopediaTitle", "container-title"},
                           {"dictionaryTitle", "container-title"},
                           {"websiteTitle", "container-title"},
                           {"blogTitle", "container-title"},
                           {"forumTitle", "container-title"},
                           {"programTitle", "container-title"},
                           {"code", "container-title"},
                           {"journalAbbreviation", "container-title-short"},
                           {"series", "collection-title"},
                           {"seriesTitle", "collection-title"},
                           {"seriesNumber", "collection-number"},
                           {"conferenceName", "event-title"},
                           {"meetingName", "event-title"},
                           {"volume", "volume"},
                           {"numberOfVolumes", "number-of-volumes"},
                           {"issue", "issue"},
                           {"number", "number"},
                           {"reportNumber", "number"},
                           {"publicLawNumber", "number"},
                           {"billNumber", "number"},
                           {"docketNumber", "number"},
                           {"patentNumber", "number"},
                           {"archiveID", "number"},
                           {"pages", "page"},
                           {"numPages", "number-of-pages"},
                           {"edition", "edition"},
                           {"versionNumber", "version"},
                           {"publisher", "publisher"},
                           {"university", "publisher"},
                           {"institution", "publisher"},
                           {"company", "publisher"},
                           {"studio", "publisher"},
                           {"label", "publisher"},
                           {"repository", "publisher"},
                           {"place", "publisher-place"},
                           {"thesisType", "genre"},
                           {"reportType", "genre"},
                           {"genre", "genre"},
                           {"type", "genre"},
                           {"manuscriptType", "genre"},
                           {"presentationType", "genre"},
                           {"court", "authority"},
                           {"legislativeBody", "authority"},
                           {"section", "section"},
                           {"DOI", "DOI"},
                           {"ISBN", "ISBN"},
                           {"ISSN", "ISSN"},
                           {"url", "URL"},
                           {"abstractNote", "abstract"},
                           {"language", "language"},
                           {"archive", "archive"},
                           {"archiveLocation", "archive_location"},
                           {"rights", "license"},
                           {"libraryCatalog", "source"},
                           {"runningTime", "dimensions"},
                           {"scale", "scale"},
                           {"callNumber", "call-number"}};

constexpr Pair roles[] = {{"author", "author"},
                          {"editor", "editor"},
                          {"translator", "translator"},
                          {"seriesEditor", "collection-editor"},
                          {"bookAuthor", "container-author"},
                          {"director", "director"},
                          {"inventor", "author"},
                          {"programmer", "author"},
                          {"artist", "author"},
                          {"presenter", "author"},
                          {"interviewee", "author"},
                          {"interviewer", "interviewer"},
                          {"podcaster", "author"},
                          {"cartographer", "author"},
                          {"recipient", "recipient"},
                          {"performer", "author"}};

std::string text_at(const json& object, std::string_view key) {
  const auto found = object.find(std::string(key));
  if (found == object.end()) return {};
  return found->is_string() ? found->get<std::string>() : found->is_number() ? found->dump() : std::string();
}

void add_creator(json& item, const json& creator) {
  if (!creator.is_object()) return;
  const std::string said = text_at(creator, "creatorType");
  std::string role = "author";
  for (const auto& [zotero, csl] : roles) {
    if (zotero == said) role = csl;
  }
  const std::string last = text_at(creator, "lastName");
  const std::string first = text_at(creator, "firstName");
  const std::string whole = text_at(creator, "name");
  json name;
  if (!last.empty() && !first.empty()) {
    name = {{"family", last}, {"given", first}};
  } else if (!(last + whole).empty()) {
    name = {{"literal", whole.empty() ? last : whole}};
  } else {
    return;
  }
  json& list = item[role];
  if (!list.is_array()) list = json::array();
  list.push_back(std::move(name));
}

void add_tags(json& item, const json& tags) {
  std::string keywords;
  for (const json& tag : tags) {
    const std::string text = tag.is_string() ? tag.get<std::string>() : tag.is_object() ? text_at(tag, "tag") : "";
    if (!text.empty()) keywords += (keywords.empty() ? "" : ", ") + text;
  }
  if (!keywords.empty()) item["keyword"] = keywords;
}

}  // namespace

bool is_zotero_item(const json& object) {
  return object.is_object() && object.contains("itemType") && object["itemType"].is_string();
}

json from_zotero_item(const json& object) {
  json item = json::object();
  const std::string type = text_at(object, "itemType");
  item["type"] = "document";
  for (const auto& [zotero, csl] : types) {
    if (zotero != type) continue;
    if (csl.empty()) return nullptr;
    item["type"] = csl;
  }
  for (const std::string_view key : {"citationKey", "citekey", "key", "itemKey"}) {
    if (!item.contains("id") && !text_at(object, key).empty()) item["id"] = text_at(object, key);
  }
  for (const auto& [zotero, csl] : fields) {
    const std::string key(csl);
    if (const std::string value = text_at(object, zotero); !value.empty() && !item.contains(key)) item[key] = value;
  }
  if (item.contains("DOI")) item["DOI"] = bare_doi(item["DOI"].get<std::string>());
  if (object.contains("creators") && object["creators"].is_array()) {
    for (const json& creator : object["creators"]) add_creator(item, creator);
  }
  for (const std::string_view key : {"date", "dateEnacted", "dateDecided", "issueDate"}) {
    if (json issued = read_date(text_at(object, key)); !issued.is_null() && !item.contains("issued"))
      item["issued"] = std::move(issued);
  }
  if (json accessed = read_date(text_at(object, "accessDate")); !accessed.is_null())
    item["accessed"] = std::move(accessed);
  if (const auto tags = object.find("tags"); tags != object.end() && tags->is_array()) add_tags(item, *tags);
  add_extra(item, text_at(object, "extra"));
  return item;
}

std::string linked_file(std::string_view path) {
  constexpr std::string_view folder = "attachments:";
  if (path.starts_with(folder)) path.remove_prefix(folder.size());
  return std::string(path);
}

}  // namespace soat::citation
