#pragma once

#include <initializer_list>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace soat::citation {

// What a web page's elements tell of it. Text is UTF-8 as the parser gives it (see checked_utf8).
struct Page {
  std::map<std::string, std::vector<std::string>> meta;  // by name, property or itemprop, lower case
  std::vector<nlohmann::json> linked;                    // objects of JSON-LD
  std::string title;
  std::vector<std::string> headings;  // the first few of the first level
  std::string canonical;
  std::string language;
  std::string time;
  std::string byline;     // the text of the first element that is marked as the author's
  std::string dateline;   // and as the day of publication
  std::string signature;  // the text of the last short line set at the right margin, where papers put the author's name
  std::string visible;    // the beginning of the text that a reader sees

  // The first content of the first of these that the page has; empty when it has none.
  std::string first(std::initializer_list<const char*> names) const;
};

// Reads a page of any size and shape in time that grows with its length: of one element at most 256 attributes are
// read. `charset`: see read_page_metadata.
Page parse_page(std::string_view bytes, const std::string& charset);

}  // namespace soat::citation
