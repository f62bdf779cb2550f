#include "writer/citation/field_editor.h"

#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/text/XBookmarksSupplier.hpp>
#include <com/sun/star/text/XParagraphCursor.hpp>
#include <string_view>
#include <utility>

#include "citation/session/citation_data.h"
#include "citation/session/faults.h"
#include "citation/zotero/rich_text.h"
#include "text/error.h"
#include "writer/border/strings.h"
#include "writer/border/texts.h"
#include "writer/citation/document_properties.h"
#include "writer/text/document.h"
#include "writer/text/writer_text.h"

namespace soat::writer {

namespace session = citation::session;

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using Cursor = Reference<css::text::XTextCursor>;

}  // namespace

Written of_mark(Written written, FieldKind kind) {
  if (kind != FieldKind::mark) written.name = {};
  return written;
}

std::vector<FormattedText> some_text(std::vector<FormattedText> texts) {
  if (texts.empty()) texts.push_back({"[?]", {}});
  return texts;
}

void require_open(const Place& place) {
  if (is_protected(place.range) || (place.note.is() && is_protected(place.in_body)))
    throw session::Fault(texts::citation_error_protected, utf8(place.range->getString()));
}

Reference<css::text::XTextDocument> FieldEditor::document() const {
  const Reference<css::text::XTextDocument> document(document_);
  if (!document.is()) throw Error(texts::error_document_closed);
  return document;
}

std::optional<Field> FieldEditor::find(const Field& seen) {
  return fields_.find(seen.kind, seen.section, seen.name);
}

bool FieldEditor::is_deleted(const Field& field, EditState& state) {
  if (!state.deletions) state.deletions.emplace(document(), ChangeKind::deletion);
  const Place& place = field.place;
  return state.deletions->cover(place.note.is() ? place.in_body : place.range) ||
         (place.note.is() && state.deletions->cover(place.range));
}

const RecordedChanges& FieldEditor::insertions(EditState& state) {
  if (!state.insertions) state.insertions.emplace(document(), ChangeKind::insertion);
  return *state.insertions;
}

bool FieldEditor::becomes_inserted(const Cursor& place, EditState& state) {
  const RecordedChanges& all = insertions(state);
  if (all.empty()) return false;
  const Range range(place, UNO_QUERY);
  if (!place->isCollapsed()) return all.cover(range);
  if (all.hold(range)) return true;
  // One that ends where a paragraph of old text begins is not gone on with there.
  const Reference<css::text::XParagraphCursor> paragraph(place->getText()->createTextCursorByRange(range),
                                                         UNO_QUERY_THROW);
  return state.recorded && all.end_at(range) && (!paragraph->isStartOfParagraph() || paragraph->isEndOfParagraph());
}

void FieldEditor::write_run(MarkRun& run, const MarkRun::Write& write, EditState& state) {
  run.write(write);
  if (run.changed_insertions()) state.insertions.reset();
}

OUString attach_with_data(const Reference<css::text::XTextDocument>& document, const OUString& title,
                          const Range& range, FieldKind kind, bool list, const Json& data) {
  std::string name;
  if (kind == FieldKind::bookmark) {
    name = citation::zotero::bookmark_stem + citation::zotero::random_suffix(12);
    change_property(document, title, name,
                    list ? citation::zotero::bibliography_value(data) : citation::zotero::item_value(data));
  } else {
    const std::string suffix = citation::zotero::random_suffix();
    name = list ? citation::zotero::bibliography_name(data, suffix) : citation::zotero::item_name(data, suffix);
  }
  attach_field(document, range, kind, list, to_office(std::string_view(name)));
  return to_office(std::string_view(name));
}

OUString FieldEditor::attach(const Range& range, FieldKind kind, bool list, const Json& data, EditState& state) {
  return attach_with_data(document(), text(context_, state.title), range, kind, list, data);
}

void FieldEditor::change_property(const std::string& stem, const std::string& value, EditState& state) {
  soat::writer::change_property(document(), text(context_, state.title), stem, value);
}

void FieldEditor::drop_data(const Field& field, EditState& state) {
  const auto bookmarks = Reference<css::text::XBookmarksSupplier>(document(), UNO_QUERY_THROW)->getBookmarks();
  const OUString stem = to_office(std::string_view(field.properties));
  for (const OUString& name : bookmarks->getElementNames()) {
    if (name.startsWith(stem)) return;
  }
  change_property(field.properties, {}, state);
}

Written FieldEditor::put(const Range& place, FieldKind kind, Json citation, const session::CitationText& text, int note,
                         EditState& state) {
  auto runs = citation::zotero::read_rtf(text.rtf);
  session::lay_links(runs, text.links);
  if (runs.empty()) {
    runs.emplace_back();
    runs.back().text = u"[?]";
  }
  if (!text.links.empty()) provide_link_look(document());
  const Range written = write_runs(place, runs);
  const Json data = session::written_citation(std::move(citation), text.rtf, utf8(written->getString()), note,
                                              session::links_record(text.links));
  return {written, attach(written, kind, false, data, state)};
}

void FieldEditor::replace_field(const Field& field, const MarkRun::Write& write, EditState& state) {
  require_open(field.place);
  MarkRun run = run_of(field, state);
  write_run(run, write, state);
  if (field.kind == FieldKind::bookmark) drop_data(field, state);
}

OUString FieldEditor::rewrite(const Field& field, Json citation, const session::CitationText& text, EditState& state) {
  OUString name;
  replace_field(
      field,
      [&](const Range& place) {
        const Written written = put(place, field.kind, std::move(citation), text, field.place.note_number, state);
        name = written.name;
        return of_mark(written, field.kind);
      },
      state);
  return name;
}

void FieldEditor::recode(const Field& field, FieldKind kind, const Json& data, EditState& state) {
  require_open(field.place);
  if (field.section && kind == field.kind && data.is_object()) {
    name_list(field.content, data);
    return;
  }
  if (field.kind == FieldKind::bookmark || field.section) {
    const Range own = extent_of(field);
    const Cursor keep = own->getText()->createTextCursorByRange(own);
    field.content->dispose();
    if (field.kind == FieldKind::bookmark) drop_data(field, state);
    if (data.is_object()) attach(Range(keep, UNO_QUERY), kind, field.is_list(), data, state);
    return;
  }
  MarkRun run = run_of(field, state);
  const auto texts = some_text(run.own_text());
  write_run(
      run,
      [&](const Range& place) {
        Written written{write_formatted(place, texts), {}};
        if (data.is_object()) written.name = attach(written.range, kind, field.is_list(), data, state);
        return of_mark(written, kind);
      },
      state);
}

}  // namespace soat::writer
