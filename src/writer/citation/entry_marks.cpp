#include "writer/citation/entry_marks.h"

#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/text/XBookmarksSupplier.hpp>
#include <com/sun/star/text/XTextRangeCompare.hpp>
#include <cstddef>
#include <map>

#include "citation/session/cite_links.h"
#include "writer/border/border.h"
#include "writer/border/strings.h"

namespace soat::writer {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

bool begins_at(const Reference<css::text::XTextContent>& bookmark, const Range& paragraph) {
  return guarded("entry of the list", false, [&] {
    const Range anchor = bookmark->getAnchor();
    const Reference<css::text::XTextRangeCompare> compare(paragraph->getText(), UNO_QUERY_THROW);
    return compare->compareRegionStarts(anchor, paragraph) == 0 && anchor->getString().isEmpty();
  });
}

}  // namespace

void mark_entries(const Reference<css::text::XTextDocument>& document, const std::vector<Range>& paragraphs,
                  const std::vector<citation::session::ListLine>& lines, const std::string& part) {
  if (paragraphs.size() != lines.size()) return;
  std::map<std::string, std::size_t> wanted;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!lines[i].name.empty()) wanted.emplace(lines[i].name, i);
  }
  const auto bookmarks = Reference<css::text::XBookmarksSupplier>(document, UNO_QUERY_THROW)->getBookmarks();
  for (const OUString& name : bookmarks->getElementNames()) {
    const std::string known = utf8(name);
    if (!citation::session::is_entry_name(known, part)) continue;
    const Reference<css::text::XTextContent> bookmark(bookmarks->getByName(name), UNO_QUERY_THROW);
    const auto line = wanted.find(known);
    if (line != wanted.end() && begins_at(bookmark, paragraphs[line->second])) {
      wanted.erase(line);
    } else {
      bookmark->dispose();
    }
  }
  for (const auto& [name, line] : wanted)
    attach_field(document, paragraphs[line]->getStart(), FieldKind::bookmark, false, to_office(std::string_view(name)));
}

}  // namespace soat::writer
