#include "citation/zotero/foreign_field.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "citation/exchange/exchange.h"
#include "citation/zotero/json_access.h"
#include "citation/zotero/source_cites.h"
#include "text/error.h"

namespace soat::citation::zotero {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

// The next word of a code, taken off it.
std::string_view take_word(std::string_view& code) {
  code.remove_prefix(std::min(code.size(), code.find_first_not_of(kBlanks)));
  const auto end = std::min(code.size(), code.find_first_of(std::string(kBlanks) + "{"));
  const std::string_view word = code.substr(0, end);
  code.remove_prefix(end);
  return word;
}

bool is_word(std::string_view word, std::string_view upper) {
  return std::ranges::equal(word, upper, {}, [](char c) { return std::toupper(static_cast<unsigned char>(c)); });
}

ForeignField list_of(Program program) {
  ForeignField field;
  field.program = program;
  field.list = true;
  return field;
}

// `code` is what Zotero's and Mendeley's codes have in common, from "CSL_CITATION" on.
ForeignField csl_citation(Program program, std::string_view code) {
  ForeignField field;
  field.program = program;
  const auto read = read_code("ZOTERO_ITEM " + std::string(code));
  field.damaged = !read || !read->data.is_object();
  if (!field.damaged) field.citation = modern_citation(read->data);
  return field;
}

ForeignField without_data(Program program) {
  ForeignField field;
  field.program = program;
  return field;
}

// "<EndNote><Cite>…": the records that travel with the citation. Some versions keep them in a field within,
// EN.CITE.DATA, which LibreOffice does not give.
ForeignField endnote_citation(std::string_view code) {
  ForeignField field = without_data(Program::endnote);
  const auto start = code.find("<EndNote");
  if (start == std::string_view::npos) return field;
  constexpr std::string_view end = "</EndNote>";
  const auto last = code.find(end, start);
  try {
    const nlohmann::json cites = read_endnote_cites(
        code.substr(start, last == std::string_view::npos ? last : last + end.size() - start), "EN.CITE");
    if (!cites.empty()) field.citation = Json{{"citationItems", cites}};
    std::size_t records = 0;
    for (auto at = code.find("<record>"); at != std::string_view::npos; at = code.find("<record>", at + 1)) ++records;
    field.partial = records < cites.size();  // of the others only author and year are known
  } catch (const Error&) {
    field.damaged = true;
  }
  return field;
}

std::optional<ForeignField> read_addin(std::string_view code) {
  const std::string_view first = take_word(code);
  if (is_word(first, "ZOTERO_ITEM") || is_word(first, "ZOTERO_CITATION")) return csl_citation(Program::zotero, code);
  if (is_word(first, "ZOTERO_BIBL")) return list_of(Program::zotero);
  if (is_word(first, "CSL_CITATION")) return csl_citation(Program::mendeley, code);
  if (is_word(first, "MENDELEY")) {
    const std::string_view second = take_word(code);
    if (is_word(second, "BIBLIOGRAPHY")) return list_of(Program::mendeley);
    if (is_word(second, "CITATION")) return without_data(Program::mendeley);
    return std::nullopt;
  }
  if (is_word(first, "CSL_BIBLIOGRAPHY")) return list_of(Program::mendeley);
  if (is_word(first, "EN.CITE")) return endnote_citation(code);
  if (is_word(first, "EN.REFLIST") || is_word(first, "EN.BIB")) return list_of(Program::endnote);
  if (first.starts_with("Citavi")) {
    return first.find("Bibliography") != std::string_view::npos ? list_of(Program::citavi)
                                                                : without_data(Program::citavi);
  }
  if (is_word(first, "PAPERS2_CITATIONS") || is_word(first, "REFMGR.CITE") || is_word(first, "PROCITE"))
    return without_data(Program::other);
  if (is_word(first, "PAPERS2_BIBLIOGRAPHY") || is_word(first, "REFMGR.REFLIST")) return list_of(Program::other);
  return std::nullopt;
}

// Bytes that base64 says; stops at the first character that is none.
std::string from_base64(std::string_view text) {
  std::string bytes;
  unsigned value = 0;
  int bits = 0;
  for (const char c : text) {
    unsigned digit = 0;
    if (c >= 'A' && c <= 'Z') {
      digit = static_cast<unsigned>(c - 'A');
    } else if (c >= 'a' && c <= 'z') {
      digit = static_cast<unsigned>(c - 'a') + 26;
    } else if (c >= '0' && c <= '9') {
      digit = static_cast<unsigned>(c - '0') + 52;
    } else if (c == '+' || c == '-') {
      digit = 62;
    } else if (c == '/' || c == '_') {
      digit = 63;
    } else {
      break;
    }
    value = (value << 6 | digit) & 0xFFFFFF;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes += static_cast<char>(value >> bits & 0xFF);
    }
  }
  return bytes;
}

ForeignField mendeley_control(std::string_view encoded) {
  ForeignField field = csl_citation(Program::mendeley, from_base64(encoded));
  if (field.damaged) return field;
  const auto by_hand = field.citation.find("manualOverride");
  if (by_hand == field.citation.end() || !by_hand->is_object()) return field;
  const auto overridden = by_hand->find("isManuallyOverridden");
  const bool own = overridden != by_hand->end() && *overridden == true;
  field.text = string_at(*by_hand, own ? "manualOverrideText" : "citeprocText");
  return field;
}

