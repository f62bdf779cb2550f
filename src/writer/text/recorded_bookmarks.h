#pragma once

#include <com/sun/star/frame/XModel.hpp>
#include <cstdint>
#include <string_view>
#include <vector>

#include "writer/text/document.h"
#include "writer/text/kept_bookmarks.h"

namespace soat::writer {

// Bookmarks in letters that are replaced while changes are recorded. Left alone they stay in the old letters and go
// with them when the change is accepted, or stand behind the new ones and go with those when it is rejected. So they
// are taken out before, and put in again over both, of which one or the other stays. To be used within one undo step.
class RecordedBookmarks {
 public:
  // Takes out those that stand in [start, end) of the paragraph or at its ends, and those that end in it. One that only
  // begins in it lives on with what it spans behind it. Those of cross-references to headings, which Writer itself
  // keeps, are let be.
  //   one_half: nothing is put in, or nothing goes. They are to span the letter before as well, which stays.
  RecordedBookmarks(const css::uno::Reference<css::frame::XModel>& document, const ParagraphText& paragraph,
                    std::uint32_t start, std::uint32_t end, bool one_half);

  // Puts them in again. replacement: the new letters, which end there behind the old ones.
  void put_in(std::u16string_view replacement, const Range& end);

 private:
  void note_references(const ParagraphText& paragraph, const Range& letters, std::uint32_t start, std::uint32_t end);

  css::uno::Reference<css::frame::XModel> document_;
  css::uno::Reference<css::text::XTextCursor> start_;  // of what they are to span at least
  std::vector<TakenBookmark> inside_;
  std::vector<TakenBookmark> ending_;  // in the letters, and begin before
  std::vector<OUString> references_;   // names of marks in the letters
};

}  // namespace soat::writer
