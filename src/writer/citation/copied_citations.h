#pragma once

#include <com/sun/star/frame/XModel.hpp>
#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "citation/zotero/codec.h"
#include "writer/border/configuration.h"

namespace soat::writer {

class DocumentCitations;

// What of a selection a copy is to keep: Writer leaves reference marks out of what is pasted into the document that
// they come from, the data of bookmarks out of every copy, and the section of a list where only its lines are selected.
// Bookmarks it copies, in notes and cells of tables too: while something is copied or cut each mark has one.
struct CopiedCitations {
  struct Piece {
    std::size_t start = 0;  // in the text, UTF-16
    std::u16string text;
    citation::zotero::Json data;
  };
  std::u16string text;  // all that was copied; paragraphs with a line feed between them
  std::vector<Piece> citations;
  std::vector<Piece> lists;
  std::map<OUString, citation::zotero::Json> bookmarks;  // data of citations by the names of their bookmarks
  std::weak_ptr<const DocumentCitations> from;           // whose they are

  bool empty() const { return citations.empty() && lists.empty() && bookmarks.empty(); }
};

// What was copied or cut last, in any document; main thread.
const CopiedCitations& last_copied();

// Whether bookmarks that a copy has brought along are still in a document.
bool has_copies(const css::uno::Reference<css::frame::XModel>& document);

// Has the citations of a document's windows stay citations where they are copied and pasted. For the main thread; may
// be called again when the document has got another window.
void serve_copies(const Context& context, const css::uno::Reference<css::frame::XModel>& document);

}  // namespace soat::writer
