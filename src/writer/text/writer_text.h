#pragma once

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/text/XTextCursor.hpp>
#include <com/sun/star/text/XTextRange.hpp>
#include <string>
#include <vector>

#include "citation/zotero/rich_text.h"
#include "writer/border/strings.h"

namespace soat::writer {

using Range = css::uno::Reference<css::text::XTextRange>;

// Puts text at a place (what the place spans goes) and gives the range that it takes. Case, position, posture,
// underline and weight come from the runs alone, all else from what stands before. A line feed in a run is a line
// break.
Range write_runs(const Range& place, const std::vector<citation::zotero::TextRun>& runs);

// Links within the document (addresses that begin with "#") look as the words round them do: they have a character
// style of their own, which the user may change. Makes sure that the document has it.
void provide_link_look(const css::uno::Reference<css::uno::XInterface>& document);

// A stretch of a paragraph with the formatting that it has of its own.
struct FormattedText {
  OUString text;
  std::vector<css::beans::PropertyValue> format;
};

// The text of a range within one paragraph. `whole` is set to whether text is all there is; notes, fields and pictures
// cannot be written again.
std::vector<FormattedText> read_formatted(const Range& range, bool* whole = nullptr);
Range write_formatted(const Range& place, const std::vector<FormattedText>& texts);

// The last `units` UTF-16 units of the texts, taken off them.
std::vector<FormattedText> cut_tail(std::vector<FormattedText>& texts, std::size_t units);

}  // namespace soat::writer
