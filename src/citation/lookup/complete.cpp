#include "citation/lookup/complete.h"

#include <string>

#include "citation/library/item_text.h"

namespace soat::citation {

using nlohmann::json;
using Kind = Identifier::Kind;

namespace {

std::optional<Identifier> first_in(const std::string& text, Kind kind) {
  for (Identifier& one : identifiers_in(text)) {
    if (one.kind == kind) return std::move(one);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Identifier> identifier_of(const json& item) {
  if (auto found = first_in(text_of(item, "DOI"), Kind::doi)) return found;
  if (auto found = first_in(text_of(item, "URL"), Kind::doi)) return found;
  if (const std::string pmid = text_of(item, "PMID"); !pmid.empty()) {
    if (auto found = first_in("PMID: " + pmid, Kind::pmid)) return found;
  }
  for (const char* key : {"number", "URL", "eprint"}) {
    if (auto found = first_in(text_of(item, key), Kind::arxiv)) return found;
  }
  const std::string type = text_of(item, "type");
  if (type == "chapter" || type == "paper-conference" || type.starts_with("article") || type.starts_with("entry"))
    return std::nullopt;
  return first_in(text_of(item, "ISBN"), Kind::isbn);
}

json completed(const json& item, const json& found) {
  json both = merged(item, found);
  const std::string type = text_of(item, "type");
  if ((type.empty() || type == "document") && found.contains("type")) both["type"] = found["type"];
  if (item.contains("id")) both["id"] = item["id"];
  return both;
}

}  // namespace soat::citation
