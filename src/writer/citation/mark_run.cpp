#include "writer/citation/mark_run.h"

#include <algorithm>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/text/XTextCursor.hpp>
#include <com/sun/star/text/XTextRangeCompare.hpp>
#include <utility>

#include "citation/session/faults.h"
#include "text/utf.h"
#include "texts/texts.h"
#include "writer/border/strings.h"
#include "writer/border/undo.h"

namespace soat::writer {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using Cursor = Reference<css::text::XTextCursor>;

// Units of the run's text, from its start.
struct Extent {
  std::size_t start = 0;
  std::size_t end = 0;
  std::size_t member = 0;

  std::size_t size() const { return end - start; }
};

std::size_t units_between(const Text& text, const Range& from, const Range& to) {
  const Cursor cursor = text->createTextCursorByRange(from->getStart());
  cursor->gotoRange(to, true);
  return static_cast<std::size_t>(cursor->getString().getLength());
}

// What of a mark's extent is its own: where its text stands, or what no other mark has claimed.
Extent own_part(std::u16string_view text, const Extent& whole, const std::u16string& plain,
                const std::vector<Extent>& claimed) {
  const auto is_free = [&](std::size_t start, std::size_t end) {
    return std::none_of(claimed.begin(), claimed.end(),
                        [&](const Extent& other) { return start < other.end && other.start < end; });
  };
  if (!plain.empty()) {
    for (auto at = text.find(plain, whole.start); at != std::u16string_view::npos && at + plain.size() <= whole.end;
         at = text.find(plain, at + 1)) {
      if (is_free(at, at + plain.size())) return {at, at + plain.size(), whole.member};
    }
  }
  Extent best{whole.start, whole.start, whole.member};
  for (std::size_t at = whole.start; at < whole.end;) {
    std::size_t end = at;
    while (end < whole.end && is_free(end, end + 1)) ++end;
    if (end - at > best.size()) best = {at, end, whole.member};
    at = std::max(end, at + 1);
  }
  return best;
}

// The first `units` of the texts, taken off them.
std::vector<FormattedText> cut_head(std::vector<FormattedText>& texts, std::size_t units) {
  std::size_t all = 0;
  for (const FormattedText& text : texts) all += static_cast<std::size_t>(text.text.getLength());
  std::vector<FormattedText> rest = cut_tail(texts, all - std::min(all, units));
  return std::exchange(texts, std::move(rest));
}

}  // namespace

MarkRun::MarkRun(FieldReader& fields, const Reference<css::text::XTextDocument>& document,
                 const RecordedChanges& insertions, const Field& field)
    : fields_(fields),
      document_(document),
      insertions_(insertions),
      members_{field},
      has_seed_(true),
      inserted_(insertions.cover(field.place.range)),
      text_(field.place.text) {
  gather(extent_of(field));
}

MarkRun::MarkRun(FieldReader& fields, const Reference<css::text::XTextDocument>& document,
                 const RecordedChanges& insertions, const Range& place, bool inserted)
    : fields_(fields),
      document_(document),
      insertions_(insertions),
      inserted_(inserted),
      text_(place->getText()),
      place_(place->getStart()) {
  gather(place);
}

void MarkRun::widen(const Range& by) {
  const Reference<css::text::XTextRangeCompare> compare(text_, UNO_QUERY_THROW);
  if (compare->compareRegionStarts(by, start_) > 0) start_ = by->getStart();
  if (compare->compareRegionEnds(by, end_) < 0) end_ = by->getEnd();
}

void MarkRun::gather(const Range& around) {
  start_ = around->getStart();
  end_ = around->getEnd();
  for (std::size_t known = 0; known != members_.size() || known == 0;) {
    known = members_.size();
    const Cursor before = text_->createTextCursorByRange(start_);
    if (before->goLeft(1, false)) gather_at(before);
    gather_at(text_->createTextCursorByRange(end_));
    // Marks within, where there can be any.
    if (!is_simple()) {
      const Cursor within = text_->createTextCursorByRange(start_);
      const auto units = units_between(text_, start_, end_);
      for (std::size_t i = 0; i < units; ++i) {
        gather_at(within);
        if (!within->goRight(1, false)) break;
      }
    }
    if (members_.empty()) break;
  }
}

void MarkRun::gather_at(const Cursor& probe) {
  const Reference<css::beans::XPropertySet> properties(probe, UNO_QUERY_THROW);
  Reference<css::text::XTextContent> mark;
  properties->getPropertyValue("ReferenceMark") >>= mark;
  const Reference<css::container::XNamed> named(mark, UNO_QUERY);
  if (!named.is()) return;
  const OUString name = named->getName();
  const bool known = std::any_of(members_.begin(), members_.end(), [&](const Field& member) {
    return member.kind == FieldKind::mark && member.name == name;
  });
  if (known) return;
  // The probe may stand beside a mark that begins or ends before.
  const Range anchor = mark->getAnchor();
  if (!anchor.is()) return;  // one that shares its name with another
  const Reference<css::text::XTextRangeCompare> compare(text_, UNO_QUERY_THROW);
  if (compare->compareRegionStarts(anchor->getStart(), end_) < 0 ||
      compare->compareRegionEnds(anchor->getEnd(), start_) > 0)
    return;
  if (auto field = fields_.find(FieldKind::mark, false, name)) {
    members_.push_back(std::move(*field));
    widen(anchor);
  }
}

