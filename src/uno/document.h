#pragma once

#include <com/sun/star/document/XUndoManager.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/text/XTextRange.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "check/checker.h"
#include "uno/configuration.h"

namespace soat::uno {

// A stretch of a paragraph as the engine sees it: [start, start + length) of ParagraphText::text.
struct Portion {
  css::uno::Reference<css::text::XTextRange> range;
  std::uint32_t start = 0;
  std::uint32_t length = 0;
  bool editable = false;  // text; otherwise a placeholder for a field, an anchor or a picture
  bool vietnamese = false;
  bool restorable = false;  // Vietnamese, or text without a language
};

// A paragraph as it stands now. What was deleted with changes tracked is left out.
struct ParagraphText {
  std::u16string text;
  std::vector<Portion> portions;
  bool vietnamese = false;  // some of it
};

using Range = css::uno::Reference<css::text::XTextRange>;

// The paragraphs of a Writer document: body with tables where they stand, then footnotes, endnotes, frames, headers and
// footers. Indexes are left out: their text comes from elsewhere. The ranges stay valid while the document is edited.
std::vector<Range> paragraphs_of(const css::uno::Reference<css::frame::XModel>& document);

// The paragraphs of one text or of a part of it, in its order; tables cell by cell.
std::vector<Range> paragraphs_in(const css::uno::Reference<css::uno::XInterface>& text);

// Takes a whole paragraph, or the part of one that an enumeration of a part of a text gives.
ParagraphText read_paragraph(const Range& paragraph);

// How much of a paragraph, in UTF-16 units as read_paragraph counts them, lies between a place in it and the
// paragraph's start (before) or end.
std::uint32_t units_beside(const Range& place, bool before);

// Whether the user has protected the section or the cell in which a paragraph stands.
bool is_protected(const Range& paragraph);

// The rule that tells of text in an encoding from before Unicode; what it finds is put right with the whole document.
inline constexpr std::string_view legacy_rule = "encoding.legacy";

// The findings of a whole document, paragraph numbers as in paragraphs; only where the text is Vietnamese, and none
// that touches a field or an anchor. The first finding of each passage that a machine probably rewrote says so.
check::Checked check_document(const check::Checker& checker, const std::vector<ParagraphText>& paragraphs,
                              check::Profile profile);

// Whether all of [start, end) is text in Vietnamese.
bool is_checked_text(const ParagraphText& paragraph, std::uint32_t start, std::uint32_t end);

// [start, end) of the paragraph as a range of the document; null if it is not there any more.
Range range_of(const ParagraphText& paragraph, std::uint32_t start, std::uint32_t end);

// What is done to a document while it lives is one undo step with this title; so long the window is not drawn anew.
class UndoStep {
 public:
  UndoStep(const css::uno::Reference<css::frame::XModel>& document, const OUString& title);
  ~UndoStep();
  UndoStep(const UndoStep&) = delete;
  UndoStep& operator=(const UndoStep&) = delete;

 private:
  css::uno::Reference<css::frame::XModel> document_;
  css::uno::Reference<css::document::XUndoManager> undo_;
};

// Puts a suggestion in the place of a finding: one undo step with this title. Only what differs is replaced, and what
// is put in takes the formatting of the letter that it replaces.
void replace(const css::uno::Reference<css::frame::XModel>& document, const ParagraphText& paragraph,
             const check::Finding& finding, std::u16string_view suggestion, const OUString& title);

// Other letters for [start, end) of a paragraph, not empty; within one portion.
struct LetterChange {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  std::u16string text;
};

// Makes all changes (ascending, not overlapping), from the last to the first, so that what stands before stays where it
// is. Each takes the formatting of its portion; fields, anchors and bookmarks stay (one that is set on nothing but a
// single letter that changes is left empty). No undo step of its own.
void change_letters(const ParagraphText& paragraph, const std::vector<LetterChange>& changes);

}  // namespace soat::uno
