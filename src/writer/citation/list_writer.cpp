#include "writer/citation/list_writer.h"

#include <algorithm>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/lang/XComponent.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/text/ControlCharacter.hpp>
#include <com/sun/star/text/XParagraphCursor.hpp>
#include <com/sun/star/text/XRelativeTextContentInsert.hpp>
#include <com/sun/star/text/XTextRangeCompare.hpp>
#include <com/sun/star/text/XTextSectionsSupplier.hpp>
#include <cppuhelper/weakref.hxx>
#include <deque>
#include <iterator>
#include <memory>
#include <utility>

#include "citation/session/faults.h"
#include "citation/session/list_record.h"
#include "text/error.h"
#include "text/utf.h"
#include "writer/border/border.h"
#include "writer/border/strings.h"
#include "writer/border/texts.h"
#include "writer/citation/document_properties.h"
#include "writer/citation/entry_marks.h"
#include "writer/citation/field_editor.h"
#include "writer/citation/list_paragraphs.h"
#include "writer/citation/list_title.h"
#include "writer/citation/users_text.h"
#include "writer/text/writer_text.h"

namespace soat::writer {

namespace {

using citation::session::ListLine;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using Cursor = Reference<css::text::XTextCursor>;

// What is done to a list, step by step.
struct ListWriting {
  std::vector<ListLine> lines;
  std::vector<Range> old;  // paragraphs
  citation::session::ListChange change;
  Range behind;  // end of the paragraph dealt with last
  // What the first line takes up. Its paragraph will not do: a paragraph that is split is the later half afterwards.
  Range begin;
};

// Makes sure that a list begins and ends with a paragraph. A paragraph in the list's own style belongs to it wholly;
// another is cut, so that what stands before and behind the list is not taken for a part of it.
void cut_out(const Cursor& start, const Cursor& end) {
  const auto text = start->getText();
  const Reference<css::text::XParagraphCursor> first(start, UNO_QUERY_THROW);
  const Reference<css::text::XParagraphCursor> last(end, UNO_QUERY_THROW);
  if (!last->isEndOfParagraph()) {
    if (has_list_style(Range(end, UNO_QUERY))) {
      last->gotoEndOfParagraph(false);
    } else {
      text->insertControlCharacter(Range(end, UNO_QUERY), css::text::ControlCharacter::PARAGRAPH_BREAK, false);
      end->goLeft(1, false);
    }
  }
  if (!first->isStartOfParagraph()) {
    if (has_list_style(Range(start, UNO_QUERY))) {
      first->gotoStartOfParagraph(false);
    } else {
      text->insertControlCharacter(Range(start, UNO_QUERY), css::text::ControlCharacter::PARAGRAPH_BREAK, false);
    }
  }
}

bool touches(const Range& one, const Range& other) {
  return guarded("list of sources", false, [&] {
    const Reference<css::text::XTextRangeCompare> compare(one->getText(), UNO_QUERY_THROW);
    return compare->compareRegionStarts(one, other->getEnd()) >= 0 &&
           compare->compareRegionEnds(one, other->getStart()) <= 0;
  });
}

// Takes in the paragraphs next to a list that say what it says, and are of none of the others: lines of its own that
// have come to stand outside.
void take_in_strays(const Cursor& start, const Cursor& end, const std::vector<ListLine>& lines,
                    const std::vector<Range>& others) {
  const auto is_stray = [&](const Cursor& at) {
    const Cursor whole = at->getText()->createTextCursorByRange(at->getStart());
    const Reference<css::text::XParagraphCursor> paragraph(whole, UNO_QUERY_THROW);
    paragraph->gotoStartOfParagraph(false);
    paragraph->gotoEndOfParagraph(true);
    const OUString said = whole->getString();
    if (said.isEmpty() || !has_list_style(Range(whole, UNO_QUERY))) return false;
    if (std::ranges::any_of(others, [&](const Range& other) { return touches(Range(whole, UNO_QUERY), other); }))
      return false;
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

bool is_at_end(const Range& range) {
  const Cursor behind = range->getText()->createTextCursorByRange(range->getEnd());
  return !behind->goRight(1, false);
}

}  // namespace

void make_room_for_list(const Cursor& target, FieldKind kind) {
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
  // A list at the very end would take in what is typed behind it. A section is given a paragraph when it stands.
  if (kind == FieldKind::bookmark && is_at_end(Range(target, UNO_QUERY))) {
    split();
    target->goLeft(1, false);
  }
  format_paragraph(Range(target, UNO_QUERY), false);
}

void put_paragraph_behind_list(const Reference<css::text::XTextDocument>& document, const OUString& section) {
  const Reference<css::text::XTextSectionsSupplier> sections(document, UNO_QUERY_THROW);
  const Reference<css::container::XNameAccess> names = sections->getTextSections();
  if (!names->hasByName(section)) return;
  const Reference<css::text::XTextContent> list(names->getByName(section), UNO_QUERY_THROW);
  const Range anchor = list->getAnchor();
  if (!is_at_end(anchor)) return;
  const Reference<css::lang::XMultiServiceFactory> factory(document, UNO_QUERY_THROW);
  const Reference<css::text::XTextContent> paragraph(factory->createInstance("com.sun.star.text.Paragraph"),
                                                     UNO_QUERY_THROW);
  const Reference<css::text::XRelativeTextContentInsert> text(anchor->getText(), UNO_QUERY);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"  // and yet the only way behind a section at the end
  if (text.is()) text->insertTextContentAfter(paragraph, list);
#pragma GCC diagnostic pop
}

namespace {

// Finds a list's paragraphs and what of them differs from its lines; only that is written, unless `force`.
void begin_list(ListWriting& state, const Reference<css::text::XTextDocument>& document, const Field& field,
                const std::vector<Range>& others, citation::session::WriteList& edit) {
  const Range anchor = field.content->getAnchor();
  if (field.kind == FieldKind::bookmark) {
    const Cursor start = anchor->getText()->createTextCursorByRange(anchor->getStart());
    const Cursor end = anchor->getText()->createTextCursorByRange(anchor->getEnd());
    cut_out(start, end);
    take_in_strays(start, end, state.lines, others);
    start->gotoRange(Range(end, UNO_QUERY), true);
    state.old = paragraphs_of_range(Range(start, UNO_QUERY));
  } else {
    state.old = paragraphs_of_range(anchor);
  }
  if (state.old.empty()) throw citation::session::Fault(texts::citation_error_list_lost);
  leave_out_users_text(document, field, state.lines, edit.memory, state.old);
  guarded("style of the list of sources", [&] { take_over_translated_style(document, state.old); });
  std::vector<std::u16string> texts;
  for (const Range& paragraph : state.old) texts.emplace_back(to_view(paragraph->getString()));
  state.change = citation::session::change_of(state.lines, texts, edit.force);
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
    const Range written = write_runs(take_text_out(paragraph), line.runs);
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
  for (std::size_t i = state.change.last_line; i < last; ++i) {
    if (!holds_text_alone(state.old[i])) throw citation::session::HoldsMore(utf8(state.old[i]->getString()));
  }
  const Cursor rest = state.behind->getText()->createTextCursorByRange(state.behind);
  rest->gotoRange(state.old[last - 1]->getEnd(), true);
  rest->setString(OUString());
  state.behind = Range(rest, UNO_QUERY);  // what it was may have gone with the rest
}

}  // namespace

void add_list_steps(const Context& context, const Reference<css::text::XTextDocument>& document, FieldReader& fields,
                    const Field& list, std::vector<Field> others, citation::session::WriteList edit,
                    EditState& editing) {
  const auto state = std::make_shared<ListWriting>();
  state->lines = std::move(edit.lines);
  for (ListLine& line : state->lines) {
    if (!line.runs.empty()) continue;
    line.runs.emplace_back();
    line.runs.back().text = line.plain = to_view(text(context, texts::citation_list_empty));
  }
  const css::uno::WeakReference<css::text::XTextDocument> weak = document;
  // Before any list of the document is written.
  edit.memory.record = read_property(document, list_record_property).value_or("");
  for (const text::Language language : {text::Language::vi, text::Language::en})
    edit.memory.texts.push_back(text::Message(texts::citation_list_empty).in(language));
  edit.memory.texts.emplace_back(u"{Bibliography}");  // Zotero's
  // When all lines stand: the bookmarks to which citations lead.
  const auto name_entries = [state, weak, &fields, part = edit.part, seen = list](EditState& now) {
    now.steps.emplace_front([state, weak, &fields, part, seen](EditState&) {
      const Reference<css::text::XTextDocument> open(weak);
      const auto there = fields.find(seen.kind, seen.section, seen.name);
      if (open.is() && there) mark_entries(open, paragraphs_of_range(there->content->getAnchor()), state->lines, part);
    });
  };
  editing.steps.emplace_back([state, weak, &fields, name_entries, edit = std::move(edit), seen = list,
                              others = std::move(others),
                              title = text(context, editing.title)](EditState& running) mutable {
    const Reference<css::text::XTextDocument> alive(weak);
    if (!alive.is()) throw Error(texts::error_document_closed);
    const auto before = fields.find(seen.kind, seen.section, seen.name);
    if (!before) throw citation::session::Fault(texts::citation_error_list_lost);
    std::vector<Range> taken;  // by other lists
    for (const Field& other : others) {
      if (const auto now = fields.find(other.kind, other.section, other.name)) taken.push_back(now->place.range);
    }
    begin_list(*state, alive, *before, taken, edit);
    if (state->change.none()) {
      // Another program may have written what the list says.
      if (!edit.memory.record.empty()) change_property(alive, title, list_record_property, edit.record);
      name_entries(running);
      return;
    }
    const auto there = fields.find(seen.kind, seen.section, seen.name);
    if (!there) throw citation::session::Fault(texts::citation_error_list_lost);
    require_open(there->place);
    const bool bookmark = there->kind == FieldKind::bookmark;
    // Paragraphs that are written push the bookmark about; it is laid anew when all stand.
    if (bookmark) there->content->dispose();
    // Before the steps of any other list: while this one is written nothing shows where it stands.
    std::deque<EditState::Step> own;
    for (std::size_t i = state->change.first; i < state->change.last_line; ++i) {
      own.emplace_back([state, i](EditState&) { write_line(*state, i); });
    }
    own.emplace_back(
        [state, weak, bookmark, title, record = edit.record, name_entries, name = there->name](EditState& now) {
          end_list(*state);
          const Reference<css::text::XTextDocument> open(weak);
          if (!open.is()) throw Error(texts::error_document_closed);
          change_property(open, title, list_record_property, record);
          name_entries(now);
          if (!bookmark) return;
          const Cursor all = state->begin->getText()->createTextCursorByRange(state->begin->getStart());
          const bool whole = state->change.last_line == state->lines.size();
          all->gotoRange(whole ? state->behind : state->old.back()->getEnd(), true);
          attach_field(open, Range(all, UNO_QUERY), FieldKind::bookmark, true, name);
        });
    running.steps.insert(running.steps.begin(), std::move_iterator(own.begin()), std::move_iterator(own.end()));
  });
}

void remove_list(const Field& list) {
  remove_title_above(list);
  std::vector<Range> lines = paragraphs_of_range(list.content->getAnchor());
  OUString style = OUString::createFromAscii(list_style);
  const auto is_other = [&](const Range& paragraph) { return style_of(paragraph) != style; };
  if (!list.section && !lines.empty()) {
    // Word's documents may have it under its name in the user's language. When one is put into another, bookmarks grow
    // over what follows.
    style = style_of(lines.front());
    lines.erase(std::ranges::find_if(lines, is_other), lines.end());
  }
  list.content->dispose();
  for (const Range& line : lines) {
    if (!is_other(line) && holds_text_alone(line)) Reference<css::lang::XComponent>(line, UNO_QUERY_THROW)->dispose();
  }
}

}  // namespace soat::writer
