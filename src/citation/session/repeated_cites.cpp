#include "citation/session/repeated_cites.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "citation/zotero/json_access.h"
#include "text/ascii.h"

namespace soat::citation::session {
namespace {

using zotero::flag_at;
using zotero::member;

std::string text_of(const Json& cite, const char* key) {
  const Json& value = member(cite, key);
  return value.is_number() ? value.dump() : zotero::string_at(cite, key);
}

std::string label_of(const Json& cite) {
  const std::string label = text_of(cite, "label");
  return label.empty() ? "page" : label;
}

bool same_source(const Json& a, const Json& b) {
  const std::vector<std::string> uris = zotero::uris_of(member(a, "uris"));
  return std::ranges::any_of(zotero::uris_of(member(b, "uris")),
                             [&](const std::string& uri) { return std::ranges::find(uris, uri) != uris.end(); });
}

// The places that a locator names: "5, 9" are two.
std::vector<std::string> places_of(const Json& cite) {
  const std::string locator = text_of(cite, "locator");
  std::vector<std::string> places;
  for (std::size_t at = 0; at < locator.size();) {
    const std::size_t comma = std::min(locator.find(',', at), locator.size());
    std::string_view place = std::string_view(locator).substr(at, comma - at);
    while (!place.empty() && place.front() == ' ') place.remove_prefix(1);
    while (!place.empty() && place.back() == ' ') place.remove_suffix(1);
    if (!place.empty()) places.emplace_back(place);
    at = comma + 1;
  }
  return places;
}

std::size_t digits_of(const std::string& place) {
  return static_cast<std::size_t>(std::ranges::find_if_not(place, [](char c) { return text::is_ascii_digit(c); }) -
                                  place.begin());
}

// By the number that each begins with; as they are where one begins with none.
void sort_places(std::vector<std::string>& places) {
  if (!std::ranges::all_of(places, [](const std::string& place) { return digits_of(place) > 0; })) return;
  std::ranges::stable_sort(places, [](const std::string& a, const std::string& b) {
    const std::size_t in_a = digits_of(a);
    const std::size_t in_b = digits_of(b);
    return in_a != in_b ? in_a < in_b : a.substr(0, in_a) < b.substr(0, in_b);
  });
}

// What the user wrote beside a cite twice in the same words, or only once.
bool agree(const std::string& a, const std::string& b) {
  return a.empty() || b.empty() || a == b;
}

bool any_words(const Json& cite) {
  return !text_of(cite, "prefix").empty() || !text_of(cite, "suffix").empty();
}

void put_text(Json& cite, const char* key, const std::string& value) {
  if (!value.empty()) cite[key] = value;
}

// Has one cite say what another one of its source says too, if that can be.
bool take_in(Json& cite, const Json& other, bool beside) {
  if (!same_source(cite, other) || flag_at(cite, "author-only") || flag_at(other, "author-only")) return false;
  std::vector<std::string> places = places_of(cite);
  const std::vector<std::string> more = places_of(other);
  const bool one_place = places.empty() || more.empty() || (places == more && label_of(cite) == label_of(other));
  if (one_place) {
    for (const char* key : {"prefix", "suffix"}) {
      if (!agree(text_of(cite, key), text_of(other, key))) return false;
    }
    // Words round the work as a whole are not words round a place in it.
    if (places.empty() != more.empty() && (any_words(cite) || any_words(other))) return false;
    for (const char* key : {"prefix", "suffix"}) put_text(cite, key, text_of(other, key));
  } else {
    if (!beside || label_of(cite) != label_of(other) || any_words(cite) || any_words(other)) return false;
  }
  if (places.empty() && !more.empty()) {
    cite["locator"] = text_of(other, "locator");
    put_text(cite, "label", text_of(other, "label"));
  } else if (!one_place) {
    for (const std::string& place : more) {
      if (std::ranges::find(places, place) == places.end()) places.push_back(place);
    }
    sort_places(places);
    std::string locator;
    for (const std::string& place : places) locator += (locator.empty() ? "" : ", ") + place;
    cite["locator"] = locator;
  }
  if (!flag_at(other, "suppress-author")) cite.erase("suppress-author");
  return true;
}

}  // namespace

Json without_repeats(const Json& cites, bool in_order) {
  Json kept = Json::array();
  for (const Json& cite : cites) {
    bool taken = false;
    for (std::size_t i = 0; i < kept.size() && !taken; ++i)
      taken = take_in(kept[i], cite, !in_order || i + 1 == kept.size());
    if (!taken) kept.push_back(cite);
  }
  return kept;
}

}  // namespace soat::citation::session
