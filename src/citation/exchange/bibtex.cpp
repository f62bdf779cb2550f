#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "citation/exchange/exchange.h"
#include "text/error.h"

// BibTeX as btparse and biber read it: entries, string macros, values in braces, quotes or digits joined by '#'.

namespace soat::citation {

using nlohmann::json;

namespace {

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

bool letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Combining marks of LaTeX's accents.
const std::map<std::string, std::string>& accents() {
  static const std::map<std::string, std::string> known = {
      {"'", "\u0301"}, {"`", "\u0300"}, {"^", "\u0302"}, {"\"", "\u0308"}, {"~", "\u0303"}, {"=", "\u0304"},
      {".", "\u0307"}, {"u", "\u0306"}, {"v", "\u030C"}, {"H", "\u030B"},  {"c", "\u0327"}, {"k", "\u0328"},
      {"r", "\u030A"}, {"d", "\u0323"}, {"h", "\u0309"}, {"b", "\u0331"}};
  return known;
}

const std::map<std::string, std::string>& letters() {
  static const std::map<std::string, std::string> known = {
      {"dj", "đ"},         {"DJ", "Đ"},    {"OHORN", "Ơ"}, {"UHORN", "Ư"},
      {"ohorn", "ơ"},      {"Ohorn", "Ơ"}, {"uhorn", "ư"}, {"Uhorn", "Ư"},
      {"ae", "æ"},         {"AE", "Æ"},    {"oe", "œ"},    {"OE", "Œ"},
      {"aa", "å"},         {"AA", "Å"},    {"o", "ø"},     {"O", "Ø"},
      {"l", "ł"},          {"L", "Ł"},     {"ss", "ß"},    {"i", "i"},
      {"j", "j"},          {"dh", "ð"},    {"th", "þ"},    {"textendash", "–"},
      {"textemdash", "—"}, {"ldots", "…"}, {"dots", "…"},  {"textquoteright", "’"},
      {"copyright", "©"}};
  return known;
}

std::string composed(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return text;
  std::string result;
  nfc->normalize(icu::UnicodeString::fromUTF8(text), status).toUTF8String(result);
  return result;
}

// LaTeX to plain text: accents and letters become characters, other commands vanish and leave their arguments, braces
// go.
std::string plain(std::string_view text) {
  std::string result;
  std::string accent;  // waits for its letter
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\\' && i + 1 < text.size()) {
      std::string command;
      std::size_t j = i + 1;
      if (letter(text[j])) {
        while (j < text.size() && letter(text[j])) command += text[j++];
        // Blanks after a command belong to it.
        while (j < text.size() && text[j] == ' ' && !accents().contains(command)) ++j;
      } else {
        command = text[j++];
      }
      i = j - 1;
      if (const auto known = letters().find(command); known != letters().end()) {
        result += known->second + accent;
        accent.clear();
      } else if (const auto mark = accents().find(command); mark != accents().end()) {
        accent = mark->second + accent;
      } else if (!letter(command[0])) {
        result += command == "\\" ? " " : command == "-" ? "" : command;  // \& \% \_ …
      }
      continue;
    }
    if (c == '{' || c == '}' || c == '$') continue;
    if (!accent.empty()) {
      if (c == ' ') continue;
      // The accent goes behind the whole character.
      result += c;
      while (i + 1 < text.size() && (static_cast<unsigned char>(text[i + 1]) & 0xC0) == 0x80) result += text[++i];
      result += accent;
      accent.clear();
      continue;
    }
    if (c == '~') {
      result += ' ';
    } else if (c == '-' && text.substr(i).starts_with("---")) {
      result += "—";
      i += 2;
    } else if (c == '-' && text.substr(i).starts_with("--")) {
      result += "–";
      ++i;
    } else if (c == '`' && text.substr(i).starts_with("``")) {
      result += "“";
      ++i;
    } else if (c == '\'' && text.substr(i).starts_with("''")) {
      result += "”";
      ++i;
    } else {
      result += c;
    }
  }
  return squeezed(composed(result));
}

