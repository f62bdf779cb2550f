#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "citation/zotero/rich_text.h"

namespace soat::citation::session {

// A stretch of a text that leads somewhere, in UTF-16 units.
struct TextLink {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::u16string address;

  bool operator==(const TextLink&) const = default;
};

// Has stretches of the runs' text lead somewhere: the runs are cut at their ends. The links are in their order, and
// none overlaps another.
void lay_links(std::vector<zotero::TextRun>& runs, const std::vector<TextLink>& links);

// Has the addresses (http, https, ftp, www) and DOIs in an entry of a list lead there: the runs are cut at their ends.
// `plain` is the text of the runs. Linear in the text.
void link_addresses(std::vector<zotero::TextRun>& runs, std::u16string_view plain);

}  // namespace soat::citation::session
