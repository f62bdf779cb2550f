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

TakenBookmark take_out(const Reference<css::uno::XInterface>& bookmark) {
  const Reference<css::text::XTextContent> content(bookmark, UNO_QUERY_THROW);
  const Range anchor = content->getAnchor();
  const Properties properties(bookmark, UNO_QUERY_THROW);
  TakenBookmark taken{Reference<css::container::XNamed>(bookmark, UNO_QUERY_THROW)->getName(),
                      anchor->getText()->createTextCursorByRange(anchor),
                      property_if_any<bool>(properties, "BookmarkHidden"),
                      property_if_any<OUString>(properties, "BookmarkCondition")};
  content->dispose();
  return taken;
}

void put_in(const Reference<css::frame::XModel>& document, const TakenBookmark& taken) {
  const Reference<css::lang::XMultiServiceFactory> factory(document, UNO_QUERY_THROW);
  const Reference<css::text::XTextContent> bookmark(factory->createInstance("com.sun.star.text.Bookmark"),
                                                    UNO_QUERY_THROW);
  Reference<css::container::XNamed>(bookmark, UNO_QUERY_THROW)->setName(taken.name);
  taken.place->getText()->insertTextContent(Range(taken.place, UNO_QUERY_THROW), bookmark, !taken.place->isCollapsed());
  const Properties properties(bookmark, UNO_QUERY_THROW);
  if (taken.hidden) properties->setPropertyValue("BookmarkHidden", css::uno::Any(true));
  if (!taken.condition.isEmpty()) properties->setPropertyValue("BookmarkCondition", css::uno::Any(taken.condition));
}

KeptBookmarks::KeptBookmarks(const Reference<css::frame::XModel>& document, const ParagraphText& paragraph,
                             std::uint32_t start, std::uint32_t end)
    : document_(document) {
  for (const PointMark& mark : paragraph.edges) {
    if (mark.at < start || mark.at > end) continue;
    guarded("bookmark", [&] {
      const auto bookmarks = Reference<css::text::XBookmarksSupplier>(document, UNO_QUERY_THROW)->getBookmarks();
      // It may have been taken out by its other end.
      if (bookmarks->hasByName(mark.name))
        kept_.push_back(take_out(Reference<css::uno::XInterface>(bookmarks->getByName(mark.name), UNO_QUERY_THROW)));
    });
  }
}

KeptBookmarks::~KeptBookmarks() {
  for (const TakenBookmark& kept : kept_) guarded("bookmark", [&] { put_in(document_, kept); });
}

}  // namespace soat::writer
