#include "citation/csl/item_check.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string_view>

#include "texts/texts.h"

namespace soat::citation {

using nlohmann::json;

namespace {

constexpr auto kNames = std::to_array<std::string_view>(
    {"author",           "chair",         "collection-editor",  "compiler",  "composer",           "container-author",
     "contributor",      "curator",       "director",           "editor",    "editorial-director", "editor-translator",
     "editortranslator", "guest",         "executive-producer", "host",      "illustrator",        "interviewer",
     "narrator",         "organizer",     "original-author",    "performer", "producer",           "recipient",
     "reviewed-author",  "script-writer", "series-creator",     "translator"});

constexpr auto kDates = std::to_array<std::string_view>(
    {"accessed", "available-date", "event-date", "issued", "original-date", "submitted"});

// Texts and numbers; a number may be written as either.
constexpr auto kTexts = std::to_array<std::string_view>({"annote",
                                                         "abstract",
                                                         "archive",
                                                         "archive-place",
                                                         "archive_collection",
                                                         "archive_location",
                                                         "authority",
                                                         "call-number",
                                                         "chapter-number",
                                                         "citation-label",
                                                         "collection-number",
                                                         "collection-title",
                                                         "container-title",
                                                         "container-title-short",
                                                         "dimensions",
                                                         "division",
                                                         "DOI",
                                                         "edition",
                                                         "event",
                                                         "event-place",
                                                         "event-title",
                                                         "genre",
                                                         "ISBN",
                                                         "ISSN",
                                                         "issue",
                                                         "journalAbbreviation",
                                                         "jurisdiction",
                                                         "language",
                                                         "license",
                                                         "locator",
                                                         "medium",
                                                         "note",
                                                         "number",
                                                         "number-of-pages",
                                                         "number-of-volumes",
                                                         "original-publisher",
                                                         "original-publisher-place",
                                                         "original-title",
                                                         "page",
                                                         "page-first",
                                                         "part-number",
                                                         "part-title",
                                                         "PMCID",
                                                         "PMID",
                                                         "printing-number",
                                                         "publisher",
                                                         "publisher-place",
                                                         "references",
                                                         "reviewed-genre",
                                                         "reviewed-title",
                                                         "scale",
                                                         "section",
                                                         "shortTitle",
                                                         "source",
                                                         "status",
                                                         "supplement-number",
                                                         "title",
                                                         "title-short",
                                                         "URL",
                                                         "version",
                                                         "volume",
                                                         "volume-title",
                                                         "year-suffix"});

// These may be as long as they like: what is too long to stand in a list is left out of it.
constexpr auto kLongTexts = std::to_array<std::string_view>({"abstract", "annote", "note", "references"});

// Some of citeproc-js's work on a text grows with its square; no title, name or address is longer.
constexpr std::size_t kLongestText = 10'000;  // bytes
constexpr std::size_t kLongestLongText = 50'000;
constexpr std::size_t kMostMarks = 200;  // tags and quotation marks in one text
constexpr std::size_t kMostNames = 10'000;

template <typename List>
bool among(const List& list, std::string_view key) {
  return std::find(list.begin(), list.end(), key) != list.end();
}

// Signs that citeproc-js pairs: tags, straight and curly quotation marks.
std::size_t count_marks(std::string_view text) {
  std::size_t marks = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '<' || text[i] == '"' || text[i] == '\'') ++marks;
    // U+2018 to U+201F, and « »
    if (text.substr(i, 2) == "\xE2\x80" && i + 2 < text.size() && (text[i + 2] & 0xF8) == 0x98) ++marks;
    if (text.substr(i, 2) == "\xC2\xAB" || text.substr(i, 2) == "\xC2\xBB") ++marks;
  }
  return marks;
}

// citeproc-js calls what only texts have on some fields of some styles, and takes digits for a number everywhere.
std::string digits(const json& number) {
  const double value = number.get<double>();
  const bool is_whole = value == std::floor(value) && std::abs(value) < 1e15;
  return is_whole ? std::to_string(static_cast<std::int64_t>(value)) : number.dump();
}

class Checker {
 public:
  Checker(std::string id, std::vector<ItemFault>& faults) : id_(std::move(id)), faults_(faults) {}

  // Null where the value says nothing or cannot be read.
  json text(const std::string& key, const json& value) {
    if (value.is_string()) return sized(key, value.get_ref<const std::string&>()) ? value : json();
    if (value.is_number()) return digits(value);
    if (value.is_null() || value.is_boolean()) return {};
    if (value.is_array() && value.empty()) return {};
    if (value.is_array() && value.size() == 1 && value[0].is_string()) return text(key, value[0]);
    tell(key, value.is_array() ? texts::item_one_text : texts::item_text);
    return {};
  }

  json names(const std::string& key, const json& value) {
    constexpr auto expected = texts::item_names;
    if (value.is_null()) return {};
    if (!value.is_array()) return tell(key, expected);
    if (value.size() > kMostNames) return tell(key, texts::item_many_names);
    json list = json::array();
    for (const json& name : value) {
      if (name.is_null()) continue;
      if (!name.is_object()) return tell(key, expected);
      const std::optional<json> read = this->name(key, name);
      if (!read) return {};
      if (!read->empty()) list.push_back(*read);
    }
    return list.empty() ? json() : list;
  }

