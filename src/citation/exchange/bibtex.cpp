#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "citation/csl/item_check.h"
#include "citation/csl/item_types.h"
#include "citation/exchange/bib_item.h"
#include "citation/exchange/bib_types.h"
#include "citation/exchange/bibtex_entries.h"
#include "citation/exchange/bibtex_files.h"
#include "citation/exchange/custom_lists.h"
#include "citation/exchange/dates.h"
#include "citation/exchange/exchange.h"
#include "citation/exchange/identifiers.h"
#include "citation/exchange/latex.h"
#include "citation/exchange/names.h"
#include "reference/words.h"
#include "text/error.h"
#include "text/letter_case.h"
#include "text/utf.h"
#include "texts/texts.h"

// Entries of BibTeX and BibLaTeX as items: the fields of the BibLaTeX manual (2.2), and those that Mendeley, JabRef,
// ACM, IEEE and others write besides.

namespace soat::citation {

using nlohmann::json;

namespace {

// Splits at " and " outside braces.
json names(const std::string& raw) {
  json list = json::array();
  int depth = 0;
  std::size_t start = 0;
  const auto add = [&](std::string_view one) {
    const std::string trimmed = squeezed(one);
    if (trimmed.empty()) return;
    if (trimmed == "others") {  // those who are not named; as a name of one word it comes through every format
      list.push_back({{"literal", "others"}});
      return;
    }
    // {Bộ Y tế}: a body
    if (trimmed.front() == '{' && trimmed.find('}') == trimmed.size() - 1) {
      list.push_back({{"literal", from_latex(trimmed, false)}});
    } else if (const std::string name = from_latex(trimmed, false); !name.empty()) {
      list.push_back(read_name(name));
    }
  };
  const auto blank = [&](std::size_t i) {
    return i < raw.size() && (raw[i] == ' ' || raw[i] == '\n' || raw[i] == '\t' || raw[i] == '\r');
  };
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] == '{') ++depth;
    if (raw[i] == '}') --depth;
    if (depth == 0 && blank(i) && (raw.compare(i + 1, 3, "and") == 0 || raw.compare(i + 1, 3, "AND") == 0) &&
        blank(i + 4)) {
      add(std::string_view(raw).substr(start, i - start));
      start = i + 4;
      i += 3;
    }
  }
  add(std::string_view(raw).substr(start));
  return list;
}

// A title and what continues it: "Sông: Lưới và ghe", "Ai? Và khi nào".
std::string joined(const std::string& title, const std::string& more, const char* sign) {
  if (title.empty() || more.empty()) return title + more;
  const char last = title.back();
  const bool ended = last == '.' || last == '?' || last == '!' || last == ':';
  return title + (ended ? "" : sign) + " " + more;
}

bool is_vietnamese(const std::string& text) {
  const std::vector<reference::LineWord> words = reference::words_of(text::to_utf16(text));
  return std::ranges::any_of(words, [](const reference::LineWord& word) { return word.key != word.plain; });
}

std::string language_tag(const std::string& said) {
  static const std::map<std::string, std::string> known = {
      {"vietnamese", "vi"},   {"english", "en"},  {"american", "en-US"}, {"usenglish", "en-US"}, {"british", "en-GB"},
      {"ukenglish", "en-GB"}, {"german", "de"},   {"ngerman", "de"},     {"french", "fr"},       {"russian", "ru"},
      {"spanish", "es"},      {"italian", "it"},  {"portuguese", "pt"},  {"brazilian", "pt-BR"}, {"japanese", "ja"},
      {"chinese", "zh"},      {"korean", "ko"},   {"dutch", "nl"},       {"polish", "pl"},       {"latin", "la"},
      {"tiếng việt", "vi"},   {"tiếng anh", "en"}};
  const auto found = known.find(lower_ascii(said));
  return found == known.end() ? said : found->second;
}