struct Entry {
  std::string type;
  std::string key;
  std::map<std::string, std::string> fields;  // raw
};

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {
    static const char* months[] = {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
    for (int i = 0; i < 12; ++i) macros_[months[i]] = std::to_string(i + 1);
  }

  std::vector<Entry> entries() {
    std::vector<Entry> result;
    while ((at_ = text_.find('@', at_)) != std::string_view::npos) {
      ++at_;
      const std::size_t start = at_;
      Entry entry;
      entry.type = lower(word());
      space();
      if (entry.type.empty() || entry.type == "comment" || !(peek() == '{' || peek() == '(')) continue;
      ++at_;
      if (entry.type == "preamble") {
        value();
        continue;
      }
      space();
      if (entry.type != "string") {
        while (at_ < text_.size() && peek() != ',' && peek() != '}' && peek() != ')' && peek() != '\n')
          entry.key += text_[at_++];
        entry.key = squeezed(entry.key);
      }
      if (!fields(entry)) {  // damaged: go on at the next '@' after this one
        at_ = start;
        continue;
      }
      if (entry.type == "string") {
        for (auto& [name, text] : entry.fields) macros_[name] = text;
      } else if (!entry.fields.empty()) {
        result.push_back(std::move(entry));
      }
    }
    return result;
  }

 private:
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  void space() {
    while (at_ < text_.size() && (peek() == ' ' || peek() == '\t' || peek() == '\r' || peek() == '\n')) ++at_;
  }
  std::string word() {
    std::string result;
    while (at_ < text_.size() && (letter(peek()) || (peek() >= '0' && peek() <= '9') || peek() == '_' ||
                                  peek() == '-' || peek() == ':' || peek() == '+' || peek() == '.')) {
      result += text_[at_++];
    }
    return result;
  }

  bool fields(Entry& entry) {
    for (;;) {
      space();
      if (peek() == ',') {
        ++at_;
        continue;
      }
      if (peek() == '}' || peek() == ')') {
        ++at_;
        return true;
      }
      const std::string name = lower(word());
      space();
      if (name.empty() || peek() != '=') return false;
      ++at_;
      std::string text = value();
      if (broken_) {
        broken_ = false;
        return false;
      }
      entry.fields.emplace(name, std::move(text));
    }
  }

  std::string value() {
    std::string result;
    for (;;) {
      space();
      const char open = peek();
      if (open == '{' || open == '"') {
        ++at_;
        int depth = 0;
        const std::size_t start = at_;
        for (; at_ < text_.size(); ++at_) {
          const char c = text_[at_];
          if (c == '\\') {
            ++at_;
          } else if (open == '"' && c == '"' && depth == 0) {
            break;
          } else if (c == '{') {
            ++depth;
          } else if (c == '}') {
            if (depth == 0) break;
            --depth;
          }
        }
        if (at_ >= text_.size()) {
          broken_ = true;
          return result;
        }
        result += text_.substr(start, at_ - start);
        ++at_;
      } else {
        const std::string name = word();
        if (name.empty()) {
          broken_ = true;
          return result;
        }
        const auto macro = macros_.find(lower(name));
        result += macro == macros_.end() ? name : macro->second;
        if (result.size() > (std::size_t{1} << 20)) broken_ = true;  // macros that multiply
      }
      space();
      if (peek() != '#') return result;
      ++at_;
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool broken_ = false;
  std::map<std::string, std::string> macros_;
};

// Splits at " and " outside braces.
json names(const std::string& raw) {
  json list = json::array();
  int depth = 0;
  std::size_t start = 0;
  const auto add = [&](std::string_view one) {
    const std::string trimmed = squeezed(one);
    if (trimmed.empty() || trimmed == "others") return;
    // {Bộ Y tế}: a body
    if (trimmed.front() == '{' && trimmed.find('}') == trimmed.size() - 1) {
      list.push_back({{"literal", plain(trimmed)}});
    } else {
      list.push_back(read_name(plain(trimmed)));
    }
  };
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] == '{') ++depth;
    if (raw[i] == '}') --depth;
    const bool blank = raw[i] == ' ' || raw[i] == '\n' || raw[i] == '\t' || raw[i] == '\r';
    if (depth == 0 && blank && raw.compare(i + 1, 3, "and") == 0 && i + 4 < raw.size() &&
        (raw[i + 4] == ' ' || raw[i + 4] == '\n' || raw[i + 4] == '\t' || raw[i + 4] == '\r')) {
      add(std::string_view(raw).substr(start, i - start));
      start = i + 4;
      i += 3;
    }
  }
  add(std::string_view(raw).substr(start));
  return list;
}

