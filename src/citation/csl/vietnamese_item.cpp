#include "citation/csl/vietnamese_item.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "citation/csl/edition_number.h"
#include "citation/exchange/csl_item.h"
#include "reference/issuer.h"
#include "reference/legal_reference.h"
#include "text/syllable.h"
#include "text/utf.h"

namespace soat::citation {

using nlohmann::json;

namespace {

std::string text_of(const json& item, const char* key) {
  const auto found = item.find(key);
  return found != item.end() && found->is_string() ? found->get<std::string>() : "";
}

// --- Persons

// Letters that no other language of the Latin alphabet has, but for a few of the minorities' in Vietnam.
bool vietnamese_letter(char16_t c) {
  return (c >= 0x1EA0 && c <= 0x1EF9) || c == u'ă' || c == u'Ă' || c == u'đ' || c == u'Đ' || c == u'ơ' || c == u'Ơ' ||
         c == u'ư' || c == u'Ư';
}

struct NameLook {
  bool letters = false;   // has a Vietnamese letter
  bool marks = false;     // has a letter outside ASCII
  bool syllables = true;  // every word is a Vietnamese syllable
};

NameLook look_at(const std::string& name) {
  NameLook look;
  const std::u16string text = text::to_utf16(name);
  std::u16string word;
  const auto finish = [&] {
    if (!word.empty() && !text::parse_with_placement(word).syllable) look.syllables = false;
    word.clear();
  };
  for (const char16_t c : text) {
    if (vietnamese_letter(c)) look.letters = true;
    if (c >= 0x80) look.marks = true;
    if (c == u' ' || c == 0xA0) {
      finish();
    } else {
      word += c;
    }
  }
  finish();
  return look;
}

// Whether a person's name is Vietnamese. Where the work is not, plain syllables ("Tim Ho") do not suffice.
bool vietnamese_person(const json& name, bool vietnamese_work) {
  const NameLook look = look_at(text_of(name, "family") + " " + text_of(name, "given"));
  return look.letters || (look.syllables && (vietnamese_work || look.marks));
}

// "vi", "vie", "vi-VN", "Tiếng Việt".
bool vietnamese_tag(std::string_view tag) {
  return tag.starts_with("vi") || tag.starts_with("Vi") || tag.starts_with("VI") || tag.ends_with("Việt");
}

bool vietnamese_work(const json& item) {
  const std::string tag = text_of(item, "language");
  if (!tag.empty()) return vietnamese_tag(tag);
  const std::u16string title = text::to_utf16(text_of(item, "title"));
  return std::any_of(title.begin(), title.end(), vietnamese_letter);
}

}  // namespace

void mark_vietnamese_names(json& item) {
  const bool work = vietnamese_work(item);
  for (auto& [key, value] : item.items()) {
    if (!value.is_array()) continue;
    if (work && !value.empty() && value.back() == json{{"literal", "others"}})
      value.back() = {{"literal", "những người khác"}};
    for (json& name : value) {
      if (!name.is_object() || !name.contains("family") || name.contains("multi")) continue;
      name["multi"] = {{"_key", json::object()}, {"main", vietnamese_person(name, work) ? "vi" : "en"}};
    }
  }
}

namespace {

// --- Legal documents

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n,.:;");
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

// Kinds by the letters that their symbols have (Decree 30/2020/NĐ-CP, Appendix III).
std::string kind_of_symbol(const std::string& number) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 17> kinds = {
      {{"NĐ", "Nghị định"},
       {"NQ", "Nghị quyết"},
       {"NQLT", "Nghị quyết liên tịch"},
       {"QĐ", "Quyết định"},
       {"TT", "Thông tư"},
       {"TTLT", "Thông tư liên tịch"},
       {"CT", "Chỉ thị"},
       {"CĐ", "Công điện"},
       {"KL", "Kết luận"},
       {"TB", "Thông báo"},
       {"HD", "Hướng dẫn"},
       {"KH", "Kế hoạch"},
       {"BC", "Báo cáo"},
       {"TTr", "Tờ trình"},
       {"VBHN", "Văn bản hợp nhất"},
       {"SL", "Sắc lệnh"},
       {"QC", "Quy chế"}}};
  // The letters behind the numbers: "30/2020/NĐ-CP", "35-NQ/TW".
  const auto start = number.find_first_not_of("0123456789/-");
  if (start == std::string::npos) return {};
  const std::string letters = number.substr(start, number.find_first_of("/-", start) - start);
  const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const auto& kind) { return kind.first == letters; });
  return found == kinds.end() ? std::string() : std::string(found->second);
}