// What BibLaTeX's keys for kinds of theses and reports mean, in the language of the work.
std::string genre(const std::string& key, bool vietnamese) {
  struct Genre {
    const char* key;
    const char* vi;
    const char* en;
  };
  static constexpr Genre known[] = {{"phdthesis", "Luận án tiến sĩ", "PhD thesis"},
                                    {"mastersthesis", "Luận văn thạc sĩ", "Master's thesis"},
                                    {"mathesis", "Luận văn thạc sĩ", "Master's thesis"},
                                    {"bathesis", "Khóa luận tốt nghiệp", "Bachelor's thesis"},
                                    {"bachelorsthesis", "Khóa luận tốt nghiệp", "Bachelor's thesis"},
                                    {"candthesis", "Luận án phó tiến sĩ", "Candidate thesis"},
                                    {"techreport", "Báo cáo kỹ thuật", "Technical report"},
                                    {"resreport", "Báo cáo nghiên cứu", "Research report"}};
  for (const Genre& one : known) {
    if (key == one.key) return vietnamese ? one.vi : one.en;
  }
  return {};
}

class ItemMaker {
 public:
  explicit ItemMaker(const BibEntry& entry) : entry_(entry) {}

  json item(std::size_t number) {
    item_["id"] = entry_.key.empty() ? "item-" + std::to_string(number) : entry_.key;
    const std::string url = address();
    std::string type = csl_type_of_bib(entry_.type);
    const std::string kind = lower_ascii(text("entrysubtype"));
    if (type == "article-journal" && (kind == "newspaper" || kind == "news")) type = "article-newspaper";
    if (type == "article-journal" && kind == "magazine") type = "article-magazine";
    if (is_csl_type(kind)) type = kind;
    if (type.empty()) type = !url.empty() ? "webpage" : "document";
    item_["type"] = type;
    put_titles(type);
    put_numbers(type);
    put_places();
    for (const PlainField& one : plain_fields) {
      for (const char* field : one.fields) {
        if (field && put(one.key, text(field))) break;
      }
    }
    put_note();
    put_identifiers(url);
    put_people();
    put_dates();
    put_genre(type);
    put_others();
    return std::move(item_);
  }

 private:
  std::string text(const char* field) const { return from_latex(entry_.raw(field), false); }
  // A tilde in a date says that it is uncertain, in other fields that a line must not break there.
  std::string date_text(const char* field) const {
    const std::string& raw = entry_.raw(field);
    return raw.find_first_of("\\{") == std::string::npos ? raw : text(field);
  }
  std::string marked(const char* field) const { return from_latex(entry_.raw(field), true); }

  void put(const char* key, std::initializer_list<const char*> fields) {
    for (const char* field : fields) {
      if (put(key, text(field))) return;
    }
  }
  bool put(const char* key, const std::string& value) {
    if (!value.empty()) item_[key] = value;
    return !value.empty();
  }

  struct PlainField {
    const char* key;
    std::array<const char*, 4> fields;  // of BibTeX; the first with a value counts
  };
  static constexpr PlainField plain_fields[] = {
      {"volume", {"volume"}},
      {"number-of-volumes", {"volumes"}},
      {"publisher", {"publisher", "school", "institution", "organization"}},
      {"edition", {"edition"}},
      {"abstract", {"abstract"}},
      {"annote", {"annotation", "annote"}},
      {"keyword", {"keywords", "mendeley-tags"}},
      {"number-of-pages", {"pagetotal", "numpages"}},
      {"chapter-number", {"chapter"}},
      {"part-number", {"part"}},
      {"version", {"version"}},
      {"event-title", {"eventtitle"}},
      {"original-title", {"origtitle"}},
      {"original-publisher", {"origpublisher"}},
      {"original-publisher-place", {"origlocation"}},
      {"call-number", {"callnumber", "library"}},
      {"container-title-short", {"shortjournal", "journalabbr"}},
      {"status", {"pubstate"}},
      {"volume-title", {"issuetitle"}},
      {"PMID", {"pmid"}},
      {"PMCID", {"pmcid"}},
  };

  void put_titles(const std::string& type) {
    std::string title = joined(joined(marked("title"), marked("subtitle"), ":"), marked("titleaddon"), ".");
    const std::string whole =
        joined(joined(marked("maintitle"), marked("mainsubtitle"), ":"), marked("maintitleaddon"), ".");
    std::string container =
        joined(joined(marked("booktitle"), marked("booksubtitle"), ":"), marked("booktitleaddon"), ".");
    if (type == "book") {
      title = joined(whole, title, ".");
    } else if (!whole.empty()) {
      container = joined(whole, container, ".");
    }
    std::string journal = joined(marked("journaltitle"), marked("journalsubtitle"), ":");
    if (journal.empty()) journal = marked("journal");
    // MathSciNet has the abbreviation for the journal, and its name besides.
    if (const std::string full = marked("fjournal"); !full.empty()) {
      put("container-title-short", journal);
      journal = full;
    }
    put("title", title);
    put("title-short", marked("shorttitle"));
    const bool in_book = type == "chapter" || type == "paper-conference" || type.starts_with("entry");
    put("container-title", journal.empty() || (in_book && !container.empty()) ? container : journal);
    put("collection-title", marked("series"));
  }

