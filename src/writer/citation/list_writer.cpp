#include "writer/citation/list_writer.h"

#include <algorithm>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/beans/XPropertyState.hpp>
#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/lang/XComponent.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/style/LineSpacing.hpp>
#include <com/sun/star/style/LineSpacingMode.hpp>
#include <com/sun/star/style/TabStop.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>
#include <com/sun/star/text/ControlCharacter.hpp>
#include <com/sun/star/text/XParagraphCursor.hpp>
#include <com/sun/star/text/XRelativeTextContentInsert.hpp>
#include <com/sun/star/text/XTextRangeCompare.hpp>
#include <com/sun/star/text/XTextSectionsSupplier.hpp>
#include <com/sun/star/text/XTextTable.hpp>
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
#include "writer/border/sequence.h"
#include "writer/border/strings.h"
#include "writer/border/texts.h"
#include "writer/citation/document_properties.h"
#include "writer/citation/entry_marks.h"
#include "writer/citation/list_title.h"
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
constexpr const char* body_style = "Standard";

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
    if (said.isEmpty() || !is_list_style(style_of(Range(whole, UNO_QUERY)))) return false;
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

}  // namespace

namespace {

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

Range span(const Cursor& from, const Cursor& to) {
  const Cursor all = from->getText()->createTextCursorByRange(from->getStart());
  all->gotoRange(to->getEnd(), true);
  return Range(all, UNO_QUERY);
}

// Puts a paragraph break at a place; the cursor stands behind it then, what is given before it.
Cursor split_at(const Cursor& cursor) {
  cursor->getText()->insertControlCharacter(Range(cursor, UNO_QUERY), css::text::ControlCharacter::PARAGRAPH_BREAK,
                                            false);
  const Cursor before = cursor->getText()->createTextCursorByRange(cursor->getStart());
  before->goLeft(1, false);
  return before;
}

// Lays a list's field over fewer paragraphs.
void lay_anew(const Reference<css::text::XTextDocument>& document, const Field& list, const Range& range) {
  static constexpr const char* looks[] = {"TextColumns", "BackColor", "SectionLeftMargin", "SectionRightMargin",
                                          "WritingMode"};
  std::vector<std::pair<OUString, css::uno::Any>> kept;
  if (list.section) {
    const Properties section(list.content, UNO_QUERY_THROW);
    for (const char* name : looks) {
      const OUString key = OUString::createFromAscii(name);
      kept.emplace_back(key, section->getPropertyValue(key));
    }
  }
  list.content->dispose();
  attach_field(document, range, list.kind, true, list.name);
  if (!list.section) return;
  const Reference<css::text::XTextSectionsSupplier> sections(document, UNO_QUERY_THROW);
  const Properties section(sections->getTextSections()->getByName(list.name), UNO_QUERY_THROW);
  for (const auto& [key, value] : kept) section->setPropertyValue(key, value);
}

// What the user has written in a list's paragraphs, and where in each it begins.
struct UsersText {
  explicit UsersText(const std::vector<Range>& list, const std::vector<ListLine>& lines,
                     const citation::session::ListMemory& memory) {
    std::vector<std::u16string> texts;
    for (const Range& paragraph : list) texts.emplace_back(to_view(paragraph->getString()));
    starts = citation::session::users_text(lines, memory, texts);
    for (std::size_t i = 0; i < list.size(); ++i) {
      bool text_alone = true;
      if (texts[i].empty()) read_formatted(list[i], &text_alone);  // perhaps a picture
      any.push_back(starts[i] < texts[i].size() || !text_alone);
      blank.push_back(texts[i].empty());
    }
    end = list.size();
    for (std::size_t i = list.size(); i > 0 && (is_all(i - 1) || blank[i - 1]); --i) {
      if (is_all(i - 1)) end = i - 1;
    }
    if (end == 0) return;
    for (std::size_t i = 0; i < end && (is_all(i) || blank[i]); ++i) {
      if (is_all(i)) begin = i + 1;
    }
  }

  bool is_all(std::size_t i) const { return any[i] && starts[i] == 0; }
  bool none() const {
    return std::ranges::none_of(any, [](bool one) { return one; });
  }