// The year in "15/2021/NQ-HĐND"; 0 when there is none.
int year_of_symbol(const std::string& number) {
  for (auto at = number.find('/'); at != std::string::npos; at = number.find('/', at + 1)) {
    const std::string year = number.substr(at + 1, 4);
    const bool digits = year.size() == 4 && year.find_first_not_of("0123456789") == std::string::npos;
    const bool ends = at + 5 >= number.size() || number[at + 5] == '/' || number[at + 5] == '-';
    if (digits && ends && (year.starts_with("19") || year.starts_with("20"))) return std::stoi(year);
  }
  return 0;
}

// The title behind its kind and symbol: "Nghị định số 30/2020/NĐ-CP về công tác văn thư" is "về công tác văn thư".
std::string behind(const std::string& title, const std::string& number) {
  std::string rest = trimmed(title);
  for (const std::string& word : {std::string("số "), std::string("Số "), number}) {
    if (!word.empty() && rest.starts_with(word)) rest = trimmed(rest.substr(word.size()));
  }
  return rest;
}

void complete_legal(json& item) {
  const std::string type = text_of(item, "type");
  if (type != "legislation" && type != "bill" && type != "regulation") return;
  std::string title = text_of(item, "title");
  if (text_of(item, "number").empty() && text_of(item, "genre").empty()) {
    // The title may be the whole reference.
    const auto reference = reference::parse_legal_reference(text::to_utf16(title));
    if (reference && reference->start == 0 && !reference->number.empty()) {
      const json read = to_csl_item(*reference);
      for (const char* key : {"genre", "number", "title", "issued", "authority"}) {
        const bool known = item.contains(key) && std::string_view(key) != "title";
        if (read.contains(key) && !known) item[key] = read[key];
      }
      if (!read.contains("title")) item.erase("title");
      title = text_of(item, "title");
    }
  }
  const std::string number = text_of(item, "number");
  if (const int year = year_of_symbol(number); year > 0 && !item.contains("issued")) {
    item["issued"] = {{"date-parts", {{year}}}};
  }
  const reference::LeadingGenre leading = reference::leading_genre(text::to_utf16(title));
  // Whose document it is, as its symbol says. A law goes by its name.
  if (!leading.named && !item.contains("authority") && !item.contains("author")) {
    if (const std::u16string issuer = reference::issuer_of_symbol(text::to_utf16(number)); !issuer.empty())
      item["authority"] = text::to_utf8(issuer);
  }
  if (leading.length > 0) {
    const std::u16string wide = text::to_utf16(title);
    const std::string kind = text::to_utf8(wide.substr(0, leading.length));
    if (text_of(item, "genre").empty()) item["genre"] = kind;
    const bool same = text_of(item, "genre").size() == kind.size();
    // "Luật Đất đai" is a name; "Nghị định về …" a kind and a subject.
    if (!leading.named && same) {
      const std::string rest = behind(text::to_utf8(wide.substr(leading.length)), number);
      if (rest.empty()) {
        item.erase("title");
      } else {
        item["title"] = rest;
      }
    }
  } else if (text_of(item, "genre").empty()) {
    if (std::string kind = kind_of_symbol(number); !kind.empty()) item["genre"] = std::move(kind);
  }
}

}  // namespace

void prepare_vietnamese(json& item) {
  mark_vietnamese_names(item);
  if (const auto edition = edition_number(text_of(item, "edition"))) item["edition"] = std::to_string(*edition);
  complete_legal(item);
}

}  // namespace soat::citation
