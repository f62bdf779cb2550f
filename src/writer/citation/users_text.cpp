#include "writer/citation/users_text.h"

#include <algorithm>
#include <com/sun/star/text/ControlCharacter.hpp>
#include <com/sun/star/text/XTextCursor.hpp>
#include <com/sun/star/text/XTextRangeCompare.hpp>
#include <com/sun/star/text/XTextSectionsSupplier.hpp>
#include <cstddef>
#include <string>
#include <utility>

#include "citation/session/faults.h"
#include "writer/border/properties.h"
#include "writer/border/strings.h"
#include "writer/citation/field_editor.h"
#include "writer/citation/list_paragraphs.h"
#include "writer/text/writer_text.h"

namespace soat::writer {

namespace {

using citation::session::ListLine;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using Cursor = Reference<css::text::XTextCursor>;

constexpr const char* body_style = "Standard";

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

}  // namespace

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
    if (has_list_style(paragraph))
      properties->setPropertyValue("ParaStyleName", css::uno::Any(OUString::createFromAscii(body_style)));
  }
  lay_anew(document, list, span(from, to));
  paragraphs = paragraphs_of_range(span(from, to));
}

}  // namespace soat::writer