  void put_numbers(const std::string& type) {
    const bool in_issues = type.starts_with("article-") || type == "periodical";
    const bool numbered =
        type == "report" || type == "patent" || type == "standard" || type == "legislation" || type == "legal_case";
    const bool in_series = !in_issues && !numbered && item_.contains("collection-title");
    put(in_issues ? "issue" : in_series ? "collection-number" : "number", {"number", "issue"});
    put("page", {"pages", "eid", "articleno", "article-number"});
    if (!item_.contains("page")) return;
    const std::string page = item_["page"];  // 45–58; 45-58 as CSL has it
    std::string plain;
    for (std::size_t i = 0; i < page.size(); ++i) {
      const bool dash = std::string_view(page).substr(i).starts_with("–");
      plain += dash ? '-' : page[i];
      if (dash) i += 2;
    }
    item_["page"] = plain;
  }

  // BibLaTeX's location is BibTeX's address; where there are both, ACM means the city of the conference by the first.
  void put_places() {
    const std::string location = text("location");
    const std::string address = text("address");
    put("publisher-place", address.empty() ? location : address);
    put("event-place", address.empty() ? text("venue") : location.empty() ? text("venue") : location);
  }

  std::string address() const {
    for (const char* field : {"url", "howpublished", "note", "bdsk-url-1", "link"}) {
      const std::string& raw = entry_.raw(field);
      std::string found = std::string_view(field) == "url" ? address_from_latex(raw) : address_in_latex(raw);
      if (!found.empty()) return found;
    }
    return {};
  }

  // A note that only says where and when something was read on the web says it elsewhere.
  void put_note() {
    const std::string note = text("note");
    const std::string key = lower_ascii(note);
    const bool read = key.find("accessed") != std::string::npos || key.find("truy cập") != std::string::npos ||
                      key.find("retrieved") != std::string::npos || key.find("last visited") != std::string::npos;
    if (read && note.size() < 80 && !(accessed_ = read_date(note)).is_null()) return;
    if (address_in_latex(entry_.raw("note")) != note) put("note", note);
    const std::string how = text("howpublished");
    if (address_in_latex(entry_.raw("howpublished")).empty())
      put(item_.contains("publisher") ? "medium" : "publisher", how);
    // What is printed behind an entry, and has no variable of its own.
    if (const std::string more = text("addendum"); !more.empty())
      put("note", joined(item_.value("note", ""), more, "."));
  }

  void put_identifiers(std::string url) {
    const std::string isbn = text("isbn");
    const std::string issn = text("issn");
    // Mendeley writes the number of the periodical into the field of the book's.
    const bool swapped = book_number(isbn) == BookNumber::issn;
    put("ISSN", !issn.empty() ? issn : swapped ? isbn : std::string());
    if (!swapped) put("ISBN", isbn);
    set_custom_list(item_, custom_files, files_in_bibtex(entry_.raw("file")));
    put("DOI", bare_doi(address_from_latex(entry_.raw("doi"))));
    const std::string eprint = address_from_latex(entry_.raw("eprint"));
    std::string archive = text("eprinttype");
    if (archive.empty()) archive = text("archiveprefix");
    const std::string archive_key = lower_ascii(archive);
    if (!eprint.empty() && (archive_key == "arxiv" || (archive.empty() && is_arxiv(eprint)))) {
      const std::string bare = lower_ascii(eprint).starts_with("arxiv:") ? eprint.substr(6) : eprint;
      if (!item_.contains("number")) item_["number"] = "arXiv:" + bare;
      if (url.empty()) url = "https://arxiv.org/abs/" + bare;
      item_["archive"] = "arXiv";
      if (item_["type"] == "webpage" || item_["type"] == "document" || item_["type"] == "manuscript")
        item_["type"] = "article";
    } else if (!eprint.empty() && archive_key == "pubmed") {
      if (!item_.contains("PMID")) item_["PMID"] = eprint;
    } else if (!eprint.empty() && url.empty()) {
      if (eprint.starts_with("http")) url = eprint;
      if (archive_key == "jstor") url = "https://www.jstor.org/stable/" + eprint;
      if (archive_key == "hdl") url = "https://hdl.handle.net/" + eprint;
    }
    put("URL", url);
  }

