#include "citation/library/item_text.h"

#include <algorithm>

#include "citation/exchange/custom_lists.h"
#include "citation/exchange/exchange.h"
#include "citation/exchange/identifiers.h"
#include "citation/library/attachments.h"
#include "citation/library/groups.h"
#include "reference/words.h"
#include "text/ascii.h"
#include "text/utf.h"

namespace soat::citation {

using nlohmann::json;

namespace {

std::string lower(std::string_view text) {
  return lower_ascii(text);
}

// Titles may hold the tags that CSL has for text: "H<sub>2</sub>O" is found by "H2O".
std::string without_tags(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::size_t length = 0;
    if (text[i] == '<') {
      for (const std::string_view tag : {"<i>", "<b>", "<sub>", "<sup>", "</i>", "</b>", "</sub>", "</sup>"}) {
        if (text.substr(i).starts_with(tag)) length = tag.size();
      }
    }
    if (length == 0) {
      result += text[i];
    } else {
      i += length - 1;
    }
  }
  return result;
}

const json* date_parts(const json& item, const char* key) {
  const auto date = item.find(key);
  if (date == item.end() || !date->is_object()) return nullptr;
  const auto parts = date->find("date-parts");
  if (parts == date->end() || !parts->is_array() || parts->empty() || !(*parts)[0].is_array() || (*parts)[0].empty())
    return nullptr;
  return &(*parts)[0];
}

std::string doi_key(const json& item) {
  return lower(bare_doi(text_of(item, "DOI")));
}

// Only of an ISBN: some programs write the ISSN of a periodical into the field.
std::string isbn_key(const json& item) {
  const std::string isbn = text_of(item, "ISBN");
  if (book_number(isbn) != BookNumber::isbn) return {};
  std::string digits;
  for (const char c : isbn) {
    if ((c >= '0' && c <= '9') || c == 'X' || c == 'x') digits += c;
    if (digits.size() == 13) break;
  }
  // The ten-digit form is the same book: its first nine digits stand in the other after 978.
  if (digits.size() == 13 && digits.starts_with("978")) return digits.substr(3, 9);
  return digits.substr(0, digits.size() < 13 ? 9 : 13);
}

bool is_legal(const json& item) {
  const std::string type = text_of(item, "type");
  return type == "legislation" || type == "regulation" || type == "bill" || type == "treaty";
}

bool is_part(const json& item) {
  const std::string type = text_of(item, "type");
  return type == "chapter" || type == "paper-conference" || type.starts_with("article") || type.starts_with("entry") ||
         item.contains("container-title") || item.contains("page");
}

// The first person or body in a role; an empty object where there is none.
json first_of(const json& item, const char* role) {
  const auto list = item.find(role);
  if (list == item.end() || !list->is_array() || list->empty() || !list->front().is_object()) return json::object();
  return list->front();
}

// The folded family name, or the whole name of a body.
std::string family_of(const json& name) {
  const std::string family = text_of(name, "family");
  return folded(family.empty() ? text_of(name, "literal") : family);
}

// The month of publication as a number without zeros before it; empty when there is none.
std::string month_of(const json& item) {
  const json* parts = date_parts(item, "issued");
  if (!parts || parts->size() < 2) return {};
  const json& month = (*parts)[1];
  std::string number = month.is_string() ? month.get<std::string>() : month.dump();
  number.erase(0, std::min(number.find_first_not_of('0'), number.size()));
  return number;
}

// As folded(), but letters keep their marks; empty where there are none.
std::string marked(std::string_view text) {
  std::string result;
  bool any = false;
  for (const reference::LineWord& word : reference::words_of(text::to_utf16(without_tags(text)))) {
    if (word.kind == reference::LineWord::Kind::mark) continue;
    any = any || word.key != word.plain;
    result += (result.empty() ? "" : " ") + text::to_utf8(word.key);
  }
  return any ? result : std::string();
}

std::vector<std::string_view> words_in(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find(' ', start), text.size());
    words.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return words;
}

// Whether one of two folded names is the other in short: "j phys" is "journal of physics", "a" is "anna maria".
bool may_be_the_same(std::string_view one, std::string_view other) {
  auto less = words_in(one);
  auto more = words_in(other);
  if (less.size() > more.size()) std::swap(less, more);
  std::size_t at = 0;
  for (const std::string_view word : more) {
    if (at == less.size()) break;
    const bool number = text::is_ascii_digit(word.front()) || text::is_ascii_digit(less[at].front());
    if (number ? word == less[at] : word.starts_with(less[at]) || less[at].starts_with(word)) ++at;
  }
  return at == less.size();
}

// Of two with the same title, year and author or container.
bool differ_beside_title(const WorkKeys& one, const WorkKeys& other) {
  const auto differ = [](const std::string& a, const std::string& b) { return !a.empty() && !b.empty() && a != b; };
  return differ(one.marked_title, other.marked_title) || differ(one.month, other.month) ||
         !may_be_the_same(one.given, other.given) || !may_be_the_same(one.container, other.container);
}

