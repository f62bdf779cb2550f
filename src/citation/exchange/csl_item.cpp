#include "citation/exchange/csl_item.h"

#include <utility>

#include "citation/lookup/pasted.h"
#include "reference/words.h"
#include "text/utf.h"

namespace soat::citation {

using nlohmann::json;

namespace {

const char* type_of(const reference::LegalReference& reference) {
  const std::u16string genre = reference::word_plain(reference.genre);
  if (genre.starts_with(u"du thao") || genre.starts_with(u"du an ")) return "bill";
  if (genre.starts_with(u"tieu chuan") || genre.starts_with(u"quy chuan")) return "standard";
  for (const std::u16string_view treaty : {std::u16string_view(u"cong uoc"), std::u16string_view(u"hiep dinh"),
                                           std::u16string_view(u"nghi dinh thu"), std::u16string_view(u"hiep uoc")}) {
    if (genre == treaty) return "treaty";
  }
  return "legislation";
}

}  // namespace

json to_csl_item(const reference::LegalReference& reference) {
  json item = {{"type", type_of(reference)}, {"genre", text::to_utf8(reference.genre)}};
  const auto put = [&](const char* key, const std::u16string& value) {
    if (!value.empty()) item[key] = text::to_utf8(value);
  };
  put("number", reference.number);
  put("authority", reference.authority);
  put("title", reference.title);
  put("locator", reference.locator);
  if (reference.issued.year > 0) {
    json parts = json::array({reference.issued.year});
    if (reference.issued.month > 0) parts.push_back(reference.issued.month);
    if (reference.issued.day > 0) parts.push_back(reference.issued.day);
    item["issued"] = {{"date-parts", json::array({parts})}};
  }
  return item;
}

namespace {

// "Nguồn: https://…", or an address alone: a web page of which nothing else is known.
json web_reference(std::string_view line) {
  const auto start = line.find_first_not_of(" \t-*•<(");
  if (start == std::string_view::npos) return nullptr;
  line.remove_prefix(start);
  for (const std::string_view label : {"Nguồn", "nguồn", "NGUỒN", "Link", "URL"}) {
    if (!line.starts_with(label)) continue;
    line.remove_prefix(label.size());
    while (!line.empty() && (line.front() == ' ' || line.front() == ':' || line.front() == '<')) line.remove_prefix(1);
    break;
  }
  if (!line.starts_with("http://") && !line.starts_with("https://")) return nullptr;
  const auto end = line.find_first_of(" \t<>\"");
  // Words after the address make it a sentence.
  if (end != std::string_view::npos && line.find_first_not_of(" \t<>\".)", end) != std::string_view::npos)
    return nullptr;
  std::string_view url = line.substr(0, end);
  while (!url.empty() && (url.back() == '.' || url.back() == ',' || url.back() == ';' || url.back() == ')'))
    url.remove_suffix(1);
  return {{"type", "webpage"}, {"URL", text::to_utf8(text::to_utf16(url))}};
}

// What is known of a source by its DOI, ISBN, or number at arXiv or PubMed. Mere digits are none.
json numbered_references(std::string_view line) {
  json items = json::array();
  if (line.size() > 20'000 || line.find_first_not_of("0123456789 \t.,;") == std::string_view::npos) return items;
  for (const Identifier& one : identifiers_in(line)) {
    switch (one.kind) {
      case Identifier::Kind::doi:
        items.push_back({{"type", "document"}, {"DOI", one.value}});
        break;
      case Identifier::Kind::isbn:
        items.push_back({{"type", "book"}, {"ISBN", one.value}});
        break;
      case Identifier::Kind::pmid:
        items.push_back({{"type", "article-journal"}, {"PMID", one.value}});
        break;
      case Identifier::Kind::arxiv:
        items.push_back(
            {{"type", "article"}, {"number", "arXiv:" + one.value}, {"URL", "https://arxiv.org/abs/" + one.value}});
        break;
    }
  }
  return items;
}

// What a line without a legal document names.
json other_references(std::string_view line) {
  json items = numbered_references(line);
  if (!items.empty()) return items;
  if (json web = web_reference(line); !web.is_null()) items.push_back(std::move(web));
  return items;
}

}  // namespace

json parse_reference(std::string_view line) {
  if (const auto legal = reference::parse_legal_reference(text::to_utf16(line))) return to_csl_item(*legal);
  json others = other_references(line);
  return others.empty() ? json() : others[0];
}

namespace {

json all_items(const std::vector<reference::LegalReference>& found, std::string_view line) {
  json all = json::array();
  for (const reference::LegalReference& legal : found) all.push_back(to_csl_item(legal));
  return all.empty() ? other_references(line) : all;
}

}  // namespace

json parse_references(std::string_view line) {
  return all_items(reference::parse_legal_references(text::to_utf16(line)), line);
}

std::vector<json> parse_references(std::span<const std::string> lines) {
  std::vector<std::u16string> wide;
  wide.reserve(lines.size());
  for (const std::string& line : lines) wide.push_back(text::to_utf16(line));
  const std::vector<std::vector<reference::LegalReference>> found = reference::parse_legal_references(wide);
  std::vector<json> all;
  all.reserve(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) all.push_back(all_items(found[i], lines[i]));
  return all;
}

}  // namespace soat::citation
