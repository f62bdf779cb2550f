#include "writer/citation/list_writer.h"

#include <algorithm>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/beans/XPropertyState.hpp>
#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/style/LineSpacing.hpp>
#include <com/sun/star/style/LineSpacingMode.hpp>
#include <com/sun/star/style/TabStop.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>
#include <com/sun/star/text/ControlCharacter.hpp>
#include <com/sun/star/text/XParagraphCursor.hpp>
#include <com/sun/star/text/XTextTable.hpp>
#include <cppuhelper/weakref.hxx>
#include <memory>
#include <utility>

#include "citation/session/faults.h"
#include "text/error.h"
#include "writer/border/sequence.h"
#include "writer/border/strings.h"
#include "writer/border/texts.h"
#include "writer/text/writer_text.h"

namespace soat::writer {

namespace {

using citation::session::ListLine;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using Cursor = Reference<css::text::XTextCursor>;
using Properties = Reference<css::beans::XPropertySet>;

constexpr const char* list_style = "Bibliography 1";  // the office's own name for it

void format_paragraph(const Range& paragraph, bool heading) {
  const Cursor cursor = paragraph->getText()->createTextCursorByRange(paragraph);
  const Properties properties(cursor, UNO_QUERY_THROW);
  OUString style;
  properties->getPropertyValue("ParaStyleName") >>= style;
  if (!style.equalsAscii(list_style))
    properties->setPropertyValue("ParaStyleName", css::uno::Any(OUString::createFromAscii(list_style)));
  const Reference<css::beans::XPropertyState> states(cursor, UNO_QUERY_THROW);
  for (const char* name : {"ParaLeftMargin", "ParaFirstLineIndent", "ParaKeepTogether"}) {
    const OUString key = OUString::createFromAscii(name);
    if (heading) {
      properties->setPropertyValue(key, key == "ParaKeepTogether" ? css::uno::Any(true) : css::uno::Any(sal_Int32(0)));
    } else {
      states->setPropertyToDefault(key);
    }
  }
}

std::vector<Range> paragraphs_of_range(const Range& range) {
  std::vector<Range> paragraphs;
  const Reference<css::container::XEnumerationAccess> access(range->getText()->createTextCursorByRange(range),
                                                             UNO_QUERY_THROW);
  const auto each = access->createEnumeration();
  while (each->hasMoreElements()) {
    const css::uno::Any one = each->nextElement();
    if (Reference<css::text::XTextTable>(one, UNO_QUERY).is()) continue;  // the user's own doing; not ours to change
    if (const Range paragraph(one, UNO_QUERY); paragraph.is()) paragraphs.push_back(paragraph);
  }
  return paragraphs;
}

// What is done to a list, step by step.
struct ListWriting {
  std::vector<ListLine> lines;
  std::vector<Range> old;  // paragraphs
  citation::session::ListChange change;
  Range behind;  // end of the paragraph dealt with last
  // What the first line takes up. Its paragraph will not do: a paragraph that is split is the later half afterwards.
  Range begin;
};

OUString style_of(const Range& paragraph) {
  OUString style;
  const Properties properties(paragraph->getText()->createTextCursorByRange(paragraph->getStart()), UNO_QUERY_THROW);
  properties->getPropertyValue("ParaStyleName") >>= style;
  return style;
}

bool is_list_style(const OUString& style) {
  return style.equalsAscii(list_style);
}

// Makes sure that a list begins and ends with a paragraph. A paragraph in the list's own style belongs to it wholly;
// another is cut, so that what stands before and behind the list is not taken for a part of it.
void cut_out(const Cursor& start, const Cursor& end) {
  const auto text = start->getText();
  const Reference<css::text::XParagraphCursor> first(start, UNO_QUERY_THROW);
  const Reference<css::text::XParagraphCursor> last(end, UNO_QUERY_THROW);
  if (!last->isEndOfParagraph()) {
    if (is_list_style(style_of(Range(end, UNO_QUERY)))) {
      last->gotoEndOfParagraph(false);
    } else {
      text->insertControlCharacter(Range(end, UNO_QUERY), css::text::ControlCharacter::PARAGRAPH_BREAK, false);
      end->goLeft(1, false);
    }
  }
  if (!first->isStartOfParagraph()) {
    if (is_list_style(style_of(Range(start, UNO_QUERY)))) {
      first->gotoStartOfParagraph(false);
    } else {
      text->insertControlCharacter(Range(start, UNO_QUERY), css::text::ControlCharacter::PARAGRAPH_BREAK, false);
    }
  }
}

// Takes in the paragraphs next to a list that say what it says: lines of its own that have come to stand outside.
void take_in_strays(const Cursor& start, const Cursor& end, const std::vector<ListLine>& lines) {
  const auto is_stray = [&](const Cursor& at) {
    const Cursor whole = at->getText()->createTextCursorByRange(at->getStart());
    const Reference<css::text::XParagraphCursor> paragraph(whole, UNO_QUERY_THROW);
    paragraph->gotoStartOfParagraph(false);
    paragraph->gotoEndOfParagraph(true);
    const OUString said = whole->getString();
    if (said.isEmpty() || !is_list_style(style_of(Range(whole, UNO_QUERY)))) return false;
    return std::any_of(lines.begin(), lines.end(), [&](const ListLine& line) { return line.plain == to_view(said); });
  };
  for (;;) {
    const Cursor before = start->getText()->createTextCursorByRange(start->getStart());
    if (!before->goLeft(1, false) || !is_stray(before)) break;
    Reference<css::text::XParagraphCursor>(before, UNO_QUERY_THROW)->gotoStartOfParagraph(false);
    start->gotoRange(Range(before, UNO_QUERY), false);
  }
  for (;;) {
    const Cursor behind = end->getText()->createTextCursorByRange(end->getEnd());
    if (!behind->goRight(1, false) || !is_stray(behind)) break;
    Reference<css::text::XParagraphCursor>(behind, UNO_QUERY_THROW)->gotoEndOfParagraph(false);
    end->gotoRange(Range(behind, UNO_QUERY), false);
  }
}

}  // namespace

void make_room_for_list(const Cursor& target) {
  const auto text = target->getText();
  const Reference<css::text::XParagraphCursor> paragraph(target, UNO_QUERY_THROW);
  const auto split = [&] {
    text->insertControlCharacter(Range(target, UNO_QUERY), css::text::ControlCharacter::PARAGRAPH_BREAK, false);
  };
  if (!paragraph->isStartOfParagraph()) {
    split();
    if (!paragraph->isEndOfParagraph()) {
      split();
      target->goLeft(1, false);
    }
  } else if (!paragraph->isEndOfParagraph()) {
    split();
    target->goLeft(1, false);
  }
  format_paragraph(Range(target, UNO_QUERY), false);
}

namespace {

// Finds a list's paragraphs and what of them differs from its lines; only that is written, unless `force`.
void begin_list(ListWriting& state, const Field& field, bool force) {
  const Range anchor = field.content->getAnchor();
  if (field.kind == FieldKind::bookmark) {
    const Cursor start = anchor->getText()->createTextCursorByRange(anchor->getStart());
    const Cursor end = anchor->getText()->createTextCursorByRange(anchor->getEnd());
    cut_out(start, end);
    take_in_strays(start, end, state.lines);
    start->gotoRange(Range(end, UNO_QUERY), true);
    state.old = paragraphs_of_range(Range(start, UNO_QUERY));
  } else {
    state.old = paragraphs_of_range(anchor);
  }
  if (state.old.empty()) throw citation::session::Fault(texts::citation_error_list_lost);
  std::vector<std::u16string> texts;
  for (const Range& paragraph : state.old) texts.emplace_back(to_view(paragraph->getString()));
  state.change = citation::session::change_of(state.lines, texts, force);
  const std::size_t prefix = state.change.first;
  if (prefix > 0) {
    state.behind = state.old[prefix - 1]->getEnd();
    const Cursor line = state.old.front()->getText()->createTextCursorByRange(state.old.front()->getStart());
    Reference<css::text::XParagraphCursor>(line, UNO_QUERY_THROW)->gotoEndOfParagraph(true);
    state.begin = Range(line, UNO_QUERY);
  }
}

void write_line(ListWriting& state, std::size_t i) {
  const ListLine& line = state.lines[i];
  if (i < state.change.last_old) {
    const Range paragraph = state.old[i];
    format_paragraph(paragraph, line.heading);
    const Range written = write_runs(paragraph, line.runs);
    if (i == 0) state.begin = written;
    state.behind = paragraph->getEnd();
    return;
  }
  const auto text = state.behind->getText();
  const Cursor at = text->createTextCursorByRange(state.behind);
  text->insertControlCharacter(Range(at, UNO_QUERY), css::text::ControlCharacter::PARAGRAPH_BREAK, false);
  format_paragraph(Range(at, UNO_QUERY), line.heading);
  state.behind = write_runs(Range(at, UNO_QUERY), line.runs)->getEnd();
}

// Takes away the old paragraphs that no line has taken the place of.
void end_list(ListWriting& state) {
  const std::size_t last = state.change.last_old;
  if (last <= state.change.last_line || !state.behind.is()) return;
  const Cursor rest = state.behind->getText()->createTextCursorByRange(state.behind);
  rest->gotoRange(state.old[last - 1]->getEnd(), true);
  rest->setString(OUString());
  state.behind = Range(rest, UNO_QUERY);  // what it was may have gone with the rest
}

}  // namespace

void add_list_steps(const Context& context, const Reference<css::text::XTextDocument>& document, FieldReader& fields,
                    const Field& list, citation::session::WriteList edit, EditState& editing) {
  const auto state = std::make_shared<ListWriting>();
  state->lines = std::move(edit.lines);
  for (ListLine& line : state->lines) {
    if (!line.runs.empty()) continue;
    line.runs.emplace_back();
    line.runs.back().text = line.plain = to_view(text(context, texts::citation_list_empty));
  }
  const css::uno::WeakReference<css::text::XTextDocument> weak = document;
  editing.steps.emplace_back([state, weak, &fields, force = edit.force, seen = list](EditState& running) {
    const auto there = fields.find(seen.kind, seen.section, seen.name);
    if (!there) throw citation::session::Fault(texts::citation_error_list_lost);
    begin_list(*state, *there, force);
    if (state->change.none()) return;
    require_open(there->place);
    const bool bookmark = there->kind == FieldKind::bookmark;
    // Paragraphs that are written push the bookmark about; it is laid anew when all stand.
    if (bookmark) there->content->dispose();
    for (std::size_t i = state->change.first; i < state->change.last_line; ++i) {
      running.steps.emplace_back([state, i](EditState&) { write_line(*state, i); });
    }
    running.steps.emplace_back([state, weak, bookmark, name = there->name](EditState&) {
      end_list(*state);
      if (!bookmark) return;
      const Cursor all = state->begin->getText()->createTextCursorByRange(state->begin->getStart());
      const bool whole = state->change.last_line == state->lines.size();
      all->gotoRange(whole ? state->behind : state->old.back()->getEnd(), true);
      const Reference<css::text::XTextDocument> alive(weak);
      if (!alive.is()) throw Error(texts::error_document_closed);
      attach_field(alive, Range(all, UNO_QUERY), FieldKind::bookmark, true, name);
    });
  });
}

void format_list(const Reference<css::text::XTextDocument>& document, const citation::session::ListFormat& format) {
  const Reference<css::style::XStyleFamiliesSupplier> families(document, UNO_QUERY_THROW);
  const Reference<css::container::XNameAccess> styles(families->getStyleFamilies()->getByName("ParagraphStyles"),
                                                      UNO_QUERY_THROW);
  const Properties style(styles->getByName(OUString::createFromAscii(list_style)), UNO_QUERY_THROW);
  css::uno::Sequence<css::style::TabStop> tabs;
  if (format.tab) {
    css::style::TabStop tab;
    tab.Position = *format.tab;
    tabs = sequence_of(tab);
  }
  style->setPropertyValue("ParaLeftMargin", css::uno::Any(sal_Int32(format.left)));
  style->setPropertyValue("ParaFirstLineIndent", css::uno::Any(sal_Int32(format.first_line)));
  style->setPropertyValue("ParaTabStops", css::uno::Any(tabs));
  css::style::LineSpacing spacing;
  spacing.Mode = css::style::LineSpacingMode::MINIMUM;
  spacing.Height = static_cast<sal_Int16>(format.line_height);
  style->setPropertyValue("ParaLineSpacing", css::uno::Any(spacing));
  style->setPropertyValue("ParaBottomMargin", css::uno::Any(sal_Int32(format.below)));
}

}  // namespace soat::writer
