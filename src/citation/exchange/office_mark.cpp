#include "citation/exchange/office_mark.h"

#include <algorithm>
#include <array>
#include <utility>

#include "citation/exchange/bib_item.h"
#include "citation/exchange/exchange.h"
#include "citation/exchange/latex.h"

namespace soat::citation {

using nlohmann::json;

namespace {

struct Named {
  std::string_view field;   // in OpenDocument
  std::string_view office;  // in LibreOffice's interface
  const char* bib;          // in BibTeX; null: see item_of_office_mark
};

constexpr Named fields[] = {{"identifier", "Identifier", nullptr},
                            {"bibliography-type", "BibiliographicType", nullptr},
                            {"address", "Address", "address"},
                            {"annote", "Annote", "annote"},
                            {"author", "Author", "author"},
                            {"booktitle", "Booktitle", "booktitle"},
                            {"chapter", "Chapter", "chapter"},
                            {"edition", "Edition", "edition"},
                            {"editor", "Editor", "editor"},
                            {"howpublished", "Howpublished", "howpublished"},
                            {"institution", "Institution", "institution"},
                            {"isbn", "ISBN", "isbn"},
                            {"journal", "Journal", "journal"},
                            {"month", "Month", "month"},
                            {"note", "Note", "note"},
                            {"number", "Number", "number"},
                            {"organizations", "Organizations", "organization"},
                            {"pages", "Pages", "pages"},
                            {"publisher", "Publisher", "publisher"},
                            {"report-type", "Report_Type", "type"},
                            {"school", "School", "school"},
                            {"series", "Series", "series"},
                            {"title", "Title", "title"},
                            {"url", "URL", "url"},
                            {"volume", "Volume", "volume"},
                            {"year", "Year", "year"},
                            {"custom1", "Custom1", nullptr},
                            {"custom2", "Custom2", nullptr},
                            {"custom3", "Custom3", nullptr},
                            {"custom4", "Custom4", nullptr},
                            {"custom5", "Custom5", nullptr}};

// In the order of com.sun.star.text.BibliographyDataType.
constexpr std::string_view types[] = {
    "article", "book",          "booklet", "conference", "inbook",      "incollection", "inproceedings", "journal",
    "manual",  "mastersthesis", "misc",    "phdthesis",  "proceedings", "techreport",   "unpublished",   "email",
    "www",     "custom1",       "custom2", "custom3",    "custom4",     "custom5"};

// "Lê A; Trần B" as "Lê A and Trần B".
std::string people(std::string_view text) {
  std::string result;
  for (const char c : text) result += c == ';' ? std::string(" and ") : std::string(1, c);
  return result;
}

}  // namespace

std::span<const std::string_view> office_mark_fields() {
  static constexpr auto names = [] {
    std::array<std::string_view, std::size(fields)> all;
    std::ranges::transform(fields, all.begin(), &Named::field);
    return all;
  }();
  return names;
}

std::string_view office_mark_field(std::string_view name) {
  const auto known = std::ranges::find(fields, name, &Named::office);
  return known == std::end(fields) ? std::string_view() : known->field;
}

std::string_view office_mark_type(int number) {
  return number >= 0 && number < static_cast<int>(std::size(types)) ? types[number] : std::string_view();
}

json item_of_office_mark(const std::map<std::string, std::string>& values) {
  const auto value = [&](std::string_view field) {
    const auto found = values.find(std::string(field));
    return found == values.end() ? std::string() : squeezed(found->second);
  };
  BibEntry entry;
  entry.key = value("identifier");
  entry.type = value("bibliography-type");
  if (entry.type == "journal") entry.type = "periodical";
  std::string own;  // what the user's own fields say has no place in BibTeX
  for (const Named& field : fields) {
    const std::string text = value(field.field);
    if (text.empty()) continue;
    if (field.bib) {
      const bool names = field.field == "author" || field.field == "editor";
      std::string& to = entry.fields[field.bib];
      to = field.field == "url" ? address_to_latex(text) : to_latex(names ? people(text) : text);
    } else if (field.field.starts_with("custom")) {
      own += (own.empty() ? "" : "; ") + text;
    }
  }
  json item = item_of(entry, 1);
  if (const std::string title = value("title"); !title.empty()) item["title"] = title;  // braces are LaTeX's own
  if (entry.type == "email") item["type"] = "personal_communication";
  if (entry.type == "www") item["type"] = "webpage";
  // Publisher, institution, school and organization are one field of a style: what it does not take is kept.
  for (const char* field : {"institution", "school", "organizations", "howpublished"}) {
    const std::string text = value(field);
    if (!text.empty() && item.value("publisher", "") != text && item.value("URL", "") != text)
      own += (own.empty() ? "" : "; ") + text;
  }
  if (!own.empty()) item["note"] = item.contains("note") ? item.value("note", "") + "; " + own : own;
  return item;
}

}  // namespace soat::citation