  // "1706.03762", "hep-th/9901001".
  static bool is_arxiv(const std::string& eprint) {
    const auto dot = eprint.find('.');
    const auto digits = [](std::string_view text) {
      return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    };
    return dot == 4 && eprint.size() >= 9 && digits(std::string_view(eprint).substr(0, 4)) &&
           digits(std::string_view(eprint).substr(5, 4));
  }

  void put_people() {
    for (const auto& [key, field] : {std::pair{"author", "author"}, std::pair{"editor", "editor"},
                                     std::pair{"translator", "translator"}, std::pair{"container-author", "bookauthor"},
                                     std::pair{"director", "director"}, std::pair{"recipient", "recipient"}}) {
      if (json list = names(entry_.raw(field)); !list.empty()) item_[key] = std::move(list);
    }
    // Of an editor who did something else, and of those whom CSL knows only as contributors.
    if (lower_ascii(text("editortype")) == "compiler" && item_.contains("editor")) {
      item_["compiler"] = std::move(item_["editor"]);
      item_.erase("editor");
    }
    for (const char* field : {"editora", "editorb", "editorc"}) {
      const std::string role = lower_ascii(text((std::string(field) + "type").c_str()));
      add_people(role == "compiler" || role == "editor" ? role : "contributor", field);
    }
    for (const char* field : {"introduction", "foreword", "afterword", "commentator", "annotator", "holder"})
      add_people("contributor", field);
  }

  void add_people(const std::string& key, const char* field) {
    for (json& name : names(entry_.raw(field))) {
      if (!item_.contains(key)) item_[key] = json::array();
      item_[key].push_back(std::move(name));
    }
  }

  void put_dates() {
    json issued = read_date_or_range(date_text("date"));
    const std::string year = text("year");
    if (issued.is_null() && !year.empty()) {
      issued = date_of(year, text("month"), text("day"));
      if (year.ends_with('?') && issued.contains("date-parts")) issued["circa"] = true;
    }
    if (issued.is_null() && !text("date").empty()) issued = {{"literal", text("date")}};
    if (!issued.is_null()) item_["issued"] = std::move(issued);
    for (const char* field : {"urldate", "lastchecked", "lastaccessed", "accessed"}) {
      if (json accessed = read_date(text(field)); accessed_.is_null() || !accessed.is_null()) {
        if (!accessed.is_null()) accessed_ = std::move(accessed);
      }
    }
    if (!accessed_.is_null()) item_["accessed"] = accessed_;
    if (json original = read_date_or_range(date_text("origdate")); !original.is_null())
      item_["original-date"] = std::move(original);
    if (json event = read_date_or_range(date_text("eventdate")); !event.is_null())
      item_["event-date"] = std::move(event);
  }