const std::map<std::string, std::string>& types() {
  static const std::map<std::string, std::string> known = {{"article", "article-journal"},
                                                           {"book", "book"},
                                                           {"booklet", "pamphlet"},
                                                           {"inbook", "chapter"},
                                                           {"incollection", "chapter"},
                                                           {"collection", "book"},
                                                           {"proceedings", "book"},
                                                           {"inproceedings", "paper-conference"},
                                                           {"conference", "paper-conference"},
                                                           {"phdthesis", "thesis"},
                                                           {"mastersthesis", "thesis"},
                                                           {"thesis", "thesis"},
                                                           {"techreport", "report"},
                                                           {"report", "report"},
                                                           {"online", "webpage"},
                                                           {"electronic", "webpage"},
                                                           {"www", "webpage"},
                                                           {"unpublished", "manuscript"},
                                                           {"manual", "document"},
                                                           {"patent", "patent"},
                                                           {"legislation", "legislation"},
                                                           {"dataset", "dataset"},
                                                           {"software", "software"},
                                                           {"newspaper", "article-newspaper"}};
  return known;
}

json to_item(const Entry& entry, std::size_t number) {
  const auto raw = [&](const char* name) -> std::string {
    const auto found = entry.fields.find(name);
    return found == entry.fields.end() ? std::string() : found->second;
  };
  json item;
  item["id"] = entry.key.empty() ? "item-" + std::to_string(number) : entry.key;
  const auto type = types().find(entry.type);
  item["type"] = type != types().end() ? type->second : raw("url").empty() ? "document" : "webpage";
  const auto put = [&](const char* key, std::initializer_list<const char*> fields) {
    for (const char* field : fields) {
      const std::string value = plain(raw(field));
      if (value.empty()) continue;
      item[key] = value;
      return;
    }
  };
  put("title", {"title"});
  put("container-title", {"journaltitle", "journal", "booktitle"});
  put("volume", {"volume"});
  put(item["type"] == "article-journal" ? "issue" : "number", {"issue", "number"});
  put("page", {"pages"});
  if (item.contains("page")) {  // 45–58 as CSL has it
    std::string page = item["page"];
    for (std::size_t at; (at = page.find("–")) != std::string::npos;) page.replace(at, 3, "-");
    item["page"] = page;
  }
  put("publisher", {"publisher", "school", "institution", "organization"});
  put("publisher-place", {"location", "address"});
  put("edition", {"edition"});
  put("collection-title", {"series"});
  put("genre", {"type"});
  put("abstract", {"abstract"});
  put("keyword", {"keywords"});
  put("note", {"note"});
  put("language", {"language", "langid"});
  put("ISBN", {"isbn"});
  put("ISSN", {"issn"});
  // Addresses are verbatim: no LaTeX in them but escaped signs.
  for (const auto& [key, field] : {std::pair{"DOI", "doi"}, std::pair{"URL", "url"}}) {
    std::string value = squeezed(raw(field));
    std::erase(value, '\\');
    std::erase_if(value, [](char c) { return c == '{' || c == '}'; });
    if (!value.empty()) item[key] = value;
  }
  for (const auto& [key, field] :
       {std::pair{"author", "author"}, std::pair{"editor", "editor"}, std::pair{"translator", "translator"}}) {
    const json list = names(raw(field));
    if (!list.empty()) item[key] = list;
  }
  std::string date = raw("date");
  if (date.empty() && !raw("year").empty()) date = raw("year") + (raw("month").empty() ? "" : "-" + raw("month"));
  if (const json issued = read_date(plain(date)); !issued.is_null()) item["issued"] = issued;
  if (const json accessed = read_date(plain(raw("urldate"))); !accessed.is_null()) item["accessed"] = accessed;
  return item;
}