  std::vector<std::size_t> starts;
  std::vector<bool> any;
  std::vector<bool> blank;
  std::size_t begin = 0;  // paragraphs before it are the user's altogether: a heading, most likely
  std::size_t end = 0;    // paragraphs from it on are the user's altogether
};

Cursor place_in(const Range& paragraph, std::size_t at) {
  const Cursor cursor = paragraph->getText()->createTextCursorByRange(paragraph->getStart());
  cursor->goRight(static_cast<sal_Int16>(at), false);
  return cursor;
}

// Has a list leave out what the user has written in its place. Paragraphs at its beginning and its end stay as they are
// and where they are; words between its lines are written again behind it. `paragraphs` are the list's own then.
void leave_out_users_text(const Reference<css::text::XTextDocument>& document, const Field& list,
                          const std::vector<ListLine>& lines, const citation::session::ListMemory& memory,
                          std::vector<Range>& paragraphs) {
  const UsersText users(paragraphs, lines, memory);
  if (users.none()) return;
  require_open(list.place);
  std::vector<std::vector<FormattedText>> between;
  const bool splits = users.end > 0 && users.any[users.end - 1];  // the last line goes on with the user's words
  for (std::size_t i = users.begin; i + (splits ? 1 : 0) < users.end; ++i) {
    if (!users.any[i]) continue;
    bool whole = true;
    const Cursor words = place_in(paragraphs[i], users.starts[i]);
    words->gotoRange(paragraphs[i]->getEnd(), true);
    between.push_back(read_formatted(Range(words, UNO_QUERY), &whole));
    if (!whole) throw citation::session::HoldsMore(utf8(words->getString()));
  }
  const auto text = paragraphs.front()->getText();
  Cursor from = text->createTextCursorByRange(paragraphs[users.end == 0 ? 0 : users.begin]->getStart());
  const Cursor last = text->createTextCursorByRange(paragraphs.back()->getEnd());
  Cursor to;
  if (users.end == 0) {
    from = split_at(from);
    // Of a section that is laid over an empty paragraph the office cannot undo that: it would put back what was deleted
    // before in the wrong place, and end at the next step. The list's first line takes the place of this.
    from->setString("…");
    to = text->createTextCursorByRange(from->getEnd());
  } else if (splits) {
    to = split_at(place_in(paragraphs[users.end - 1], users.starts[users.end - 1]));
  } else {
    to = text->createTextCursorByRange(paragraphs[users.end - 1]->getEnd());
  }
  Cursor at = text->createTextCursorByRange(to->getStart());
  bool first = true;
  for (const auto& words : between) {
    const Cursor before = split_at(at);
    if (std::exchange(first, false)) to = before;
    at = text->createTextCursorByRange(write_formatted(Range(at, UNO_QUERY), words)->getEnd());
  }
  const Cursor behind = text->createTextCursorByRange(to->getStart());
  behind->goRight(1, false);
  const bool at_end = Reference<css::text::XTextRangeCompare>(text, UNO_QUERY_THROW)
                          ->compareRegionStarts(Range(at, UNO_QUERY), Range(last, UNO_QUERY)) < 0;
  for (const Range& paragraph : paragraphs_of_range(span(behind, at_end ? at : last))) {
    const Properties properties(paragraph, UNO_QUERY_THROW);
    if (is_list_style(style_of(paragraph)))
      properties->setPropertyValue("ParaStyleName", css::uno::Any(OUString::createFromAscii(body_style)));
  }
  lay_anew(document, list, span(from, to));
  paragraphs = paragraphs_of_range(span(from, to));
}

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

bool holds_text_alone(const Range& paragraph) {
  bool alone = true;
  read_formatted(paragraph, &alone);
  return alone;
}

// Takes the text out of a paragraph; comments, notes and pictures stay in it. The place in front of them.
Range take_text_out(const Range& paragraph) {
  if (holds_text_alone(paragraph)) return paragraph;
  const Cursor begin = paragraph->getText()->createTextCursorByRange(paragraph->getStart());  // a range would be lost
  std::vector<Range> texts;
  const auto each = Reference<css::container::XEnumerationAccess>(paragraph, UNO_QUERY_THROW)->createEnumeration();
  while (each->hasMoreElements()) {
    const Properties portion(each->nextElement(), UNO_QUERY_THROW);
    OUString type;
    portion->getPropertyValue("TextPortionType") >>= type;
    if (type == "Text") texts.emplace_back(portion, UNO_QUERY_THROW);
  }
  for (auto text = texts.rbegin(); text != texts.rend(); ++text) (*text)->setString(OUString());
  return Range(begin, UNO_QUERY);
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
      const Reference<css::text::XTextDocument> document(weak);
      const auto there = fields.find(seen.kind, seen.section, seen.name);
      if (document.is() && there)
        mark_entries(document, paragraphs_of_range(there->content->getAnchor()), state->lines, part);
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
          const Reference<css::text::XTextDocument> document(weak);
          if (!document.is()) throw Error(texts::error_document_closed);
          change_property(document, title, list_record_property, record);
          name_entries(now);
          if (!bookmark) return;
          const Cursor all = state->begin->getText()->createTextCursorByRange(state->begin->getStart());
          const bool whole = state->change.last_line == state->lines.size();
          all->gotoRange(whole ? state->behind : state->old.back()->getEnd(), true);
          attach_field(document, Range(all, UNO_QUERY), FieldKind::bookmark, true, name);
        });
    running.steps.insert(running.steps.begin(), std::move_iterator(own.begin()), std::move_iterator(own.end()));
  });
}

bool has_list_style(const Range& range) {
  return is_list_style(style_of(range->getStart()));
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
