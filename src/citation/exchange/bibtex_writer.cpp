#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <string_view>
#include <utility>

#include "citation/csl/item_check.h"
#include "citation/exchange/bib_types.h"
#include "citation/exchange/bibtex_files.h"
#include "citation/exchange/custom_lists.h"
#include "citation/exchange/exchange.h"
#include "citation/exchange/latex.h"
#include "reference/words.h"
#include "text/ascii.h"
#include "text/utf.h"

// Items as entries: of BibLaTeX, by the fields of its manual (2.2), or of classic BibTeX ("BibTeXing", Patashnik 1988),
// whose styles know a year and a month but no date. What neither has a field for stands in one with CSL's name, which
// styles pass over and read_bibtex reads.

namespace soat::citation {

using nlohmann::json;

namespace {

enum class Dialect : unsigned char { biblatex, classic };

using Pair = std::pair<std::string_view, std::string_view>;

// CSL variables and the fields of both dialects that hold them as they are.
constexpr Pair texts_of_both[] = {{"title-short", "shorttitle"},
                                  {"volume", "volume"},
                                  {"number-of-volumes", "volumes"},
                                  {"container-title-short", "shortjournal"},
                                  {"number-of-pages", "pagetotal"},
                                  {"page", "pages"},
                                  {"edition", "edition"},
                                  {"collection-title", "series"},
                                  {"chapter-number", "chapter"},
                                  {"part-number", "part"},
                                  {"version", "version"},
                                  {"event-title", "eventtitle"},
                                  {"event-place", "venue"},
                                  {"original-title", "origtitle"},
                                  {"original-publisher", "origpublisher"},
                                  {"original-publisher-place", "origlocation"},
                                  {"call-number", "library"},
                                  {"ISBN", "isbn"},
                                  {"ISSN", "issn"},
                                  {"note", "note"},
                                  {"abstract", "abstract"},
                                  {"annote", "annotation"},
                                  {"keyword", "keywords"},
                                  {"status", "pubstate"},
                                  {"PMID", "pmid"},
                                  {"PMCID", "pmcid"}};

constexpr Pair people_of_both[] = {
    {"author", "author"}, {"editor", "editor"}, {"translator", "translator"}, {"container-author", "bookauthor"}};

constexpr Pair other_dates[] = {{"accessed", "urldate"}, {"event-date", "eventdate"}, {"original-date", "origdate"}};

// Variables with a place of their own in an entry.
constexpr std::array<std::string_view, 13> placed = {"id",     "type",   "title", "container-title", "publisher",
                                                     "issue",  "number", "genre", "publisher-place", "language",
                                                     "issued", "DOI",    "URL"};

std::string part_of(const json& name, const char* key) {
  const auto found = name.find(key);
  return found != name.end() && found->is_string() ? to_latex(found->get<std::string>()) : std::string();
}

// "von Last, Jr, First".
std::string bib_name(const json& name) {
  if (name == json{{"literal", "others"}}) return "others";
  if (name.contains("literal")) return "{" + part_of(name, "literal") + "}";
  std::string particle = part_of(name, "non-dropping-particle");
  if (particle.empty()) particle = part_of(name, "dropping-particle");
  std::string result = (particle.empty() ? "" : particle + " ") + part_of(name, "family");
  if (const std::string suffix = part_of(name, "suffix"); !suffix.empty()) result += ", " + suffix;
  if (const std::string given = part_of(name, "given"); !given.empty()) result += ", " + given;
  return result;
}

std::string number_of(const json& part) {
  return part.is_string() ? part.get<std::string>() : part.dump();
}

// "2020-03/2020-05"; uncertain ones, those before our era and seasons as EDTF has them; what is said in words as it is.
std::string bib_date(const json& date) {
  for (const char* words : {"literal", "raw"}) {
    if (const auto said = date.find(words); said != date.end() && said->is_string())
      return to_latex(said->get<std::string>());
  }
  const auto list = date.find("date-parts");
  std::string result;
  if (list == date.end() || !list->is_array()) return result;
  for (std::size_t i = 0; i < list->size() && i < 2; ++i) {
    const json& parts = (*list)[i];
    if (!parts.is_array()) continue;
    std::string one;
    for (const json& part : parts) {
      std::string number = number_of(part);
      if (number.size() == 1) number.insert(0, "0");
      if (one.empty() && number.starts_with("-")) {
        int year = 0;
        std::from_chars(number.data() + 1, number.data() + number.size(), year);
        const std::string early = std::to_string(year - 1);
        number = "-" + std::string(early.size() < 4 ? 4 - early.size() : 0, '0') + early;
      }
      one += (one.empty() ? "" : "-") + number;
    }
    result += (i > 0 ? "/" : "") + one;
  }
  if (const auto season = date.find("season"); season != date.end() && list->size() == 1) {
    const std::string number = number_of(*season);
    if (number.size() == 1 && number >= "1" && number <= "4") result += "-2" + number;
  }
  if (const auto circa = date.find("circa"); circa != date.end() && *circa != false && !result.empty()) result += "~";
  return result;
}

// Words with capitals in braces: classic styles make small letters of a title, names too.
std::string kept_capitals(const std::string& title) {
  std::string result;
  bool first = true;
  for (std::size_t start = 0; start < title.size();) {
    const std::size_t end = std::min(title.find(' ', start), title.size());
    const std::string word = title.substr(start, end - start);
    const std::u16string wide = text::to_utf16(word);
    const bool capital = std::any_of(wide.begin() + (first && !wide.empty() ? 1 : 0), wide.end(),
                                     [](char16_t unit) { return u_isupper(unit) != 0; });
    const bool plain = word.find_first_of("{}\\$") == std::string::npos;
    result += capital && plain ? "{" + word + "}" : word;
    if (end < title.size()) result += ' ';
    first = false;
    start = end + 1;
  }
  return result;
}

bool doctoral(const std::string& genre) {
  const std::u16string plain = reference::word_plain(text::to_utf16(genre));
  for (const char16_t* word : {u"tien si", u"phd", u"ph.d", u"doctor", u"dissertation"}) {
    if (plain.find(word) != std::u16string::npos) return true;
  }
  return false;
}

class EntryWriter {
 public:
  EntryWriter(const json& item, Dialect dialect) : item_(item), dialect_(dialect) {
    type_ = item.value("type", "document");
    kind_ = bib_type_of_csl(type_);
    if (dialect == Dialect::classic) kind_ = classic_kind();
  }