// A citation by itself, with its own text and nothing else.
bool MarkRun::is_simple() const {
  if (members_.size() > 1) return false;
  if (members_.empty()) return true;
  const std::u16string plain = plain_of(members_.front());
  return !plain.empty() && plain == to_view(extent_of(members_.front())->getString());
}

// Whether these units of the run's text stand in a recorded insertion.
bool MarkRun::stands_inserted(std::size_t start, std::size_t end) const {
  if (insertions_.empty()) return false;
  const Cursor part = text_->createTextCursorByRange(start_);
  return part->goRight(static_cast<sal_Int16>(start), false) &&
         part->goRight(static_cast<sal_Int16>(end - start), true) && insertions_.cover(Range(part, UNO_QUERY));
}

std::vector<MarkRun::Piece> MarkRun::take_apart() {
  const Cursor all = text_->createTextCursorByRange(start_);
  all->gotoRange(end_, true);
  bool whole = false;
  std::vector<FormattedText> texts = read_formatted(Range(all, UNO_QUERY), &whole);
  const OUString shown = all->getString();
  if (!whole) throw citation::session::HoldsMore(text::to_utf8(to_view(shown)));

  // Inner marks know best what is theirs.
  std::vector<Extent> wholes;
  for (std::size_t i = 0; i < members_.size(); ++i) {
    const Range anchor = extent_of(members_[i]);
    const std::size_t start = units_between(text_, start_, anchor->getStart());
    wholes.push_back({start, start + units_between(text_, anchor->getStart(), anchor->getEnd()), i});
  }
  std::stable_sort(wholes.begin(), wholes.end(), [](const Extent& a, const Extent& b) { return a.size() < b.size(); });
  std::vector<Extent> own;
  for (const Extent& extent : wholes)
    own.push_back(own_part(to_view(shown), extent, plain_of(members_[extent.member]), own));
  std::stable_sort(own.begin(), own.end(), [](const Extent& a, const Extent& b) { return a.start < b.start; });

  std::vector<Piece> pieces;
  std::size_t at = 0;
  const auto add_text = [&](std::size_t until) {
    if (until > at) pieces.push_back({cut_head(texts, until - at), {}, false, stands_inserted(at, until)});
    at = std::max(at, until);
  };
  for (const Extent& extent : own) {
    add_text(extent.start);
    const bool seed = has_seed_ && extent.member == 0;
    pieces.push_back({cut_head(texts, extent.size()), members_[extent.member].name, seed,
                      stands_inserted(extent.start, extent.end)});
    at = extent.end;
  }
  add_text(static_cast<std::size_t>(shown.getLength()));
  return pieces;
}

std::vector<FormattedText> MarkRun::own_text() {
  for (Piece& piece : take_apart()) {
    if (piece.seed) return std::move(piece.text);
  }
  return {};
}

// Takes everything out and gives the place.
Range MarkRun::empty() {
  const Cursor rest = text_->createTextCursorByRange(start_);
  rest->gotoRange(end_, true);
  for (const Field& member : members_) {
    // One that stood in another has gone with it.
    if (const auto there = fields_.find(member.kind, false, member.name)) erase_field(*there);
  }
  if (!rest->isCollapsed()) rest->setString(OUString());
  return Range(rest, UNO_QUERY);
}

Written MarkRun::put_back(const Range& place, const Piece& piece) {
  std::vector<FormattedText> texts = piece.text;
  // Wholly under another: nothing of its text is left, but its data is, and a mark needs some text.
  if (texts.empty()) texts.push_back({"[?]", {}});
  const Recording recording(document_, piece.inserted);
  const Range range = write_formatted(place, texts);
  if (!piece.name.isEmpty()) attach_field(document_, range, FieldKind::mark, false, piece.name);
  return {range, piece.name};
}

Written MarkRun::write_seed(const Write& write, const Range& place) const {
  const Recording recording(document_, inserted_);
  return write(place);
}

void MarkRun::write(const Write& write) {
  changed_insertions_ = inserted_;
  if (members_.empty()) {
    write_seed(write, place_);
    return;
  }
  if (has_seed_ && is_simple()) {
    write_seed(write, empty());
    return;
  }
  std::vector<Piece> pieces = take_apart();
  changed_insertions_ = inserted_ || std::ranges::any_of(pieces, &Piece::inserted);
  if (!has_seed_) {
    // Between two of them, or where text ends that was typed beside one.
    std::size_t units = units_between(text_, start_, place_);
    auto at = pieces.begin();
    for (; at != pieces.end() && units > 0; ++at) {
      std::size_t length = 0;
      for (const FormattedText& text : at->text) length += static_cast<std::size_t>(text.text.getLength());
      if (length > units && at->name.isEmpty()) {
        Piece head{cut_head(at->text, units), {}, false, at->inserted};
        at = pieces.insert(at, std::move(head)) + 1;
        break;
      }
      units -= std::min(units, length);
    }
    pieces.insert(at, Piece{{}, {}, true, inserted_});
  }
  struct Expected {
    OUString name;
    OUString text;
  };
  std::vector<Expected> expected;
  Range at = empty();
  for (const Piece& piece : pieces) {
    const Written written = piece.seed ? write_seed(write, at) : put_back(at, piece);
    if (!written.name.isEmpty()) expected.push_back({written.name, written.range->getString()});
    at = written.range->getEnd();
  }
  for (const Expected& one : expected) {
    const auto there = fields_.find(FieldKind::mark, false, one.name);
    if (!there || there->content->getAnchor()->getString() != one.text)
      throw Error(texts::error_citation_text_lost, to_view(one.text));
  }
}

}  // namespace soat::writer