// "05/3/2020": a day below 10 and a month below 3 with a zero, as Decree 30/2020/NĐ-CP has it.
std::string legal_date(const json& parts) {
  std::string date;
  for (std::size_t i = std::min<std::size_t>(parts.size(), 3); i-- > 0;) {
    std::string number = parts[i].is_string() ? parts[i].get<std::string>() : parts[i].dump();
    if (number.size() == 1 && (i == 2 || number < "3")) number = "0" + number;
    date += (date.empty() ? "" : "/") + number;
  }
  return date;
}

std::string names(const json& item) {
  std::string result;
  for (const char* role : {"author", "editor"}) {
    const auto list = item.find(role);
    if (list == item.end() || !list->is_array()) continue;
    std::size_t count = 0;
    for (const json& name : *list) {
      if (!name.is_object()) continue;
      if (++count > 3) break;
      std::string whole = text_of(name, "literal");
      if (whole.empty()) {
        whole = text_of(name, "family");
        const std::string given = text_of(name, "given");
        // Names in Vietnamese letters are written family first; so they are here for all, as lists sort by them.
        if (!given.empty()) whole += (whole.empty() ? "" : " ") + given;
      }
      if (!whole.empty()) result += (result.empty() ? "" : ", ") + whole;
    }
    if (list->size() > 3) result += "…";
    if (!result.empty()) break;
  }
  return result;
}

// "25/6/2021", "6/2021", "2021".
std::string plain_date(const json& parts) {
  std::string date;
  for (std::size_t i = std::min<std::size_t>(parts.size(), 3); i-- > 0;)
    date += (date.empty() ? "" : "/") + (parts[i].is_string() ? parts[i].get<std::string>() : parts[i].dump());
  return date;
}

}  // namespace

std::string text_of(const json& item, const char* key) {
  const auto found = item.find(key);
  if (found == item.end()) return {};
  return found->is_string() ? found->get<std::string>() : found->is_number() ? found->dump() : std::string();
}

std::string year_of(const json& item) {
  const json* parts = date_parts(item, "issued");
  if (!parts) return {};
  const json& year = (*parts)[0];
  return year.is_string() ? year.get<std::string>() : year.dump();
}

std::string folded(std::string_view text) {
  std::string result;
  for (const reference::LineWord& word : reference::words_of(text::to_utf16(without_tags(text)))) {
    if (word.kind == reference::LineWord::Kind::mark) continue;
    if (!result.empty()) result += ' ';
    result += text::to_utf8(word.plain);
  }
  return result;
}

std::string searchable(const json& item) {
  std::string text;
  for (const auto& [key, value] : item.items()) {
    if (key == "type" || key == "id") continue;
    if (value.is_string() || value.is_number()) {
      text += text_of(item, key.c_str()) + " ";
    } else if (value.is_array()) {
      for (const json& name : value) {
        if (name.is_object())
          text += text_of(name, "family") + " " + text_of(name, "given") + " " + text_of(name, "literal") + " ";
      }
    }
  }
  for (const std::string& name : collections_of(item)) text += name + " ";
  text += year_of(item);
  // "9786041000001" finds 978-604-1-00000-1.
  for (const char* key : {"ISBN", "ISSN"}) {
    std::string digits = text_of(item, key);
    std::erase_if(digits, [](char c) { return c == '-'; });
    text += " " + digits;
  }
  return folded(text);
}

bool has_words(std::string_view words, std::string_view query) {
  const std::string wanted = folded(query);
  for (const std::string_view word : words_in(wanted)) {
    std::size_t at = words.find(word);
    while (at != std::string_view::npos && at > 0 && words[at - 1] != ' ') at = words.find(word, at + 1);
    if (at == std::string_view::npos) return false;
  }
  return true;
}

std::string address_key(const json& item) {
  std::string url = text_of(item, "URL");
  if (const auto scheme = url.find("://"); scheme != std::string::npos) url.erase(0, scheme + 3);
  if (url.starts_with("www.")) url.erase(0, 4);
  if (const auto hash = url.find('#'); hash != std::string::npos) url.erase(hash);
  while (!url.empty() && url.back() == '/') url.pop_back();
  return url;
}

WorkKeys work_keys(const json& item) {
  WorkKeys keys;
  keys.doi = doi_key(item);
  const std::string title = folded(text_of(item, "title"));
  const std::string year = year_of(item);
  const std::string number = lower(text_of(item, "number"));
  if (is_legal(item) && !number.empty()) {
    keys.title = folded(text_of(item, "genre")) + "|" + number;
  } else if (!title.empty()) {
    const std::string isbn = is_part(item) ? std::string() : isbn_key(item);
    if (!isbn.empty()) keys.isbn = isbn + "|" + title;
    if (const std::string address = address_key(item); !address.empty()) keys.url = address + "|" + title;
    json person = first_of(item, "author");
    if (family_of(person).empty()) person = first_of(item, "editor");
    std::string whose = family_of(person);
    keys.given = folded(text_of(person, "given"));
    keys.marked_title = marked(text_of(item, "title"));
    keys.container = folded(text_of(item, "container-title"));
    keys.month = month_of(item);
    if (whose.empty()) whose = keys.container;
    if (!year.empty()) keys.title = title + "|" + year + "|" + whose;
  }
  keys.details = {keys.doi, number, is_legal(item) ? year : std::string()};
  for (const char* key : {"volume", "issue", "collection-number", "edition"})
    keys.details.push_back(folded(text_of(item, key)));
  // Provinces number their documents alike; a ministry may be named by its minister.
  const std::string symbol = folded(number);
  const bool local = symbol.ends_with("ubnd") || symbol.ends_with("hdnd");
  keys.details.push_back(local ? folded(text_of(item, "authority")) : std::string());
  const std::string page = text_of(item, "page");
  keys.details.push_back(folded(page.substr(0, page.find('-'))));
  return keys;
}

