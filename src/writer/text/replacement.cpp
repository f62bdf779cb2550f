#include "writer/text/replacement.h"

#include <algorithm>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/text/XBookmarksSupplier.hpp>
#include <com/sun/star/text/XTextContent.hpp>
#include <vector>

#include "text/char_class.h"
#include "text/edit_script.h"
#include "writer/border/border.h"
#include "writer/border/properties.h"
#include "writer/border/texts.h"
#include "writer/text/kept_bookmarks.h"
#include "writer/text/recorded_bookmarks.h"

namespace soat::writer {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using Model = Reference<css::frame::XModel>;

bool is_word_unit(char16_t unit) {
  return text::CharTable::get().is_word_unit(unit);
}

// Whether a word goes on over this place.
bool is_inside_word(std::u16string_view text, std::size_t at) {
  return at > 0 && at < text.size() && is_word_unit(text[at - 1]) && is_word_unit(text[at]);
}

// What is replaced as a whole while changes are recorded.
struct WholeWords {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  std::u16string replacement;
};

// The words that differ, and all of them.
WholeWords whole_words(std::u16string_view all, std::uint32_t start, std::uint32_t end,
                       std::u16string_view suggestion) {
  std::uint32_t from = start;
  std::uint32_t to = end;
  while (is_inside_word(all, from) && start - from < 40) --from;
  while (is_inside_word(all, to) && to - end < 40) ++to;
  std::u16string wanted(all.substr(from, start - from));
  wanted.append(suggestion).append(all.substr(end, to - end));
  const std::u16string_view old = all.substr(from, to - from);
  std::size_t same = 0;
  while (same < old.size() && same < wanted.size() && old[same] == wanted[same]) ++same;
  while (same > 0 && (is_inside_word(old, same) || is_inside_word(wanted, same))) --same;
  std::size_t same_end = 0;
  while (same_end < old.size() - same && same_end < wanted.size() - same &&
         old[old.size() - 1 - same_end] == wanted[wanted.size() - 1 - same_end])
    ++same_end;
  while (same_end > 0 &&
         (is_inside_word(old, old.size() - same_end) || is_inside_word(wanted, wanted.size() - same_end)))
    --same_end;
  return {from + static_cast<std::uint32_t>(same), to - static_cast<std::uint32_t>(same_end),
          wanted.substr(same, wanted.size() - same - same_end)};
}

bool holds(const Range& range, std::u16string_view text) {
  return range.is() && to_view(range->getString()) == text;
}

void replace_whole_words(const Model& document, const ParagraphText& paragraph, const WholeWords& words) {
  const std::u16string_view all = paragraph.text;
  const std::u16string_view old = all.substr(words.start, words.end - words.start);
  auto behind = cursor_at(paragraph, words.end, Side::end);
  if (!behind.is()) behind = cursor_at(paragraph, words.end, Side::start);
  if (!behind.is()) return;
  RecordedBookmarks bookmarks(document, paragraph, words.start, words.end, old.empty() || words.replacement.empty());
  // First what is new, so that it takes the formatting of the old word.
  if (!words.replacement.empty())
    behind->getText()->insertString(behind->getEnd(), to_office(words.replacement), false);
  if (!old.empty()) {
    const auto cursor = cursor_at(paragraph, words.start, Side::start);
    move_right(cursor, old, true);
    if (to_view(cursor->getString()) == old) cursor->setString(OUString());
  }
  bookmarks.put_in(words.replacement, behind->getEnd());  // which has gone with what was put in
}

// One edit within one portion; an empty old text stands behind a letter of the portion.
void change(const ParagraphText& paragraph, std::uint32_t start, std::uint32_t end, std::u16string_view replacement) {
  const std::u16string_view old = std::u16string_view(paragraph.text).substr(start, end - start);
  if (old.empty()) {
    const auto cursor = cursor_at(paragraph, start, Side::end);
    if (cursor.is()) cursor->getText()->insertString(cursor->getEnd(), to_office(replacement), false);
    return;
  }
  const Range range = range_of(paragraph, start, end);
  if (!holds(range, old)) return;
  if (replacement.empty()) {
    range->setString(OUString());
  } else {
    exchange(range, old, replacement);
  }
}

// Makes an edit portion by portion, from the last to the first: letter for letter, and the last portion takes the rest.
void change_portions(const ParagraphText& paragraph, std::uint32_t start, std::uint32_t end,
                     std::u16string_view replacement) {
  struct Piece {
    std::uint32_t start, end;
    std::u16string_view text;
  };
  std::vector<Piece> pieces;
  for (const Portion& portion : paragraph.portions) {
    const std::uint32_t from = std::max(start, portion.start);
    const std::uint32_t to = std::min(end, portion.start + portion.length);
    if (from >= to) continue;
    const bool last = to == end;
    const std::size_t share = last ? replacement.size() : std::min<std::size_t>(replacement.size(), to - from);
    pieces.push_back({from, to, replacement.substr(0, share)});
    replacement.remove_prefix(share);
  }
  for (auto piece = pieces.rbegin(); piece != pieces.rend(); ++piece)
    change(paragraph, piece->start, piece->end, piece->text);
}

void replace_letters(const ParagraphText& paragraph, std::uint32_t start, const std::vector<text::Edit>& edits,
                     std::u16string_view old) {
  for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) {
    if (edit->start < edit->end) {
      change_portions(paragraph, start + edit->start, start + edit->end, edit->text);
    } else if (edit->start > 0) {
      change(paragraph, start + edit->start, start + edit->start, edit->text);
    } else {
      // Before the first letter: with it, so that what is new looks like the word and not like what stands before it.
      const std::uint32_t letter = old.size() > 1 && (old[0] & 0xfc00) == 0xd800 ? 2 : 1;
      change(paragraph, start, start + letter, std::u16string(edit->text).append(old.substr(0, letter)));
    }
  }
}

