#include "writer/text/kept_bookmarks.h"

#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/text/XBookmarksSupplier.hpp>
#include <com/sun/star/text/XTextContent.hpp>

#include "writer/border/border.h"
#include "writer/border/properties.h"

namespace soat::writer {

using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

KeptBookmarks::KeptBookmarks(const Reference<css::frame::XModel>& document, const ParagraphText& paragraph,
                             std::uint32_t start, std::uint32_t end)
    : document_(document) {
  for (const PointMark& mark : paragraph.edges) {
    if (mark.at < start || mark.at > end) continue;
    guarded("bookmark", [&] {
      const auto bookmarks = Reference<css::text::XBookmarksSupplier>(document, UNO_QUERY_THROW)->getBookmarks();
      // It may have been taken out by its other end.
      if (bookmarks->hasByName(mark.name))
        take_out(Reference<css::uno::XInterface>(bookmarks->getByName(mark.name), UNO_QUERY_THROW));
    });
  }
}

void KeptBookmarks::take_out(const Reference<css::uno::XInterface>& bookmark) {
  const Reference<css::text::XTextContent> content(bookmark, UNO_QUERY_THROW);
  const Range anchor = content->getAnchor();
  const Properties properties(bookmark, UNO_QUERY_THROW);
  kept_.push_back({Reference<css::container::XNamed>(bookmark, UNO_QUERY_THROW)->getName(),
                   Range(anchor->getText()->createTextCursorByRange(anchor), UNO_QUERY_THROW),
                   property_if_any<bool>(properties, "BookmarkHidden"),
                   property_if_any<OUString>(properties, "BookmarkCondition")});
  content->dispose();
}

void KeptBookmarks::put_in(const Kept& kept) {
  const Reference<css::lang::XMultiServiceFactory> factory(document_, UNO_QUERY_THROW);
  const Reference<css::text::XTextContent> bookmark(factory->createInstance("com.sun.star.text.Bookmark"),
                                                    UNO_QUERY_THROW);
  Reference<css::container::XNamed>(bookmark, UNO_QUERY_THROW)->setName(kept.name);
  kept.place->getText()->insertTextContent(kept.place, bookmark, true);
  const Properties properties(bookmark, UNO_QUERY_THROW);
  if (kept.hidden) properties->setPropertyValue("BookmarkHidden", css::uno::Any(true));
  if (!kept.condition.isEmpty()) properties->setPropertyValue("BookmarkCondition", css::uno::Any(kept.condition));
}

KeptBookmarks::~KeptBookmarks() {
  for (const Kept& kept : kept_) guarded("bookmark", [&] { put_in(kept); });
}

}  // namespace soat::writer
