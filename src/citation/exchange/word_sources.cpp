#include <array>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "citation/exchange/dates.h"
#include "citation/exchange/exchange.h"
#include "citation/exchange/identifiers.h"
#include "citation/exchange/names.h"
#include "citation/exchange/xml_source.h"
#include "text/error.h"
#include "texts/texts.h"

// The sources of Microsoft Word (ECMA-376, part 1, 22.6): a document's own part of them, and Word's Sources.xml.

namespace soat::citation {

using nlohmann::json;

namespace {

constexpr std::pair<std::string_view, const char*> types[] = {{"ArticleInAPeriodical", "article-magazine"},
                                                              {"Book", "book"},
                                                              {"BookSection", "chapter"},
                                                              {"JournalArticle", "article-journal"},
                                                              {"ConferenceProceedings", "paper-conference"},
                                                              {"Report", "report"},
                                                              {"SoundRecording", "song"},
                                                              {"Performance", "performance"},
                                                              {"Art", "graphic"},
                                                              {"DocumentFromInternetSite", "webpage"},
                                                              {"InternetSite", "webpage"},
                                                              {"Film", "motion_picture"},
                                                              {"Interview", "interview"},
                                                              {"Patent", "patent"},
                                                              {"Case", "legal_case"}};

constexpr std::pair<std::string_view, const char*> roles[] = {
    {"Author", "author"},           {"Artist", "author"},
    {"Inventor", "author"},         {"Interviewee", "author"},
    {"Interviewer", "interviewer"}, {"Writer", "script-writer"},
    {"Editor", "editor"},           {"BookAuthor", "container-author"},
    {"Translator", "translator"},   {"Compiler", "compiler"},
    {"Composer", "composer"},       {"Conductor", "performer"},
    {"Performer", "performer"},     {"Director", "director"},
    {"ProducerName", "producer"},   {"Counsel", "contributor"}};

// The first element with a value gives a variable; what the others say goes into the note.
constexpr std::pair<std::string_view, const char*> fields[] = {{"Title", "title"},
                                                               {"ShortTitle", "title-short"},
                                                               {"AbbreviatedCaseNumber", "title-short"},
                                                               {"JournalName", "container-title"},
                                                               {"PeriodicalTitle", "container-title"},
                                                               {"BookTitle", "container-title"},
                                                               {"ConferenceName", "container-title"},
                                                               {"PublicationTitle", "container-title"},
                                                               {"InternetSiteTitle", "container-title"},
                                                               {"BroadcastTitle", "container-title"},
                                                               {"AlbumTitle", "container-title"},
                                                               {"Reporter", "container-title"},
                                                               {"Publisher", "publisher"},
                                                               {"Institution", "publisher"},
                                                               {"ProductionCompany", "publisher"},
                                                               {"Distributor", "publisher"},
                                                               {"Broadcaster", "publisher"},
                                                               {"Station", "publisher"},
                                                               {"Department", "division"},
                                                               {"Court", "authority"},
                                                               {"Theater", "event-place"},
                                                               {"Volume", "volume"},
                                                               {"Issue", "issue"},
                                                               {"Pages", "page"},
                                                               {"Edition", "edition"},
                                                               {"ChapterNumber", "chapter-number"},
                                                               {"NumberVolumes", "number-of-volumes"},
                                                               {"PatentNumber", "number"},
                                                               {"CaseNumber", "number"},
                                                               {"RecordingNumber", "number"},
                                                               {"Medium", "medium"},
                                                               {"Version", "version"},
                                                               {"ThesisType", "genre"},
                                                               {"Type", "genre"},
                                                               {"DOI", "DOI"},
                                                               {"URL", "URL"}};

// Languages by Windows' numbers, as far as they stand for one that has words of its own in the styles.
constexpr std::pair<std::string_view, const char*> languages[] = {
    {"1066", "vi-VN"}, {"1033", "en-US"}, {"2057", "en-GB"}, {"1036", "fr-FR"}, {"1031", "de-DE"},
    {"1049", "ru-RU"}, {"1041", "ja-JP"}, {"1042", "ko-KR"}, {"2052", "zh-CN"}};

template <std::size_t count>
const char* find(const std::pair<std::string_view, const char*> (&table)[count], std::string_view name) {
  for (const auto& [known, value] : table) {
    if (known == name) return value;
  }
  return nullptr;
}

// Word asks for three fields; a Vietnamese name is written without a comma: family, middle, given.
json name_of(const xmlNode* person) {
  const std::string last = text_in(child_of(person, "Last"));
  const std::string first = text_in(child_of(person, "First"));
  const std::string middle = text_in(child_of(person, "Middle"));
  const std::string western = squeezed(first + " " + middle);
  if (last.empty()) return western.empty() ? json() : read_name(western);
  if (western.empty()) return {{"literal", last}};
  json vietnamese = read_name(squeezed(last + " " + middle + " " + first));
  if (!middle.empty() && vietnamese.value("family", "") == last) return vietnamese;
  return {{"family", last}, {"given", western}};
}

void put_people(json& item, const xmlNode* roles_of_source) {
  for (const xmlNode* role = element_from(roles_of_source ? roles_of_source->children : nullptr); role;
       role = element_from(role->next)) {
    const char* key = find(roles, reinterpret_cast<const char*>(role->name));
    if (!key) continue;
    if (const std::string body = text_in(child_of(role, "Corporate")); !body.empty())
      item[key].push_back({{"literal", body}});
    const xmlNode* list = child_of(role, "NameList");
    for (const xmlNode* person = element_from(list ? list->children : nullptr); person;
         person = element_from(person->next)) {
      if (json name = name_of(person); !name.is_null()) item[key].push_back(std::move(name));
    }
  }
}

json date_in(const xmlNode* source, const char* year, const char* month, const char* day) {
  const std::string said_year = text_in(child_of(source, year));
  json date = read_date(said_year);
  if (date.is_null()) return said_year.empty() ? json() : json{{"literal", said_year}};
  json& parts = date["date-parts"][0];
  const std::string said_month = text_in(child_of(source, month));
  std::string word = lower_ascii(said_month);
  if (word.starts_with("tháng ")) word = word.substr(std::string_view("tháng ").size());
  if (parts.size() > 1 || read_month(word) == 0) return date;
  parts.push_back(read_month(word));
  const std::string said_day = text_in(child_of(source, day));
  const int number =
      said_day.size() <= 2 && !said_day.empty() && said_day.find_first_not_of("0123456789") == said_day.npos
          ? std::stoi(said_day)
          : 0;
  if (number >= 1 && number <= 31) parts.push_back(number);
  return date;
}

void put_number(json& item, const std::string& number) {
  if (number.empty()) return;
  switch (book_number(number)) {
    case BookNumber::isbn:
      item["ISBN"] = number;
      return;
    case BookNumber::issn:
      item["ISSN"] = number;
      return;
    case BookNumber::none:
      break;
  }
  const bool is_doi = bare_doi(number).starts_with("10.");
  const char* key = is_doi && !item.contains("DOI") ? "DOI" : "number";
  if (!item.contains(key)) item[key] = is_doi ? bare_doi(number) : number;
}

json item_of_source(const xmlNode* source, std::size_t number) {
  json item;
  const std::string tag = text_in(child_of(source, "Tag"));
  item["id"] = tag.empty() ? "item-" + std::to_string(number) : tag;
  const char* type = find(types, text_in(child_of(source, "SourceType")));
  item["type"] = type ? type : "document";
  if (item["type"] == "report" && !text_in(child_of(source, "ThesisType")).empty() &&
      text_in(child_of(source, "Publisher")).empty())
    item["type"] = "thesis";
  std::string note = text_in(child_of(source, "Comments"));
  for (const auto& [element, key] : fields) {
    const std::string text = text_in(child_of(source, element));
    if (text.empty()) continue;
    if (!item.contains(key)) {
      item[key] = key == std::string_view("DOI") ? bare_doi(text) : text;
    } else if (item[key] != text) {
      note += (note.empty() ? "" : "; ") + std::string(element) + ": " + text;
    }
  }
  std::string place;
  for (const char* element : {"City", "StateProvince", "CountryRegion"}) {
    const std::string text = text_in(child_of(source, element));
    if (!text.empty()) place += (place.empty() ? "" : ", ") + text;
  }
  if (!place.empty()) item["publisher-place"] = place;
  if (!note.empty()) item["note"] = note;
  put_number(item, text_in(child_of(source, "StandardNumber")));
  if (const char* language = find(languages, text_in(child_of(source, "LCID")))) item["language"] = language;
  put_people(item, child_of(source, "Author"));
  if (json issued = date_in(source, "Year", "Month", "Day"); !issued.is_null()) item["issued"] = std::move(issued);
  if (json accessed = date_in(source, "YearAccessed", "MonthAccessed", "DayAccessed"); !accessed.is_null())
    item["accessed"] = std::move(accessed);
  return item;
}

}  // namespace

json read_word_sources(std::string_view bytes, const std::string& name) {
  const XmlSource tree = parse_xml(bytes, name);
  const xmlNode* root = xmlDocGetRootElement(tree.get());
  json items = json::array();
  for (const xmlNode* node = element_from(root ? root->children : nullptr); node; node = element_from(node->next)) {
    if (is_named(node, "Source")) items.push_back(item_of_source(node, items.size() + 1));
  }
  if (!is_named(root, "Sources")) throw Error(texts::error_sources_none, name, "Microsoft Word");
  return items;
}

bool are_word_sources(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 4096);
  return head.find("http://schemas.openxmlformats.org/officeDocument/2006/bibliography") != std::string_view::npos ||
         head.find("http://purl.oclc.org/ooxml/officeDocument/bibliography") != std::string_view::npos;
}

}  // namespace soat::citation