  std::string entry() {
    out_ = "@" + kind_ + "{" + key();
    for (const auto& [csl, field] : people_of_both) put(field, people(csl));
    const std::string title = to_latex(text("title"));
    put("title", dialect_ == Dialect::classic ? kept_capitals(title) : title);
    put_container();
    put_numbers();
    put_publisher();
    for (const auto& [csl, field] : texts_of_both) put(field, to_latex(text(csl)));
    put("type", to_latex(text("genre")));
    put("doi", address_to_latex(text("DOI")));
    put("file", files_for_bibtex(custom_list(item_, custom_files)));
    put_address();
    put(dialect_ == Dialect::biblatex ? "langid" : "language", to_latex(text("language")));
    put_dates();
    if (csl_type_of_bib(kind_) != type_) put("entrysubtype", type_);
    put_others();
    return out_ + "\n}\n\n";
  }

 private:
  std::string classic_kind() const {
    if (kind_ == "thesis") return doctoral(text("genre")) ? "phdthesis" : "mastersthesis";
    if (kind_ == "report") return "techreport";
    constexpr std::array<std::string_view, 7> both = {"article",       "book",   "booklet",    "incollection",
                                                      "inproceedings", "manual", "unpublished"};
    if (std::find(both.begin(), both.end(), kind_) != both.end()) return kind_;
    return kind_ == "inreference" ? "incollection" : "misc";
  }

  std::string key() const {
    std::string result;
    for (const char c : item_.value("id", "")) {
      if (text::is_ascii_alphanumeric(static_cast<unsigned char>(c)) || c == '-' || c == '_' || c == ':' || c == '.')
        result += c;
    }
    return result.empty() ? "item" : result;
  }

  std::string text(std::string_view csl) const {
    const auto found = item_.find(std::string(csl));
    if (found == item_.end()) return {};
    return found->is_string() ? found->get<std::string>() : found->is_number() ? found->dump() : std::string();
  }

  std::string people(std::string_view role) const {
    std::string list;
    const auto found = item_.find(std::string(role));
    if (found == item_.end() || !found->is_array()) return list;
    for (const json& one : *found) {
      if (!one.is_object()) continue;
      list += (list.empty() ? "" : " and ") + bib_name(one);
    }
    return list;
  }

  void put(std::string_view field, const std::string& value) {
    if (!value.empty()) out_ += ",\n  " + std::string(field) + " = {" + value + "}";
  }

  bool in_issues() const { return type_.starts_with("article-") || type_ == "periodical"; }