bool is_same_work(const WorkKeys& one, const WorkKeys& other) {
  const auto same = [](const std::string& a, const std::string& b) { return !a.empty() && a == b; };
  if (same(one.doi, other.doi)) return true;
  if (!same(one.isbn, other.isbn) && !same(one.url, other.url) &&
      (!same(one.title, other.title) || differ_beside_title(one, other)))
    return false;
  for (std::size_t i = 0; i < one.details.size() && i < other.details.size(); ++i) {
    if (!one.details[i].empty() && !other.details[i].empty() && one.details[i] != other.details[i]) return false;
  }
  return true;
}

std::string summary(const json& item) {
  const std::string title = text_of(item, "title");
  const std::string number = text_of(item, "number");
  std::string line;
  if (!number.empty() && is_legal(item)) {
    const std::string genre = text_of(item, "genre");
    line = (genre.empty() ? "" : genre + " ") + number;
    if (const json* parts = date_parts(item, "issued")) line += " (" + legal_date(*parts) + ")";
    if (const std::string authority = text_of(item, "authority"); !authority.empty()) line += ". " + authority;
    if (!title.empty()) line += ". " + title;
    return line;
  }
  line = names(item);
  if (line.empty()) line = text_of(item, "authority");
  if (const std::string year = year_of(item); !year.empty()) line += (line.empty() ? "(" : " (") + year + ")";
  std::string where = text_of(item, "container-title");
  if (where.empty()) where = text_of(item, "publisher");
  for (const std::string& part : {title.empty() ? text_of(item, "URL") : title, where}) {
    if (!part.empty()) line += (line.empty() ? "" : ". ") + part;
  }
  return line;
}

std::string full_legal_name(const json& item) {
  const std::string genre = text_of(item, "genre");
  const std::string number = text_of(item, "number");
  const std::string title = text_of(item, "title");
  const std::string authority = text_of(item, "authority");
  const json* issued = date_parts(item, "issued");
  if (!is_legal(item) || genre.empty() || number.empty() || (!issued && authority.empty() && title.empty())) return {};
  // A law has a name, which begins with its kind; other documents have a subject.
  const bool named = folded(title).starts_with(folded(genre));
  std::string name = (named ? title : genre) + " số " + number;
  if (issued && issued->size() == 3) name += " ngày " + legal_date(*issued);
  if (issued && issued->size() == 2) name += " tháng " + legal_date(*issued);
  if (issued && issued->size() == 1) name += " năm " + legal_date(*issued);
  if (!authority.empty()) name += " của " + authority;
  if (!named && !title.empty()) name += (folded(title).starts_with("ve ") ? " " : " về ") + title;
  return name;
}

std::string source_line(const json& item) {
  const std::string title = text_of(item, "title");
  if (title.empty()) return {};
  std::string line = names(item);
  std::string where = text_of(item, "container-title");
  if (where.empty()) where = text_of(item, "publisher");
  const json* issued = date_parts(item, "issued");
  for (const std::string& part : {"“" + title + "”", where, issued ? plain_date(*issued) : "", text_of(item, "URL")}) {
    if (!part.empty()) line += (line.empty() ? "" : ", ") + part;
  }
  return line;
}

json merged(json item, const json& other) {
  for (const auto& [key, value] : other.items()) {
    if (key == "id" || key == "type" || value.is_null()) continue;
    const auto known = item.find(key);
    const bool blank = known == item.end() || known->is_null() ||
                       (known->is_string() && known->get<std::string>().empty()) ||
                       (known->is_array() && known->empty());
    const json* here = date_parts(item, key.c_str());
    const json* there = date_parts(other, key.c_str());
    const bool more_exact = here && there && there->size() > here->size() && (*here)[0] == (*there)[0];
    if (blank || more_exact) item[key] = value;
  }
  // It belongs where either did.
  set_collections(item, regrouped(collections_of(item), {}, collections_of(other)));
  std::vector<std::string> files = files_of(item);
  for (const std::string& file : files_of(other)) add_once(files, file);
  set_files(item, files);
  if (!tags_of(other).empty()) set_tags(item, regrouped(tags_of(item), {}, tags_of(other)));
  return item;
}

}  // namespace soat::citation
