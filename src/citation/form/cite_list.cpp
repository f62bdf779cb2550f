#include "citation/form/cite_list.h"

#include <algorithm>
#include <utility>

#include "citation/exchange/exchange.h"
#include "citation/library/attachments.h"
#include "citation/library/item_text.h"
#include "text/ascii.h"
#include "text/utf.h"

namespace soat::citation {

namespace {

constexpr LocatorLabel labels[] = {
    {"page", {u"trang", u"page"}},
    {"article-locator", {u"điều", u"article"}},
    {"chapter", {u"chương", u"chapter"}},
    {"section", {u"mục", u"section"}},
    {"paragraph", {u"đoạn", u"paragraph"}},
    {"part", {u"phần", u"part"}},
    {"volume", {u"tập", u"volume"}},
    {"book", {u"quyển", u"book"}},
    {"issue", {u"số", u"issue"}},
    {"figure", {u"hình", u"figure"}},
    {"table", {u"bảng", u"table"}},
    {"appendix", {u"phụ lục", u"appendix"}},
    {"note", {u"chú thích", u"note"}},
    {"line", {u"dòng", u"line"}},
    {"verse", {u"câu thơ", u"verse"}},
    {"column", {u"cột", u"column"}},
    {"folio", {u"tờ", u"folio"}},
    {"opus", {u"tác phẩm số", u"opus"}},
    {"sub verbo", {u"mục từ", u"sub verbo"}},
};

bool letter_or_digit(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || text::is_ascii_alphanumeric(c);
}

}  // namespace

std::span<const LocatorLabel> locator_labels() {
  return labels;
}

CiteList::CiteList(const Json& citation_items) : cites_(Json::array()) {
  if (!citation_items.is_array()) return;
  for (const Json& cite : citation_items) {
    if (cite.is_object()) cites_.push_back(cite);
  }
}

std::size_t CiteList::add(const nlohmann::json& item, const std::string& uri) {
  for (std::size_t i = 0; i < cites_.size() && !uri.empty(); ++i) {
    const auto uris = cites_[i].find("uris");
    const bool same =
        uris != cites_[i].end() && uris->is_array() && std::find(uris->begin(), uris->end(), uri) != uris->end();
    if (same && locator(i).empty() && field(i, "prefix").empty() && field(i, "suffix").empty()) return i;
  }
  Json cite = Json::object();
  if (!uri.empty()) cite["uris"] = Json::array({uri});
  cite["itemData"] = carried_by_documents(item);
  cites_.push_back(std::move(cite));
  return cites_.size() - 1;
}

void CiteList::insert(const CiteList& others, std::size_t at) {
  cites_.insert(cites_.begin() + static_cast<std::ptrdiff_t>(at), others.cites_.begin(), others.cites_.end());
}

void CiteList::remove(std::size_t cite) {
  cites_.erase(cite);
}

std::size_t CiteList::move(std::size_t cite, int by) {
  const std::size_t other = by < 0 ? (cite == 0 ? 0 : cite - 1) : std::min(cite + 1, cites_.size() - 1);
  std::swap(cites_[cite], cites_[other]);
  return other;
}

std::string CiteList::field(std::size_t cite, const char* key) const {
  const auto found = cites_[cite].find(key);
  return found != cites_[cite].end() && found->is_string() ? found->get<std::string>() : std::string();
}

void CiteList::put(std::size_t cite, const char* key, const std::string& value) {
  if (value.empty()) {
    cites_[cite].erase(key);
  } else {
    cites_[cite][key] = value;
  }
}

std::string CiteList::label(std::size_t cite) const {
  const std::string known = field(cite, "label");
  return known.empty() ? "page" : known;
}

bool CiteList::suppresses_author(std::size_t cite) const {
  const auto found = cites_[cite].find("suppress-author");
  return found != cites_[cite].end() && found->is_boolean() && found->get<bool>();
}

void CiteList::set_locator(std::size_t cite, std::string_view label, std::string_view value) {
  const std::string typed = squeezed(value);
  put(cite, "locator", typed);
  put(cite, "label", typed.empty() ? std::string() : std::string(label));
}

void CiteList::set_prefix(std::size_t cite, std::string_view text) {
  std::string typed = squeezed(text);
  if (!typed.empty() && letter_or_digit(typed.back())) typed += ' ';
  put(cite, "prefix", typed);
}

void CiteList::set_suffix(std::size_t cite, std::string_view text) {
  std::string typed = squeezed(text);
  if (!typed.empty() && letter_or_digit(typed.front())) typed.insert(0, 1, ' ');
  put(cite, "suffix", typed);
}

void CiteList::set_suppress_author(std::size_t cite, bool suppress) {
  if (suppress) {
    cites_[cite]["suppress-author"] = true;
  } else {
    cites_[cite].erase("suppress-author");
  }
}

std::string CiteList::line(std::size_t cite, bool vietnamese) const {
  const auto data = cites_[cite].find("itemData");
  std::string line = data != cites_[cite].end() ? summary(nlohmann::json(*data)) : std::string();
  if (line.empty()) line = "?";
  const std::string place = locator(cite);
  if (place.empty()) return line;
  const std::string kind = label(cite);
  const auto known =
      std::find_if(std::begin(labels), std::end(labels), [&](const LocatorLabel& one) { return one.label == kind; });
  const std::string name = known != std::end(labels) ? text::to_utf8(known->name.in(vietnamese)) : kind;
  return "[" + name + " " + place + "] " + line;
}

}  // namespace soat::citation