// Where a place of the old text lies in the new one.
std::uint32_t moved(std::uint32_t at, std::uint32_t start, const std::vector<text::Edit>& edits) {
  std::int64_t shift = 0;
  for (const text::Edit& edit : edits) {
    if (start + edit.start >= at) break;
    const std::int64_t old_length = std::min(at, start + edit.end) - (start + edit.start);
    const auto new_length = static_cast<std::int64_t>(edit.text.size());
    shift += start + edit.end <= at ? new_length - old_length : std::min(old_length, new_length) - old_length;
  }
  return static_cast<std::uint32_t>(at + shift);
}

// Writer deletes a bookmark that is set on a point beside letters that go.
void restore_points(const Model& document, const Range& range, const ParagraphText& before, std::uint32_t start,
                    std::uint32_t end, const std::vector<text::Edit>& edits) {
  const Reference<css::text::XBookmarksSupplier> supplier(document, UNO_QUERY_THROW);
  const auto bookmarks = supplier->getBookmarks();
  const Reference<css::lang::XMultiServiceFactory> factory(document, UNO_QUERY_THROW);
  for (const PointMark& point : before.points) {
    if (point.at < start || point.at > end || bookmarks->hasByName(point.name)) continue;
    const ParagraphText now = read_paragraph(range);
    const std::uint32_t at = moved(point.at, start, edits);
    auto cursor = cursor_at(now, at, Side::start);
    if (!cursor.is()) cursor = cursor_at(now, at, Side::end);
    if (!cursor.is()) continue;
    const Reference<css::text::XTextContent> bookmark(factory->createInstance("com.sun.star.text.Bookmark"),
                                                      UNO_QUERY_THROW);
    Reference<css::container::XNamed>(bookmark, UNO_QUERY_THROW)->setName(point.name);
    cursor->getText()->insertTextContent(cursor->getEnd(), bookmark, false);
  }
}

}  // namespace

Obstacle obstacle_at(const Model& document, const Range& range, Holder holder, const ParagraphText& paragraph,
                     std::uint32_t start, std::uint32_t end) {
  if (is_read_only(document)) return Obstacle::read_only;
  return obstacle_in(holder, holder == Holder::text && is_protected(range), paragraph, start, end);
}

Obstacle obstacle_in(Holder holder, bool is_protected, const ParagraphText& paragraph, std::uint32_t start,
                     std::uint32_t end) {
  if (holder == Holder::shape) return Obstacle::shape;
  if (holder == Holder::comment) return Obstacle::comment;
  if (is_protected) return Obstacle::protected_place;
  const auto& portions = paragraph.portions;
  auto portion =
      std::ranges::partition_point(portions, [start](const Portion& one) { return one.start + one.length <= start; });
  for (; portion != portions.end() && portion->start < end; ++portion) {
    if (portion->locked) return Obstacle::locked;
    if (portion->field) return Obstacle::field;
  }
  const auto deletion = std::ranges::upper_bound(paragraph.deletions, start);
  return deletion != paragraph.deletions.end() && *deletion < end ? Obstacle::deleted : Obstacle::none;
}

text::MessageId<0> text_of(Obstacle obstacle) {
  switch (obstacle) {
    case Obstacle::read_only:
      return texts::obstacle_read_only;
    case Obstacle::protected_place:
      return texts::obstacle_protected;
    case Obstacle::locked:
      return texts::obstacle_locked;
    case Obstacle::shape:
      return texts::obstacle_shape;
    case Obstacle::field:
      return texts::obstacle_field;
    case Obstacle::deleted:
      return texts::obstacle_deleted;
    case Obstacle::comment:
    case Obstacle::none:
      break;
  }
  return texts::obstacle_comment;
}

bool replace(const Model& document, const Range& range, const ParagraphText& paragraph, const check::Finding& finding,
             std::u16string_view suggestion, const OUString& title) {
  const std::u16string_view all = paragraph.text;
  const std::u16string_view old = all.substr(finding.start, finding.end - finding.start);
  if (!holds(range_of(paragraph, finding.start, finding.end), old)) return false;
  const bool recording = property<bool>(Properties(document, UNO_QUERY), "RecordChanges");
  {
    const UndoStep step(document, title);
    guarded("replace", [&] {
      if (recording) {
        replace_whole_words(document, paragraph, whole_words(all, finding.start, finding.end, suggestion));
        return;
      }
      const std::vector<text::Edit> edits = text::edit_script(old, suggestion);
      {
        const KeptBookmarks bookmarks(document, paragraph, finding.start, finding.end);
        replace_letters(paragraph, finding.start, edits, old);
      }
      restore_points(document, range, paragraph, finding.start, finding.end, edits);
    });
  }
  return read_paragraph(range).text != all;
}

}  // namespace soat::writer
