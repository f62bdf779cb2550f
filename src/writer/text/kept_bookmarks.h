#pragma once

#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/text/XTextCursor.hpp>
#include <vector>

#include "writer/text/document.h"

namespace soat::writer {

// A bookmark that has been taken out of the document, to be put in again.
struct TakenBookmark {
  OUString name;
  css::uno::Reference<css::text::XTextCursor> place;  // where it stood
  bool hidden = false;
  OUString condition;
};

// Take one out of the document and put it in again at its place; one that spans nothing comes back as such.
TakenBookmark take_out(const css::uno::Reference<css::uno::XInterface>& bookmark);
void put_in(const css::uno::Reference<css::frame::XModel>& document, const TakenBookmark& taken);

// Bookmarks that begin or end at letters which are to be replaced. Left alone they hold the new letters; but when that
// is undone, Writer gives back the old ones beside them. So they are taken out before and put in again after, which
// undoing does in its turn. To be used within one undo step.
class KeptBookmarks {
 public:
  // Takes out those with an end in [start, end] of the paragraph.
  KeptBookmarks(const css::uno::Reference<css::frame::XModel>& document, const ParagraphText& paragraph,
                std::uint32_t start, std::uint32_t end);
  // Puts them in again.
  ~KeptBookmarks();
  KeptBookmarks(const KeptBookmarks&) = delete;
  KeptBookmarks& operator=(const KeptBookmarks&) = delete;

 private:
  css::uno::Reference<css::frame::XModel> document_;
  std::vector<TakenBookmark> kept_;
};

}  // namespace soat::writer