  void put_container() {
    const std::string container = to_latex(text("container-title"));
    if (dialect_ == Dialect::biblatex) {
      put(kind_ == "article" ? "journaltitle" : "booktitle", container);
    } else {
      put(kind_ == "article" ? "journal" : "booktitle", container);
    }
  }

  // An entry has one number: that of the issue, of the document, or in the series; others stand beside it.
  void put_numbers() {
    const std::string issue = to_latex(text("issue"));
    const std::string number = to_latex(text("number"));
    const std::string in_series = to_latex(text("collection-number"));
    const bool numbered = type_ == "report" || type_ == "patent" || type_ == "standard" || type_ == "legislation" ||
                          type_ == "legal_case";
    if (in_issues()) {
      put("number", issue);
      put("csl-number", number);
      put("collection-number", in_series);
    } else if (numbered || text("collection-title").empty()) {
      put("number", number);
      put("csl-issue", issue);
      put("collection-number", in_series);
    } else {
      put("number", in_series);
      put("csl-number", number);
      put("csl-issue", issue);
    }
  }

  void put_publisher() {
    const bool classic = dialect_ == Dialect::classic;
    const bool body = kind_ == "thesis" || kind_ == "report" || kind_ == "techreport";
    put(kind_.ends_with("sthesis") || kind_ == "phdthesis" ? "school"
        : body                                             ? "institution"
                                                           : "publisher",
        to_latex(text("publisher")));
    put(classic || !text("event-place").empty() ? "address" : "location", to_latex(text("publisher-place")));
  }

  void put_address() {
    const std::string url = address_to_latex(text("URL"));
    put("url", url);
    if (dialect_ == Dialect::classic && kind_ == "misc" && !url.empty()) put("howpublished", "\\url{" + url + "}");
  }

  void put_dates() {
    const auto issued = item_.find("issued");
    if (issued != item_.end() && issued->is_object()) {
      dialect_ == Dialect::biblatex ? put("date", bib_date(*issued)) : put_classic_date(*issued);
    }
    for (const auto& [csl, field] : other_dates) {
      const auto found = item_.find(std::string(csl));
      if (found != item_.end() && found->is_object()) put(field, bib_date(*found));
    }
  }

  // Year and month as the macro that styles have for it; the day and the end of a range in the field of BibLaTeX too.
  void put_classic_date(const json& date) {
    constexpr std::array<const char*, 12> months = {"jan", "feb", "mar", "apr", "may", "jun",
                                                    "jul", "aug", "sep", "oct", "nov", "dec"};
    const auto list = date.find("date-parts");
    if (list == date.end() || !list->is_array() || list->empty() || !(*list)[0].is_array() || (*list)[0].empty()) {
      put("year", bib_date(date));
      return;
    }
    const json& parts = (*list)[0];
    put("year", number_of(parts[0]));
    std::size_t month = 0;
    if (parts.size() > 1) {
      for (const char c : number_of(parts[1])) month = c >= '0' && c <= '9' ? month * 10 + (c - '0') : 99;
    }
    if (month >= 1 && month <= 12) out_ += std::string(",\n  month = ") + months[month - 1];
    if (parts.size() > 2 || list->size() > 1) put("date", bib_date(date));
  }

  // What has no field of BibTeX's.
  void put_others() {
    const auto among = [](const auto& list, std::string_view key) {
      return std::any_of(std::begin(list), std::end(list), [&](const Pair& one) { return one.first == key; });
    };
    for (const auto& [csl, value] : item_.items()) {
      const bool known = std::find(placed.begin(), placed.end(), csl) != placed.end() || among(texts_of_both, csl) ||
                         among(people_of_both, csl) || among(other_dates, csl) || csl == "collection-number";
      if (known) continue;
      const std::string field = lower_ascii(csl);
      switch (field_kind(csl)) {
        case FieldKind::text:
          put(field, to_latex(text(csl)));
          break;
        case FieldKind::names:
          put(field, people(csl));
          break;
        case FieldKind::date:
          if (value.is_object()) put(field, bib_date(value));
          break;
        case FieldKind::none:
          break;
      }
    }
  }

  const json& item_;
  Dialect dialect_;
  std::string type_;  // CSL's
  std::string kind_;
  std::string out_;
};

std::string write(const json& items, Dialect dialect) {
  std::string out;
  for (const json& item : items) out += EntryWriter(item, dialect).entry();
  return out;
}

}  // namespace

std::string write_biblatex(const json& items) {
  return write(items, Dialect::biblatex);
}

std::string write_bibtex(const json& items) {
  return write(items, Dialect::classic);
}

}  // namespace soat::citation
