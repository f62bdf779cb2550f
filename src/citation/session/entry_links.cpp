#include "citation/session/entry_links.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "citation/exchange/identifiers.h"
#include "text/patterns.h"
#include "text/utf.h"

namespace soat::citation::session {

using zotero::TextRun;

namespace {

constexpr std::u16string_view blanks = u" \t\n\u00A0\u2003\u2009\u202F";

std::optional<TextLink> address_in(std::u16string_view word) {
  for (const std::u16string_view start : {u"http://", u"https://", u"ftp://", u"www."}) {
    const std::size_t at = word.find(start);
    if (at == std::u16string_view::npos) continue;
    const std::size_t end = text::match_url(word, at);
    if (end <= at + start.size()) continue;
    std::u16string address(start == u"www." ? u"http://" : u"");
    return TextLink{at, end, address.append(word.substr(at, end - at))};
  }
  return std::nullopt;
}

std::optional<TextLink> doi_link_in(std::u16string_view word) {
  if (word.find(u"10.") == std::u16string_view::npos) return std::nullopt;
  const std::string bytes = text::to_utf8(word);
  const std::string_view doi = doi_in(bytes);
  if (doi.empty()) return std::nullopt;
  const std::size_t begin =
      text::to_utf16(std::string_view(bytes).substr(0, static_cast<std::size_t>(doi.data() - bytes.data()))).size();
  return TextLink{begin, begin + text::to_utf16(doi).size(), text::to_utf16(doi_address(doi))};
}

std::vector<TextLink> links_in(std::u16string_view text) {
  std::vector<TextLink> links;
  for (std::size_t at = text.find_first_not_of(blanks); at != std::u16string_view::npos;
       at = text.find_first_not_of(blanks, at)) {
    const std::size_t end = std::min(text.find_first_of(blanks, at), text.size());
    const std::u16string_view word = text.substr(at, end - at);
    std::optional<TextLink> link = address_in(word);
    if (!link) link = doi_link_in(word);
    if (link) links.push_back({at + link->begin, at + link->end, std::move(link->address)});
    at = end;
  }
  return links;
}

}  // namespace

void lay_links(std::vector<TextRun>& runs, const std::vector<TextLink>& links) {
  if (links.empty()) return;
  std::vector<TextRun> cut;
  auto link = links.begin();
  std::size_t begin = 0;  // of the run in the text
  for (const TextRun& run : runs) {
    const std::size_t end = begin + run.text.size();
    for (std::size_t at = begin; at < end;) {
      while (link != links.end() && link->end <= at) ++link;
      const bool inside = link != links.end() && link->begin <= at;
      const std::size_t stop = link == links.end() ? end : std::min(end, inside ? link->end : link->begin);
      TextRun piece = run;
      piece.text = run.text.substr(at - begin, stop - at);
      if (inside) piece.link = link->address;
      cut.push_back(std::move(piece));
      at = stop;
    }
    begin = end;
  }
  runs = std::move(cut);
}

void link_addresses(std::vector<TextRun>& runs, std::u16string_view plain) {
  lay_links(runs, links_in(plain));
}

}  // namespace soat::citation::session
