// The commands on a document's citations: what of each belongs to Writer, a place or a check of what stands there.
#include <algorithm>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/text/XEndnotesSupplier.hpp>
#include <com/sun/star/text/XFootnote.hpp>
#include <com/sun/star/text/XFootnotesSupplier.hpp>
#include <com/sun/star/text/XTextRangeCompare.hpp>
#include <future>
#include <utility>

#include "citation/session/entry.h"
#include "citation/session/faults.h"
#include "citation/zotero/json_access.h"
#include "text/error.h"
#include "text/utf.h"
#include "writer/border/border.h"
#include "writer/border/broadcaster.h"
#include "writer/border/main_thread.h"
#include "writer/border/strings.h"
#include "writer/border/texts.h"
#include "writer/citation/citation_document.h"
#include "writer/citation/document_properties.h"
#include "writer/citation/reason.h"

namespace soat::writer {

namespace session = citation::session;

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using Cursor = Reference<css::text::XTextCursor>;

constexpr std::size_t long_document = 40;  // citations

// Notes of a kind before a place, and so the number that a new one there gets.
int number_of_new_note(const Reference<css::text::XTextDocument>& document, const Range& place, NoteKind kind) {
  Reference<css::container::XIndexAccess> notes;
  if (kind == NoteKind::endnotes) {
    notes = Reference<css::text::XEndnotesSupplier>(document, UNO_QUERY_THROW)->getEndnotes();
  } else {
    notes = Reference<css::text::XFootnotesSupplier>(document, UNO_QUERY_THROW)->getFootnotes();
  }
  const Reference<css::text::XTextRangeCompare> compare(document->getText(), UNO_QUERY_THROW);
  // They are in document order.
  sal_Int32 low = 0;
  sal_Int32 high = notes->getCount();
  while (low < high) {
    const sal_Int32 middle = (low + high) / 2;
    const Reference<css::text::XFootnote> note(notes->getByIndex(middle), UNO_QUERY_THROW);
    if (compare->compareRegionStarts(note->getAnchor(), place) > 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low + 1;
}

// Whether a place lies within another; at its ends only where that is asked for.
bool lies_in(const Range& spot, const Place& place, bool at_ends = false) {
  return guarded("citation place", false, [&] {
    if (place.text != spot->getText()) return false;
    const Reference<css::text::XTextRangeCompare> compare(spot->getText(), UNO_QUERY_THROW);
    const int least = at_ends ? 0 : 1;
    return compare->compareRegionStarts(place.range, spot) >= least &&
           compare->compareRegionEnds(place.range, spot->getEnd()) <= -least;
  });
}

Cursor cursor_at(const Range& range) {
  return range->getText()->createTextCursorByRange(range);
}

}  // namespace

void CitationDocument::start(CitationRun run, const Prepare& prepare) {
  take_left_copies();
  // An edit that nobody has looked at yet would pass for the command's own when that has ended.
  guarded("citations", [&] {
    if (closed_ || !watch_.is() || runner_.works()) return;
    const std::vector<OUString> names = fields_.names();
    if (names == known_) return;
    note_file(names);
    runner_.leave_silent();
  });
  runner_.run(std::move(run), weak_from_this(), prepare);
}

void CitationDocument::start(CitationRun run, const std::function<session::Command()>& make) {
  start(std::move(run), Prepare([&] { return CommandRunner::Prepared{make(), {}, {}, false}; }));
}

// --- Getting ready

void CitationDocument::warm_up() {
  guarded("citations", [&] {
    const auto now = std::make_shared<session::Snapshot>(scan()->model.snapshot);
    runner_.queue().post([now](session::Formatter& formatter) { formatter.warm_up(*now); });
  });
}

session::InsertionPoint CitationDocument::point_at(const DocumentScan& all, const Range& spot) {
  fields_.number_notes();
  const Place place = fields_.place_of(spot);
  const auto& citations = all.model.citations;
  const auto next = std::partition_point(citations.begin(), citations.end(),
                                         [&](std::size_t i) { return fields_.before(all.fields[i].place, place); });
  session::InsertionPoint point;
  point.at = static_cast<std::size_t>(next - citations.begin());
  point.lists = static_cast<std::size_t>(std::ranges::count_if(
      all.model.lists, [&](std::size_t list) { return fields_.before(all.fields[list].place, place); }));
  point.note_kind = place.note_kind;
  point.note = place.note_number;
  point.ordered = place.ordered;
  const NoteKind notes = all.model.settings.notes;
  if (notes != NoteKind::none && place.ordered && !place.note.is())
    point.next_note = number_of_new_note(document(), spot, notes);
  return point;
}

session::Preview CitationDocument::previewed(Json cites, bool unsorted, const std::string& replaced) {
  const Scan now = scan();
  session::NewCitation wanted{std::move(cites), unsorted, {}};
  if (!replaced.empty() && now->model.find(replaced))
    return *session::preview_of(session_, now->model, replaced, std::move(wanted));
  session::InsertionPoint point;
  if (in_comment()) {  // as at the end of the document, outside its notes
    point.at = now->model.citations.size();
    point.ordered = false;
  } else {
    point = point_at(*now, view_cursor()->getStart());
  }
  return session::preview_at(session_, now->model, point, std::move(wanted));
}

void CitationDocument::preview(Json cites, bool unsorted, std::string replaced,
                               std::function<void(std::string text, std::u16string error)> done) {
  const auto number = latest_preview_;
  const int mine = ++*number;
  const Context context = context_;
  done = let_go_on_main_thread(context, std::move(done));
  const auto failed = [context](const text::Message::Argument& what) {
    return std::u16string(to_view(text(context, texts::citation_error_failed, what)));
  };
  try {
    const auto wanted = std::make_shared<const session::Preview>(previewed(std::move(cites), unsorted, replaced));
    runner_.queue().post([wanted, number, mine, done, context, failed](session::Formatter& formatter) {
      if (*number != mine) return;  // a newer one waits
      std::string plain;
      std::optional<text::Message::Argument> error;
      try {
        plain = wanted->text(formatter);
      } catch (const std::exception& failure) {
        error = said_by(failure);
      }
      run_on_main_thread(context, [number, mine, done, plain, error, failed] {
        if (*number == mine) done(plain, error ? failed(*error) : std::u16string());
      });
    });
  } catch (const std::exception& failure) {
    done({}, failed(said_by(failure)));
  }
}

std::string CitationDocument::preview_now(Json cites) {
  const session::Preview wanted = previewed(std::move(cites), false, {});
  // The queue alone keeps the promise, so that it is broken when the office ends meanwhile.
  auto promise = std::make_shared<std::promise<std::string>>();
  std::future<std::string> made = promise->get_future();
  runner_.queue().post([&wanted, promise = std::move(promise)](session::Formatter& formatter) {
    try {
      promise->set_value(wanted.text(formatter));
    } catch (...) {
      promise->set_exception(std::current_exception());
    }
  });
  return made.get();
}

void CitationDocument::entry(Json item, std::function<void(std::string rtf, std::u16string error)> done) {
  const Context context = context_;
  done = let_go_on_main_thread(context, std::move(done));
  try {
    runner_.queue().post([setup = session_.setup_of(settings()), item = std::move(item), done, context](auto&) {
      std::string rtf;
      std::exception_ptr error;
      try {
        rtf = session::format_entry(setup, item);
      } catch (...) {
        error = std::current_exception();
      }
      run_on_main_thread(
          context, [context, done, rtf, error] { done(rtf, error ? reason_of(context, error) : std::u16string()); });
    });
  } catch (...) {
    done({}, reason_of(context, std::current_exception()));
  }
}

// --- Insert, edit, delete

// Not inside another citation, of which the end is taken, nor in a list.
Range CitationDocument::free_place(const DocumentScan& all, Range spot) {
  if (spot->getString().isEmpty()) {
    for (const Field& field : all.fields) {
      if (field.is_citation() && lies_in(spot, field.place)) spot = field.place.range->getEnd();
    }
  }
  for (const Field& field : all.fields) {
    // The ends of its lines are written anew like the rest of them.
    if (field.is_list() && lies_in(spot, field.place, true)) throw session::Fault(texts::citation_error_in_list);
  }
  for (const WordField& other : fields_with_text()) {
    if (lies_in(spot, other.place))
      throw session::Fault(texts::citation_error_other_program, citation::zotero::name_of(other.field.program));
  }
  return spot;
}

void CitationDocument::insert(Insertion insertion, CitationRun run) {
  const CitationWay way = run.way;
  start(std::move(run), Prepare([&] {
          const bool at_view = !insertion.place.is();
          const Range wanted = at_view ? view_cursor() : insertion.place;
          const bool replaces = !at_view || insertion.replace_selection;
          const Scan now = scan();
          const Range spot = free_place(*now, replaces ? wanted : wanted->getEnd());
          // In a long document what an insertion changes elsewhere may take a second to be worked out; its own text
          // does not.
          const bool ahead = way == CitationWay::background && now->model.citations.size() > long_document;
          return CommandRunner::Prepared{
              session::insert(session_, now->model, point_at(*now, spot),
                              {std::move(insertion.cites), insertion.unsorted, std::move(insertion.lead)}, ahead),
              now, cursor_at(spot), at_view};
        }));
}

// Says why there is no citation with this id that could be changed.
void CitationDocument::require_citation(const DocumentScan& all, const std::string& id) {
  if (all.model.find(id)) return;
  for (const WordField& other : word_fields()) {
    if (!id.empty() && citation::zotero::string_at(other.field.citation, "citationID") == id)
      throw session::Fault(texts::citation_error_other_program, citation::zotero::name_of(other.field.program));
  }
  throw session::Fault(texts::citation_error_gone);
}

void CitationDocument::replace(std::string id, Json cites, bool unsorted, Range takes, CitationRun run) {
  start(std::move(run), Prepare([&] {
          const Scan now = scan();
          require_citation(*now, id);
          session::NewCitation wanted{std::move(cites), unsorted, {}, takes.is()};
          return CommandRunner::Prepared{session::edit(session_, now->model, id, std::move(wanted)), now,
                                         takes.is() ? cursor_at(takes) : nullptr, true};
        }));
}

void CitationDocument::remove(std::string id, CitationRun run) {
  start(std::move(run), Prepare([&] {
          const Scan now = scan();
          require_citation(*now, id);
          const Place& place = now->citation(*now->model.find(id)).place;
          const bool fills_note = place.note.is() && place.range->getString() == place.text->getString();
          return CommandRunner::Prepared{session::remove(session_, now->model, id, fills_note), now, {}, false};
        }));
}

void CitationDocument::keep_edit(std::string id, CitationRun run) {
  start(std::move(run), [&] {
    require_citation(*scan(), id);
    return session::keep_edit(id);
  });
}

// --- The whole document

void CitationDocument::refresh(bool overwrite_edits, CitationRun run) {
  start(std::move(run), [&] { return session::refresh(session_, overwrite_edits); });
}

void CitationDocument::update_item(DocumentItem item, CitationRun run) {
  start(std::move(run), [&] { return session::update_source(session_, item); });
}

void CitationDocument::unlink(CitationRun run) {
  start(std::move(run), [] { return session::unlink(); });
}

void CitationDocument::convert(FieldKind to, CitationRun run) {
  start(std::move(run), [&] { return session::convert(to); });
}

void CitationDocument::set_settings(CitationSettings settings, CitationRun run) {
  start(std::move(run), [&] { return session::change_settings(session_, settings); });
}

// --- The list

void CitationDocument::set_lists(BibliographyLists lists, CitationRun run) {
  start(std::move(run), [&] { return session::choose_listed(session_, lists); });
}

void CitationDocument::forget_lost_list() {
  start({CitationWay::wait, {}, {}}, [] { return session::forget_lost_lists(); });
}

// A list is paragraphs of the body text, outside other lists.
void CitationDocument::require_list_place(const DocumentScan& all, const Cursor& place) {
  const Range spot(place, UNO_QUERY);
  if (!fields_.place_of(spot).ordered || Reference<css::text::XFootnote>(place->getText(), UNO_QUERY).is())
    throw session::Fault(texts::citation_error_list_place);
  for (const std::size_t list : all.model.lists) {
    if (lies_in(spot, all.fields[list].place, true)) throw session::Fault(texts::citation_error_in_list);
  }
}

void CitationDocument::insert_bibliography(bool beside_another, ListTitle title, CitationRun run) {
  start(std::move(run), Prepare([&] {
          const Scan now = scan();
          if (const auto list = now->model.main_list(); list && now->model.part_of(*list).empty())
            return CommandRunner::Prepared{session::refresh(session_, false), now, {}, false};
          if (!beside_another) {
            for (const WordField& other : word_fields()) {
              if (other.field.list)
                throw session::Fault(texts::citation_error_other_list, citation::zotero::name_of(other.field.program));
            }
          }
          const Cursor target = cursor_at(view_cursor()->getEnd());
          require_list_place(*now, target);
          return CommandRunner::Prepared{session::insert_list(session_, title), now, target, false};
        }));
}

void CitationDocument::insert_part_list(CitationRun run) {
  start(std::move(run), Prepare([&] {
          const Scan now = scan();
          const Cursor target = cursor_at(view_cursor()->getEnd());
          require_list_place(*now, target);
          return CommandRunner::Prepared{session::insert_list(session_, ListTitle::none, true), now, target, false};
        }));
}

}  // namespace soat::writer
