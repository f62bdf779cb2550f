#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <string_view>

#include "citation/form/item_fields.h"

namespace soat::citation {

struct LocatorLabel {
  const char* label;  // the CSL locator type
  Bilingual name;
};

// The kinds of places in a work that a cite can name; page first.
std::span<const LocatorLabel> locator_labels();

// The cites of one citation as they are being put together: Zotero's citation items (itemData, uris, locator, label,
// prefix, suffix, suppress-author). What an item holds besides stays. Text is UTF-8.
class CiteList {
 public:
  using Json = nlohmann::ordered_json;

  CiteList() : cites_(Json::array()) {}
  // The citationItems of a citation that is there already.
  explicit CiteList(const Json& citation_items);

  std::size_t size() const { return cites_.size(); }
  bool empty() const { return cites_.empty(); }
  const Json& json() const { return cites_; }

  // A source, at the end, without its groups; `uri` names it in the document. One that is there already, without a
  // place in it or words beside it, is not added again. Gives its place.
  std::size_t add(const nlohmann::json& item, const std::string& uri);
  // All of another list, before this cite or, at size(), at the end.
  void insert(const CiteList& others, std::size_t at);
  void remove(std::size_t cite);
  // One place up (-1) or down (1); gives its new place, the same at either end.
  std::size_t move(std::size_t cite, int by);

  std::string label(std::size_t cite) const;  // "page" where there is none
  std::string locator(std::size_t cite) const { return field(cite, "locator"); }
  std::string prefix(std::size_t cite) const { return field(cite, "prefix"); }
  std::string suffix(std::size_t cite) const { return field(cite, "suffix"); }
  bool suppresses_author(std::size_t cite) const;

  void set_locator(std::size_t cite, std::string_view label, std::string_view value);
  // A blank is put between a prefix or a suffix that begins or ends with a letter or digit and the citation.
  void set_prefix(std::size_t cite, std::string_view text);
  void set_suffix(std::size_t cite, std::string_view text);
  void set_suppress_author(std::size_t cite, bool suppress);

  // The cite in one line: the source, then the locator.
  std::string line(std::size_t cite, bool vietnamese) const;

 private:
  std::string field(std::size_t cite, const char* key) const;
  void put(std::size_t cite, const char* key, const std::string& value);

  Json cites_;
};

}  // namespace soat::citation