std::string escaped(const std::string& text) {
  std::string result;
  int depth = 0;
  for (const char c : text) {
    if (c == '&' || c == '%' || c == '#' || c == '_' || c == '$') result += '\\';
    if (c == '{') ++depth;
    if (c == '}' && depth-- == 0) {  // no unbalanced brace may get into a value
      depth = 0;
      continue;
    }
    if (c == '\\') {
      result += "\\textbackslash{}";
      continue;
    }
    result += c;
  }
  result.append(static_cast<std::size_t>(depth > 0 ? depth : 0), '}');
  return result;
}

}  // namespace

json read_bibtex(std::string_view bytes, const std::string& name) {
  const std::string text = checked_utf8(bytes, name);
  json items = json::array();
  for (const Entry& entry : Reader(text).entries()) items.push_back(to_item(entry, items.size() + 1));
  if (items.empty() && text.find_first_not_of(" \t\r\n") != std::string::npos)
    throw Error(name + ": no BibTeX entry in it");
  return items;
}

std::string write_bibtex(const json& items) {
  std::string out;
  for (const json& item : items) {
    const std::string type = item.value("type", "document");
    std::string kind = "misc";
    if (type == "article-newspaper" || type == "article-magazine") kind = "article";
    if (type == "webpage" || type == "post-weblog") kind = "online";
    for (const auto& [bib, csl] : types()) {
      if (csl == type && kind == "misc" && bib != "newspaper" && bib != "collection" && bib != "proceedings" &&
          bib != "conference" && bib != "electronic" && bib != "phdthesis" && bib != "mastersthesis" &&
          bib != "inbook" && bib != "techreport") {
        kind = bib;
      }
    }
    std::string key;
    for (const char c : item.value("id", "")) {
      if (letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ':' || c == '.') key += c;
    }
    out += "@" + kind + "{" + (key.empty() ? "item" : key);
    const auto put = [&](const char* field, const std::string& value) {
      if (!value.empty()) out += std::string(",\n  ") + field + " = {" + value + "}";
    };
    const auto text = [&](const char* csl) {
      const auto found = item.find(csl);
      if (found == item.end()) return std::string();
      return found->is_string() ? found->get<std::string>() : found->is_number() ? found->dump() : std::string();
    };
    for (const char* role : {"author", "editor", "translator"}) {
      std::string list;
      if (item.contains(role) && item[role].is_array()) {
        for (const json& one : item[role]) {
          if (!one.is_object()) continue;
          if (!list.empty()) list += " and ";
          list += one.contains("literal") ? "{" + escaped(one.value("literal", "")) + "}"
                                          : escaped(one.value("family", "")) +
                                                (one.contains("given") ? ", " + escaped(one.value("given", "")) : "");
        }
      }
      put(role, list);
    }
    put("title", escaped(text("title")));
    put(kind == "article" ? "journaltitle" : "booktitle", escaped(text("container-title")));
    put("volume", escaped(text("volume")));
    put("number", escaped(text("issue").empty() ? text("number") : text("issue")));
    put("pages", escaped(text("page")));
    put(kind == "thesis" || kind == "report" ? "institution" : "publisher", escaped(text("publisher")));
    put("location", escaped(text("publisher-place")));
    put("edition", escaped(text("edition")));
    put("series", escaped(text("collection-title")));
    put("type", escaped(text("genre")));
    put("isbn", text("ISBN"));
    put("issn", text("ISSN"));
    put("doi", escaped(text("DOI")));
    put("url", escaped(text("URL")));
    put("langid", escaped(text("language")));
    put("note", escaped(text("note")));
    for (const auto& [csl, field] : {std::pair{"issued", "date"}, std::pair{"accessed", "urldate"}}) {
      if (!item.contains(csl) || !item[csl].is_object()) continue;
      const json parts = item[csl].value("date-parts", json::array());
      std::string date;
      if (parts.is_array() && !parts.empty() && parts[0].is_array()) {
        for (const json& part : parts[0]) {
          std::string number = part.is_string() ? part.get<std::string>() : part.dump();
          if (number.size() == 1) number = "0" + number;
          date += (date.empty() ? "" : "-") + number;
        }
      }
      put(field, date);
    }
    out += "\n}\n\n";
  }
  return out;
}

}  // namespace soat::citation