  // Year, month and day of BibTeX, each of which may be two: "jun # "-" # aug", "2019--2020", "12--14".
  static json date_of(const std::string& year, const std::string& month, const std::string& day) {
    const auto halves = [](const std::string& text) {
      std::vector<std::string> result = {""};
      for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string_view rest = std::string_view(text).substr(i);
        const std::size_t sign = rest.starts_with("–") ? 3 : rest.starts_with("-") || rest.starts_with("/") ? 1 : 0;
        if (sign == 0) {
          result.back() += text[i];
        } else {
          if (result.size() == 1) result.emplace_back();
          i += sign - 1;
        }
      }
      for (std::string& one : result) one = squeezed(one);
      return result;
    };
    const std::vector<std::string> years = halves(year);
    json date = read_date(years.front());
    if (date.is_null()) return {{"literal", year}};  // "in press"
    json& from = date["date-parts"][0];
    if (from.size() > 1) return date;  // the whole date stands in the field of the year
    if (years.size() > 1) {
      json until = read_date(years[1].size() == 2 ? years[0].substr(0, 2) + years[1] : years[1]);
      if (!until.is_null()) date["date-parts"].push_back(until["date-parts"][0]);
      return date;
    }
    // "12~March": the day in the field of the month.
    std::vector<std::string> months = halves(month);
    std::string days = day;
    if (read_month(months.front()) == 0) {
      std::string word;
      std::string number;
      for (const char c : months.front()) {
        (c >= '0' && c <= '9' ? number : c == ' ' || c == ',' || c == '.' ? number : word) += c;
      }
      if (text::to_lower(text::to_utf16(squeezed(word))).starts_with(u"tháng")) {
        months.front() = squeezed(number);
      } else {
        months.front() = word;
        if (days.empty()) days = squeezed(number);
      }
    }
    const int first = read_month(months.front());
    if (first == 0) return date;
    from.push_back(first);
    const int last = months.size() > 1 ? read_month(months[1]) : 0;
    const std::vector<std::string> in_month = halves(days);
    const auto day_number = [](const std::string& text) {
      const bool number =
          !text.empty() && text.size() <= 2 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
      const int value = number ? std::stoi(text) : 0;
      return value <= 31 ? value : 0;
    };
    const int from_day = last == 0 ? day_number(in_month.front()) : 0;
    if (from_day > 0) from.push_back(from_day);
    const json start = from;
    if (last > 0 && last != first) date["date-parts"].push_back(json::array({start[0], last}));
    const int until_day = from_day > 0 && in_month.size() > 1 ? day_number(in_month[1]) : 0;
    if (until_day > from_day) date["date-parts"].push_back(json::array({start[0], first, until_day}));
    return date;
  }

  void put_genre(const std::string& type) {
    const std::string said = text("type");
    std::string language = text("language");  // of the work; langid says how to hyphenate
    if (language.empty()) language = text("langid");
    put("language", language_tag(language));
    const bool vietnamese =
        language.empty() ? is_vietnamese(item_.value("title", "")) : language_tag(language).starts_with("vi");
    if (const std::string known = genre(lower_ascii(said), vietnamese); !known.empty()) {
      item_["genre"] = known;
    } else if (!put("genre", said) && type == "thesis") {
      put("genre", genre(entry_.type, vietnamese));
    }
  }

  // Fields that have the name of a CSL variable, which BibTeX has none for.
  void put_others() {
    put("issue", {"csl-issue"});
    put("number", {"csl-number"});
    constexpr std::array<std::string_view, 14> words = {
        "archive", "authority",  "dimensions", "division", "genre",  "jurisdiction", "license",
        "medium",  "references", "scale",      "section",  "source", "status",       "submitted"};
    for (const auto& [field, value] : entry_.fields) {
      const bool csl = field.find_first_of("-_") != std::string::npos ||
                       std::ranges::find(words, std::string_view(field)) != words.end();
      const FieldKind kind = field_kind(field);
      if (kind == FieldKind::none || item_.contains(field)) continue;
      if (field == "editor") continue;  // who has turned out to be a compiler
      if (kind == FieldKind::names) {
        if (json list = names(value); !list.empty()) item_[field] = std::move(list);
      } else if (csl && kind == FieldKind::date) {
        if (json date = read_date_or_range(text(field.c_str())); !date.is_null()) item_[field] = std::move(date);
      } else if (csl) {
        put(field.c_str(), text(field.c_str()));
      }
    }
  }

  const BibEntry& entry_;
  json item_;
  json accessed_;
};

}  // namespace

json item_of(const BibEntry& entry, std::size_t number) {
  return ItemMaker(entry).item(number);
}

json read_bibtex(std::string_view bytes, const std::string& name, Remarks* remarks) {
  const std::string text = checked_utf8(bytes, name, remarks);
  RemarkList list(name, remarks);
  json items = json::array();
  for (const BibEntry& entry : read_bib_entries(text, list)) items.push_back(item_of(entry, items.size() + 1));
  list.finish();
  const bool remarked = remarks && std::ranges::any_of(*remarks, [](const Remark& one) { return one.lost; });
  if (items.empty() && !remarked && text.find_first_not_of(" \t\r\n") != std::string::npos)
    throw Error(texts::error_sources_no_bibtex, name);
  return items;
}

}  // namespace soat::citation
