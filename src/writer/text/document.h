#pragma once

#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/text/XTextCursor.hpp>
#include <com/sun/star/text/XTextRange.hpp>
#include <cstdint>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "check/checker.h"
#include "check/rules/table.h"
#include "writer/border/configuration.h"
#include "writer/border/document_of.h"
#include "writer/border/undo.h"

namespace soat::writer {

// A stretch of a paragraph as the engine sees it: [start, start + length) of ParagraphText::text.
struct Portion {
  css::uno::Reference<css::text::XTextRange> range;
  std::uint32_t start = 0;
  std::uint32_t length = 0;
  bool editable = false;  // text; otherwise a placeholder for a field, an anchor, a picture or hidden text, or
  bool field = false;     // what a field shows that holds text of the user's
  bool vietnamese = false;
  bool restorable = false;  // Vietnamese, or text without a language
  bool locked = false;      // in a content control that keeps its text
  bool generated = false;   // of a citation or a list of sources: a refresh writes it again
  css::lang::Locale locale;
};

// A bookmark that is set on a point and not on a stretch of text, or an end of one.
struct PointMark {
  std::uint32_t at = 0;
  OUString name;
};

// What a paragraph belongs to: Writer's own text, a drawing shape, a comment.
enum class Holder : std::uint8_t { text, shape, comment };

// A paragraph as it stands now. What was deleted with changes tracked is left out.
struct ParagraphText {
  std::u16string text;
  std::vector<Portion> portions;
  std::vector<PointMark> points;         // ascending
  std::vector<PointMark> edges;          // ends of bookmarks on stretches of text; ascending
  std::vector<PointMark> references;     // ends of reference marks that are none of a citation; ascending
  std::vector<std::uint32_t> deletions;  // where there is text that was deleted with changes tracked; ascending
  bool vietnamese = false;               // some of it
  std::vector<OUString> open;            // citations and lists that go on in the next paragraph
};

using Range = css::uno::Reference<css::text::XTextRange>;

// Lets the ranges of its portions go, for a paragraph that is kept: Writer moves each of them at every edit before it,
// and a document of many takes half a minute to be closed.
void forget_ranges(ParagraphText& paragraph);

// The paragraphs of a Writer document in the order of DocumentWalk. The ranges stay valid while the document is edited.
std::vector<Range> paragraphs_of(const css::uno::Reference<css::frame::XModel>& document);

// The paragraphs of one text or of a part of it, in its order; tables cell by cell.
std::vector<Range> paragraphs_in(const css::uno::Reference<css::uno::XInterface>& text);

// Takes a whole paragraph, or the part of one that an enumeration of a part of a text gives. open: the citations and
// lists that go on from the paragraph before; of a paragraph by itself they are not known. Throws DisposedException
// when it is not in the document any more.
ParagraphText read_paragraph(const Range& paragraph, std::vector<OUString> open = {});

// Whether a reference mark, a bookmark or a section of this name holds what a citation style has written.
bool is_name_of_citation(const OUString& name);

// How much of a paragraph, in UTF-16 units as read_paragraph counts them, lies between a place in it and the
// paragraph's start (before) or end.
std::uint32_t units_beside(const Range& place, bool before);

// Whether the user has protected the section (or one round it), the cell or the frame in which a paragraph stands.
bool is_protected(const Range& paragraph);

// What keeps a document from being changed as a whole: opened read-only, or a form of which only the fields may be
// filled in.
bool is_read_only(const css::uno::Reference<css::frame::XModel>& document);

// The rule that tells of text in an encoding from before Unicode; what it finds is put right with the whole document.
inline const check::RuleInfo& legacy_rule = check::rule_info<"encoding.legacy">();

// The texts of a document's paragraphs, which of them are Vietnamese, and what fonts say of their encoding.
struct TextsToCheck {
  std::vector<std::u16string> texts;
  std::vector<bool> vietnamese;
  std::vector<text::LegacyStretch> fonts;

  // For the main thread: asks the office for fonts.
  void add(const ParagraphText& paragraph);
};

// What the checker says of texts: of those in Vietnamese, and of text in an encoding from before Unicode, which
// programs of its time gave whatever language they were in. For any thread. stop: see check::CheckOptions.
check::Checked check_texts(const check::Checker& checker, const TextsToCheck& texts, check::Profile profile,
                           const std::stop_token& stop = {});

// Whether a finding is to be shown: it stands in text in Vietnamese or tells of such an encoding, and in nothing that
// is no text.
bool is_to_be_shown(const ParagraphText& paragraph, const check::Finding& finding);

// The findings of a whole document, paragraph numbers as in paragraphs; only where the text is Vietnamese, and none
// that touches a field or an anchor. The first finding of each passage that a machine probably rewrote says so.
check::Checked check_document(const check::Checker& checker, std::span<const ParagraphText> paragraphs,
                              check::Profile profile);

// Whether all of [start, end) is text in Vietnamese; a field may show it.
bool is_checked_text(const ParagraphText& paragraph, std::uint32_t start, std::uint32_t end);

// A cursor over code points, by the text that it steps over.
void move_left(const css::uno::Reference<css::text::XTextCursor>& cursor, std::u16string_view over);
void move_right(const css::uno::Reference<css::text::XTextCursor>& cursor, std::u16string_view over, bool expand);

// Puts text in the place of a range that holds old (not empty): behind its first letter, inside whatever formatting
// that letter has; then the old letters go.
void exchange(const Range& range, std::u16string_view old, std::u16string_view replacement);

// A cursor at a position: as the start of something, so before what follows, or as its end, so behind what precedes.
// Null if there is nothing on that side.
enum class Side { start, end };
css::uno::Reference<css::text::XTextCursor> cursor_at(const ParagraphText& paragraph, std::uint32_t position,
                                                      Side side);

// [start, end) of the paragraph as a range of the document; null if it is not there any more.
Range range_of(const ParagraphText& paragraph, std::uint32_t start, std::uint32_t end);

// Other letters for [start, end) of a paragraph, not empty; within one portion.
struct LetterChange {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  std::u16string text;
};

// The same changes (ascending, not overlapping) with those of each portion as one, with what stands between them: every
// change costs Writer a walk through what depends on the paragraph.
std::vector<LetterChange> joined_by_portion(const ParagraphText& paragraph, const std::vector<LetterChange>& changes);

// Makes all changes (ascending, not overlapping), from the last to the first, so that what stands before stays where it
// is. Each takes the formatting of its portion; fields, anchors and bookmarks stay (one that is set on nothing but a
// single letter that changes is left empty). No undo step of its own.
void change_letters(const css::uno::Reference<css::frame::XModel>& document, const ParagraphText& paragraph,
                    const std::vector<LetterChange>& changes);

}  // namespace soat::writer