std::string unescaped(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, char>, 5> entities = {
      {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}}};
  std::string plain;
  for (std::size_t i = 0; i < text.size();) {
    const auto entity =
        std::ranges::find_if(entities, [&](const auto& one) { return text.substr(i).starts_with(one.first); });
    plain += entity == entities.end() ? text[i] : entity->second;
    i += entity == entities.end() ? 1 : entity->first.size();
  }
  return plain;
}

}  // namespace

std::string_view name_of(Program program) {
  switch (program) {
    case Program::zotero:
      return "Zotero";
    case Program::mendeley:
      return "Mendeley";
    case Program::endnote:
      return "EndNote";
    case Program::word:
      return "Microsoft Word";
    case Program::citavi:
      return "Citavi";
    case Program::jabref:
      return "JabRef";
    case Program::libreoffice:
      return "LibreOffice";
    case Program::other:
      break;
  }
  return "Papers, Reference Manager";
}

std::optional<ForeignField> read_word_field(std::string_view code) {
  const std::string_view first = take_word(code);
  if (is_word(first, "ADDIN")) return read_addin(code);
  if (is_word(first, "CITATION")) {
    ForeignField field = without_data(Program::word);
    field.cites = cites_of_word(code);
    return field;
  }
  if (is_word(first, "BIBLIOGRAPHY")) return list_of(Program::word);
  return std::nullopt;
}

std::optional<ForeignField> read_content_tag(std::string_view tag) {
  static constexpr std::string_view mendeley = "MENDELEY_CITATION_";
  if (tag.starts_with(mendeley)) {
    const auto data = tag.find('_', mendeley.size());  // behind the version
    return mendeley_control(data == std::string_view::npos ? std::string_view() : tag.substr(data + 1));
  }
  if (tag.starts_with("MENDELEY_BIBLIOGRAPHY")) return list_of(Program::mendeley);
  if (tag.starts_with("CitaviPlaceholder")) return without_data(Program::citavi);
  if (tag.starts_with("CitaviBibliography")) return list_of(Program::citavi);
  return std::nullopt;
}

std::optional<ForeignField> read_foreign(std::string_view code_or_tag) {
  auto field = read_content_tag(code_or_tag);
  return field ? std::move(field) : read_word_field(code_or_tag);
}

namespace {

// What stands between a start tag and its end tag, whatever lies between, from `at` on. XML of Word's, whose names
// always have the prefix w.
std::string_view content_of(std::string_view part, std::size_t at, std::string_view name) {
  const std::string start = "<" + std::string(name) + ">";
  const std::string end = "</" + std::string(name) + ">";
  const auto begin = part.find(start, at);
  if (begin == std::string_view::npos) return {};
  std::size_t open = 1;
  for (std::size_t i = begin + start.size();;) {
    const auto next = part.find("<", i);
    if (next == std::string_view::npos) return {};
    const std::string_view here = part.substr(next);
    if (here.starts_with(start)) ++open;
    if (here.starts_with(end) && --open == 0) return part.substr(begin + start.size(), next - begin - start.size());
    i = next + 1;
  }
}

std::vector<std::string> paragraphs_of(std::string_view content) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < content.size();) {
    const auto end = std::min(content.size(), content.find("</w:p>", at));
    const std::string_view paragraph = content.substr(at, end - at);
    at = end + 1;
    std::string line;
    for (auto text = paragraph.find("<w:t"); text != std::string_view::npos; text = paragraph.find("<w:t", text + 1)) {
      const char behind = text + 4 < paragraph.size() ? paragraph[text + 4] : '\0';
      if (behind != '>' && behind != ' ') continue;  // w:tab, w:tag
      const auto begin = paragraph.find('>', text);
      if (begin == std::string_view::npos) break;
      line += unescaped(paragraph.substr(begin + 1, paragraph.find('<', begin) - begin - 1));
    }
    if (end < content.size()) lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace

std::vector<ForeignField> read_content_tags(std::string_view part) {
  static constexpr std::string_view element = "<w:tag ";
  static constexpr std::string_view attribute = "w:val=";
  std::vector<ForeignField> fields;
  for (auto at = part.find(element); at != std::string_view::npos; at = part.find(element, at + element.size())) {
    const std::string_view tag = part.substr(at, part.find('>', at) - at);
    const auto value = tag.find(attribute);
    if (value == std::string_view::npos || value + attribute.size() >= tag.size()) continue;
    const char quote = tag[value + attribute.size()];
    const std::string_view rest = tag.substr(value + attribute.size() + 1);
    std::string value_of_tag = unescaped(rest.substr(0, rest.find(quote)));
    auto field = read_content_tag(value_of_tag);
    if (!field) continue;
    field->tag = std::move(value_of_tag);
    if (field->list) field->lines = paragraphs_of(content_of(part, at, "w:sdtContent"));
    fields.push_back(std::move(*field));
  }
  return fields;
}

}  // namespace soat::citation::zotero