  json date(const std::string& key, const json& value) {
    if (value.is_null()) return {};
    if (!value.is_object()) return tell(key, texts::item_date);
    json date = json::object();
    for (const char* part : {"raw", "literal"}) {
      const auto found = value.find(part);
      if (found == value.end() || found->is_null()) continue;
      if (!found->is_string()) return tell(key, {texts::item_text_as, part});
      if (!sized(key, found->get_ref<const std::string&>())) return {};
      if (!found->get_ref<const std::string&>().empty()) date[part] = *found;
    }
    for (const char* part : {"season", "circa"}) {
      const auto found = value.find(part);
      if (found != value.end() && !found->is_structured() && !found->is_null()) date[part] = *found;
    }
    const auto parts = value.find("date-parts");
    if (parts != value.end() && !parts->is_null()) {
      constexpr auto expected = texts::item_date_parts;
      if (!parts->is_array() || parts->size() > 2) return tell(key, expected);
      json dates = json::array();
      for (const json& one : *parts) {
        if (!one.is_array() || one.size() > 3) return tell(key, expected);
        json numbers = json::array();
        for (std::size_t i = 0; i < one.size(); ++i) {
          const std::optional<int> number = date_part(one[i], i);
          if (!number) return tell(key, expected);
          if (*number == 0) break;  // unknown, and with it what follows
          numbers.push_back(*number);
        }
        if (!numbers.empty()) dates.push_back(numbers);
      }
      if (!dates.empty()) date["date-parts"] = dates;
    }
    return date.empty() ? json() : date;
  }

 private:
  json tell(const std::string& key, const text::Message& what) {
    faults_.push_back({id_, key, what});
    return {};
  }

  bool sized(const std::string& key, const std::string& text) {
    if (among(kLongTexts, key)) return text.size() <= kLongestLongText && count_marks(text) <= kMostMarks;
    if (text.size() > kLongestText) {
      tell(key, texts::item_long);
      return false;
    }
    if (count_marks(text) > kMostMarks) {
      tell(key, texts::item_many_marks);
      return false;
    }
    return true;
  }

  // A name without its empty parts; nothing when one of them is no text.
  std::optional<json> name(const std::string& key, const json& value) {
    json name = json::object();
    for (const char* part : {"family", "given", "literal", "suffix", "dropping-particle", "non-dropping-particle"}) {
      const auto found = value.find(part);
      if (found == value.end() || found->is_null()) continue;
      if (!found->is_string()) {
        tell(key, {texts::item_text_as, part});
        return std::nullopt;
      }
      const auto& text = found->get_ref<const std::string&>();
      if (!sized(key, text)) return std::nullopt;
      if (text.find_first_not_of(" \t\r\n") != std::string::npos) name[part] = text;
    }
    for (const char* flag : {"comma-suffix", "static-ordering", "parse-names", "isInstitution"}) {
      const auto found = value.find(flag);
      if (found != value.end() && !found->is_structured() && !found->is_null()) name[flag] = *found;
    }
    // citeproc-js cannot do without a family name.
    if (!name.contains("family") && !name.contains("literal") && name.contains("given")) {
      name["family"] = name["given"];
      name.erase("given");
    }
    if (!name.contains("family") && !name.contains("literal")) return json::object();
    return name;
  }

  // 0 for what says nothing.
  static std::optional<int> date_part(const json& value, std::size_t place) {
    double number = 0;
    if (value.is_null()) return 0;
    if (value.is_number()) {
      number = value.get<double>();
    } else if (value.is_string()) {
      const std::string& text = value.get_ref<const std::string&>();
      if (text.empty()) return 0;
      char* end = nullptr;
      number = std::strtod(text.c_str(), &end);
      if (*end != '\0') return std::nullopt;
    } else {
      return std::nullopt;
    }
    const double most = place == 0 ? 9999 : place == 1 ? 24 : 31;  // months above 12 are seasons
    const double least = place == 0 ? -9999 : 0;
    if (!(number >= least && number <= most) || number != std::floor(number)) return std::nullopt;
    return static_cast<int>(number);
  }

  std::string id_;
  std::vector<ItemFault>& faults_;
};

}  // namespace

text::Message ItemFault::message() const {
  if (field.empty()) return {texts::item_fault, item, what};
  return {texts::item_fault_field, item, field, what};
}

FieldKind field_kind(std::string_view key) {
  if (among(kNames, key)) return FieldKind::names;
  if (among(kDates, key)) return FieldKind::date;
  return among(kTexts, key) ? FieldKind::text : FieldKind::none;
}

json checked_item(const json& item, std::vector<ItemFault>& faults) {
  const auto id_at = item.find("id");
  const std::string id = id_at == item.end() ? "" : id_at->is_string() ? id_at->get<std::string>() : id_at->dump();
  Checker checker(id, faults);
  json result = {{"id", id}, {"type", "document"}};
  for (const auto& [key, value] : item.items()) {
    if (key == "id") continue;
    json read;
    if (key == "type") {
      read = value.is_string() && value.get_ref<const std::string&>().size() < 100 ? value : json();
    } else if (const FieldKind kind = field_kind(key);
               kind == FieldKind::names || (key == "authority" && value.is_array())) {
      read = checker.names(key, value);
    } else if (kind == FieldKind::date) {
      read = checker.date(key, value);
    } else if (kind == FieldKind::text) {
      read = checker.text(key, value);
    }
    if (!read.is_null()) result[key] = std::move(read);
  }
  return result;
}

}  // namespace soat::citation
