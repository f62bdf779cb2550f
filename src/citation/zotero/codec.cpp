#include "citation/zotero/codec.h"

#include <array>
#include <random>

#include "text/ascii.h"
#include "text/hash.h"
#include "text/utf.h"

namespace soat::citation::zotero {
namespace {

constexpr std::array<std::string_view, 3> kPrefixes = {"ZOTERO_", " CSL_", " ADDIN ZOTERO_"};
constexpr std::string_view kRandom = " RND";
constexpr std::size_t kPiece = 255;

std::string one_line(const Json& data) {
  return data.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json parse_object(std::string_view code) {
  const auto open = code.find('{');
  const auto close = code.rfind('}');
  if (open == std::string_view::npos || close == std::string_view::npos || close < open) return nullptr;
  // A citation nests a handful of levels; more is an attack on the parser's stack.
  const std::string_view text = code.substr(open, close - open + 1);
  int depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (quoted && text[i] == '\\') {
      ++i;
    } else if (text[i] == '"') {
      quoted = !quoted;
    } else if (!quoted && (text[i] == '{' || text[i] == '[')) {
      if (++depth > 64) return nullptr;
    } else if (!quoted && (text[i] == '}' || text[i] == ']')) {
      --depth;
    }
  }
  Json data = Json::parse(text, nullptr, false);
  if (data.is_discarded() || !data.is_object()) return nullptr;
  return data;
}

// Renames a key in place, keeping its position.
void rename(Json& object, const std::string& from, const std::string& to) {
  if (!object.contains(from) || object.contains(to)) return;
  Json renamed = Json::object();
  for (auto& [key, value] : object.items()) renamed[key == from ? to : key] = value;
  object = std::move(renamed);
}

}  // namespace

std::optional<Code> read_code(std::string_view text) {
  std::size_t start = std::string_view::npos;
  for (const auto prefix : kPrefixes) {
    const auto at = text.find(prefix);
    if (at == std::string_view::npos) continue;
    start = at + prefix.size();
    break;
  }
  if (start == std::string_view::npos) return std::nullopt;
  std::string_view code = text.substr(start);
  if (code.starts_with("BREF_")) return std::nullopt;  // a bookmark's name: its data lies in a property
  const auto random = code.rfind(kRandom);
  if (random != std::string_view::npos) code = code.substr(0, random);
  Code result;
  if (code.starts_with("ITEM") || code.starts_with("CITATION")) {
    result.kind = CodeKind::item;
  } else if (code.starts_with("BIBL")) {
    result.kind = CodeKind::bibliography;
  } else {
    return result;
  }
  result.data = parse_object(code);
  return result;
}

std::string random_suffix(std::size_t length) {
  static constexpr std::string_view kLetters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  thread_local std::mt19937_64 engine{std::random_device{}()};
  std::uniform_int_distribution<std::size_t> pick(0, kLetters.size() - 1);
  std::string result;
  while (result.size() < length) result += kLetters[pick(engine)];
  return result;
}

std::string item_value(const Json& citation) {
  return "ZOTERO_ITEM CSL_CITATION " + one_line(citation);
}

std::string bibliography_value(const Json& bibliography) {
  return "ZOTERO_BIBL " + one_line(bibliography) + " CSL_BIBLIOGRAPHY";
}

std::string item_name(const Json& citation, std::string_view suffix) {
  return item_value(citation) + std::string(kRandom) + std::string(suffix);
}

std::string bibliography_name(const Json& bibliography, std::string_view suffix) {
  return bibliography_value(bibliography) + std::string(kRandom) + std::string(suffix);
}

bool is_bookmark_name(std::string_view name) {
  return name.starts_with(bookmark_stem);
}

std::optional<std::string> original_bookmark(std::string_view name,
                                             const std::function<bool(std::string_view)>& known) {
  constexpr std::size_t longest_ending = 32;
  for (std::size_t cut = 0; cut <= longest_ending && cut < name.size(); ++cut) {
    const std::string_view candidate = name.substr(0, name.size() - cut);
    if (is_bookmark_name(candidate) && known(candidate)) return std::string(candidate);
  }
  return std::nullopt;
}

std::vector<std::pair<std::string, std::string>> to_properties(std::string_view stem, std::string_view value) {
  std::vector<std::pair<std::string, std::string>> result;
  const std::u16string text = text::to_utf16(value);
  for (std::size_t at = 0; at < text.size();) {
    std::size_t length = std::min(kPiece, text.size() - at);
    if (at + length < text.size() && text::is_high_surrogate(text[at + length - 1])) --length;
    std::string name(stem);
    name += '_';
    name += std::to_string(result.size() + 1);
    result.emplace_back(std::move(name), text::to_utf8(std::u16string_view(text).substr(at, length)));
    at += length;
  }
  return result;
}

std::optional<std::string> from_properties(
    std::string_view stem, const std::function<std::optional<std::u16string>(const std::string&)>& get) {
  std::u16string text;
  std::size_t number = 1;
  for (;; ++number) {
    std::string name(stem);
    name += '_';
    name += std::to_string(number);
    const auto piece = get(name);
    if (!piece || piece->empty()) break;
    text += *piece;
  }
  if (number == 1) return std::nullopt;
  return text::to_utf8(text);
}

Json modern_citation(Json citation) {
  if (!citation.is_object()) return citation;
  for (const char* key : {"CITATIONITEMS", "CITATIONID", "PROPERTIES"}) {
    static const std::map<std::string, std::string> names = {
        {"CITATIONITEMS", "citationItems"}, {"CITATIONID", "citationID"}, {"PROPERTIES", "properties"}};
    rename(citation, key, names.at(key));
  }
  Json properties =
      citation.contains("properties") && citation["properties"].is_object() ? citation["properties"] : Json::object();
  if (citation.contains("sort") && citation["sort"].is_boolean()) {
    if (!citation["sort"].get<bool>()) properties["unsorted"] = true;
    citation.erase("sort");
  }
  if (citation.contains("custom")) {
    if (!properties.contains("custom")) properties["custom"] = citation["custom"];
    citation.erase("custom");
  }
  citation["properties"] = std::move(properties);
  if (!citation.contains("citationItems") || !citation["citationItems"].is_array())
    citation["citationItems"] = Json::array();
  static constexpr std::array<const char*, 17> kLabels = {
      "page", "book",      "chapter", "column",  "figure",    "folio",  "issue", "line", "note",
      "opus", "paragraph", "part",    "section", "sub verbo", "volume", "verse", nullptr};
  for (Json& cite : citation["citationItems"]) {
    if (!cite.is_object()) continue;
    rename(cite, "locatorType", "label");
    rename(cite, "suppressAuthor", "suppress-author");
    rename(cite, "uri", "uris");
    if (cite.contains("uris") && cite["uris"].is_string()) cite["uris"] = Json::array({cite["uris"]});
    if (cite.contains("label")) {
      std::size_t index = kLabels.size();
      if (cite["label"].is_number_unsigned()) index = cite["label"].get<std::size_t>();
      if (cite["label"].is_string()) {
        const std::string label = cite["label"];
        if (!label.empty() && label.size() <= 2 && label.find_first_not_of("0123456789") == std::string::npos) {
          index = static_cast<std::size_t>(std::stoi(label));
        }
      }
      if (index < kLabels.size() - 1) cite["label"] = kLabels[index];
    }
  }
  return citation;
}

void complete_items(Json& citation) {
  if (!citation.is_object() || !citation.contains("citationItems")) return;
  for (Json& cite : citation["citationItems"]) {
    if (!cite.is_object()) continue;
    if (!cite.contains("itemData") || !cite["itemData"].is_object()) cite["itemData"] = Json::object();
    if (cite.contains("uris") && cite["uris"].is_array() && !cite["uris"].empty()) continue;
    // The same work gets the same URI in every citation: made from its data without what Zotero rewrites.
    Json data = cite["itemData"];
    data.erase("id");
    text::Fnv1a hash;
    std::string digits;
    for (int round = 0; round < 2; ++round) {
      for (const char c : one_line(data)) hash.add(static_cast<unsigned char>(c));
      for (int i = 0; i < 16; ++i) digits += text::hex_digit(hash.value() >> (4 * i));
    }
    digits[12] = '8';  // RFC 9562: version 8, made from a digest of our own
    digits[16] = 'a';
    cite["uris"] = Json::array({"urn:uuid:" + digits.substr(0, 8) + "-" + digits.substr(8, 4) + "-" +
                                digits.substr(12, 4) + "-" + digits.substr(16, 4) + "-" + digits.substr(20, 12)});
  }
}

}  // namespace soat::citation::zotero
