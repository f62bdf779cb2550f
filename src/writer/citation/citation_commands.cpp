// What the commands on citations do to a document.
#include <unicode/uchar.h>

#include <algorithm>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/document/XUndoAction.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/lang/XComponent.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/text/XBookmarksSupplier.hpp>
#include <com/sun/star/text/XEndnotesSupplier.hpp>
#include <com/sun/star/text/XFootnote.hpp>
#include <com/sun/star/text/XFootnotesSupplier.hpp>
#include <com/sun/star/text/XTextRangeCompare.hpp>
#include <com/sun/star/text/XTextViewCursorSupplier.hpp>
#include <cppuhelper/implbase1.hxx>
#include <future>

#include "citation/zotero/rich_text.h"
#include "text/error.h"
#include "text/utf.h"
#include "writer/border/border.h"
#include "writer/border/broadcaster.h"
#include "writer/border/strings.h"
#include "writer/border/texts.h"
#include "writer/citation/citation_document.h"
#include "writer/citation/citation_faults.h"
#include "writer/citation/mark_run.h"
#include "writer/text/document.h"
#include "writer/text/writer_text.h"

namespace soat::writer {

namespace {

using citation::zotero::Preferences;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using Cursor = Reference<css::text::XTextCursor>;

constexpr std::size_t long_document = 40;  // citations

constexpr const char* citation_schema =
    "https://github.com/citation-style-language/schema/raw/master/csl-citation.json";

std::string string_at(const Json& object, const char* key) {
  if (!object.is_object()) return {};
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

// Only marks can grow over one another.
Written of_mark(Written written, FieldKind kind) {
  if (kind != FieldKind::mark) written.name = {};
  return written;
}

// The order in which Zotero writes them.
Json ordered_properties(const Json& old) {
  Json properties = Json::object();
  for (const char* key :
       {"custom", "unsorted", "formattedCitation", "plainCitation", "dontUpdate", "noteIndex", "soat-joined"}) {
    if (old.is_object() && old.contains(key)) properties[key] = old[key];
  }
  return properties;
}

Json citation_of(const std::string& id, Json cites, bool unsorted) {
  Json properties = Json::object();
  if (unsorted) properties["unsorted"] = true;
  properties["formattedCitation"] = "";
  properties["plainCitation"] = "";
  properties["noteIndex"] = 0;
  for (Json& cite : cites) {
    if (!cite.is_object() || !cite.contains("itemData") || !cite["itemData"].is_object() || cite["itemData"].empty())
      throw Error("a source without itemData cannot be cited");
  }
  Json citation = {{"citationID", id},
                   {"properties", std::move(properties)},
                   {"citationItems", std::move(cites)},
                   {"schema", citation_schema}};
  citation::zotero::complete_items(citation);
  for (Json& cite : citation["citationItems"]) {
    // Adding a key moves the others: no reference outlives it.
    if (!cite.contains("id")) {
      Json own = cite["itemData"].contains("id") ? cite["itemData"]["id"] : cite["uris"][0];
      cite["id"] = std::move(own);
    }
    Json& data = cite["itemData"];
    if (!data.contains("id")) data["id"] = cite["id"];
    if (!data.contains("type")) data["type"] = "document";
    // Zotero's order of keys.
    Json ordered = Json::object();
    for (const char* key :
         {"id", "uris", "itemData", "locator", "label", "suppress-author", "author-only", "prefix", "suffix"}) {
      if (!cite.contains(key)) continue;
      const Json& value = cite[key];
      const bool nothing = value.is_null() || value == "" || value == false;
      if (!nothing) ordered[key] = value;
    }
    cite = std::move(ordered);
  }
  return citation;
}

// A property of the document as it was and as it is to be. Undoing a change of style brings back the style along with
// the texts, undoing a bookmark its data.
class PropertyStep final : public cppu::WeakImplHelper1<css::document::XUndoAction> {
 public:
  PropertyStep(const Reference<css::text::XTextDocument>& document, OUString title, std::string stem,
               std::string before, std::string after)
      : document_(document),
        title_(std::move(title)),
        stem_(std::move(stem)),
        before_(std::move(before)),
        after_(std::move(after)) {}

  OUString SAL_CALL getTitle() override { return title_; }
  void SAL_CALL undo() override { write(before_); }
  void SAL_CALL redo() override { write(after_); }

 private:
  void write(const std::string& value) {
    guarded("properties", [&] {
      const Reference<css::text::XTextDocument> document(document_);
      if (document.is()) write_property(document, stem_, value);
    });
  }

  css::uno::WeakReference<css::text::XTextDocument> document_;
  OUString title_;
  std::string stem_;
  std::string before_;
  std::string after_;
};

Json list_data(const DocumentScan& scan) {
  for (const Field& list : scan.lists) {
    if (list.code->data.is_object()) return list.code->data;
  }
  return {{"uncited", Json::array()}, {"omitted", Json::array()}, {"custom", Json::array()}};
}

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

}  // namespace

// --- Pieces

// Lays a new field over a range and gives its name.
OUString CitationDocument::attach(const Range& range, FieldKind kind, bool list, const Json& data) {
  std::string name;
  if (kind == FieldKind::bookmark) {
    name = "ZOTERO_BREF_" + citation::zotero::random_suffix(12);
    change_property(name, list ? citation::zotero::bibliography_value(data) : citation::zotero::item_value(data));
  } else {
    const std::string suffix = citation::zotero::random_suffix();
    name = list ? citation::zotero::bibliography_name(data, suffix) : citation::zotero::item_name(data, suffix);
  }
  attach_field(document(), range, kind, list, to_office(std::string_view(name)));
  return to_office(std::string_view(name));
}

// Writes a property of the document, so that undoing the command takes it back; an empty value removes it.
void CitationDocument::change_property(const std::string& stem, const std::string& value) {
  const std::string before = read_property(document(), stem).value_or("");
  if (before == value) return;
  write_property(document(), stem, value);
  const auto undo = Reference<css::document::XUndoManagerSupplier>(document(), UNO_QUERY_THROW)->getUndoManager();
  undo->addUndoAction(new PropertyStep(document(), text(context_, work_ ? work_->title : texts::citation_undo_refresh),
                                       stem, before, value));
}

// The data of a bookmark that is gone, unless a copy of it shares them.
void CitationDocument::drop_data(const Field& field) {
  const auto bookmarks = Reference<css::text::XBookmarksSupplier>(document(), UNO_QUERY_THROW)->getBookmarks();
  const OUString stem = to_office(std::string_view(field.properties));
  for (const OUString& name : bookmarks->getElementNames()) {
    if (name.startsWith(stem)) return;
  }
  change_property(field.properties, {});
}

// Writes a citation at a place, which must lie outside other fields.
Written CitationDocument::put(const Range& place, FieldKind kind, Json citation, const std::string& rtf, int note) {
  auto runs = citation::zotero::read_rtf(rtf);
  if (runs.empty()) {
    runs.emplace_back();
    runs.back().text = u"[?]";  // a mark on nothing cannot be found again
  }
  const Range written = write_runs(place, runs);
  Json properties = ordered_properties(citation.contains("properties") ? citation["properties"] : Json::object());
  properties["formattedCitation"] = rtf;
  properties["plainCitation"] = utf8(written->getString());
  properties["noteIndex"] = note;
  citation["properties"] = ordered_properties(properties);
  citation::zotero::complete_items(citation);
  return {written, attach(written, kind, false, citation)};
}

// Puts something else where a citation stands; `write` is given the place.
void CitationDocument::replace_field(const Field& field, const MarkRun::Write& write) {
  require_open(field.place);
  MarkRun(fields_, document(), field).write(write);
  if (field.kind == FieldKind::bookmark) drop_data(field);
}

// Gives a citation another text; `change` may change its data. What was typed beside it stays beside it.
void CitationDocument::rewrite(const Field& field, const std::string& rtf, const std::function<void(Json&)>& change,
                               OUString* name) {
  Json citation = field.code->data;
  if (change) change(citation);
  if (!citation.contains("schema")) citation["schema"] = citation_schema;
  replace_field(field, [&](const Range& place) {
    const Written written = put(place, field.kind, std::move(citation), rtf, field.place.note_number);
    if (name) *name = written.name;
    return of_mark(written, field.kind);
  });
}

// Gives a citation or a list other data or another kind of field under the same text; no field where there is no data.
void CitationDocument::recode(const Field& field, FieldKind kind, const Json& data) {
  require_open(field.place);
  if (field.kind == FieldKind::bookmark || field.section) {
    const Range anchor = field.content->getAnchor();
    const Cursor keep = anchor->getText()->createTextCursorByRange(anchor);
    field.content->dispose();
    if (field.kind == FieldKind::bookmark) drop_data(field);
    if (data.is_object()) attach(Range(keep, UNO_QUERY), kind, field.is_list(), data);
    return;
  }
  MarkRun run(fields_, document(), field);
  auto texts = run.own_text();
  if (texts.empty()) texts.push_back({"[?]", {}});
  run.write([&](const Range& place) {
    Written written{write_formatted(place, texts), {}};
    if (data.is_object()) written.name = attach(written.range, kind, field.is_list(), data);
    return of_mark(written, kind);
  });
}

// Throws where the user has protected what stands there.
void CitationDocument::require_open(const Place& place) {
  if (is_protected(place.range) || (place.note.is() && is_protected(place.in_body)))
    throw CitationFault(texts::citation_error_protected, utf8(place.range->getString()));
}

// Puts the cursor behind a citation and outside its mark; behind the note's number if it stands in a note that has been
// made for it.
void CitationDocument::show_cursor_behind(CitationWork& work, FieldKind kind, const std::shared_ptr<OUString>& name) {
  work.afterwards.emplace_back([this, kind, name] {
    const auto field = fields_.find(kind, false, *name);
    const Reference<css::frame::XModel> model(document(), UNO_QUERY_THROW);
    const Reference<css::text::XTextViewCursorSupplier> view(model->getCurrentController(), UNO_QUERY);
    if (!field || !view.is()) return;
    const Range cursor(view->getViewCursor(), UNO_QUERY_THROW);
    const bool from_text = field->place.note.is() && cursor->getText() != field->place.text;
    view->getViewCursor()->gotoRange((from_text ? field->place.in_body : field->place.range)->getEnd(), false);
  });
}

Range CitationDocument::new_note(const Range& place, NoteKind kind) {
  const Reference<css::lang::XMultiServiceFactory> factory(document(), UNO_QUERY_THROW);
  const Reference<css::text::XFootnote> note(
      factory->createInstance(kind == NoteKind::endnotes ? OUString("com.sun.star.text.Endnote")
                                                         : OUString("com.sun.star.text.Footnote")),
      UNO_QUERY_THROW);
  place->getText()->insertTextContent(place, Reference<css::text::XTextContent>(note, UNO_QUERY_THROW), false);
  return Range(Text(note, UNO_QUERY_THROW)->createTextCursor(), UNO_QUERY_THROW);
}

// Writes the preferences; the undo context is open.
void CitationDocument::store(const Preferences& preferences) {
  if (is_zoteros_in_word()) return;
  change_property("ZOTERO_PREF", citation::zotero::write_preferences(preferences));
}

// Before the first citation: what the document is to say of itself.
void CitationDocument::store_first(const Preferences& known, FieldKind kind) {
  if (has_settings() && !readable_preferences()) return;  // told by problems(), and left
  const auto stored = readable_preferences();
  Preferences wanted = stored.value_or(known);
  // A document that has become one of Word's keeps new citations in another way than before.
  if (kind == FieldKind::bookmark && wanted.pref("fieldType") == "ReferenceMark")
    wanted.set_pref("fieldType", "Bookmark");
  if (!stored || wanted.pref("fieldType") != stored->pref("fieldType")) store(wanted);
}

// Why there is no citation with this id.
std::u16string CitationDocument::missing(const std::string& id) {
  for (const OtherCitation& other : others()) {
    if (!id.empty() && other.id == id)
      return std::u16string(
          to_view(text(context_, texts::citation_error_other_program, text::to_utf16(other.program))));
  }
  return std::u16string(to_view(text(context_, texts::citation_error_gone)));
}

// The engine's form of a citation that is not in the document yet; its sources join the snapshot's.
CitationInput CitationDocument::input_of(const std::string& id, const Json& citation, CitationSnapshot& snapshot) {
  const auto code = std::make_shared<FieldCode>();
  code->kind = citation::zotero::CodeKind::item;
  code->data = citation;
  const PreparedCitation& prepared = prepare(code);
  if (!prepared.usable) throw Error("a source without itemData cannot be cited");
  CitationInput input{id, prepared.cites, prepared.unsorted, 0};
  for (const auto& [item, data] : prepared.items) snapshot.items[item] = data;
  prepared_.erase(code.get());
  return input;
}

// Steps that give citations their new texts. Without `force` only those whose text is another now.
void CitationDocument::add_changes(CitationWork& work, const DocumentScan& scan, const CitationFormatter::Texts& texts,
                                   const std::string& except, bool force, bool overwrite_edits) {
  for (std::size_t i = 0; i < scan.citations.size(); ++i) {
    const std::string& id = scan.snapshot.citations[i].id;
    const auto text = texts.find(id);
    if (text == texts.end() || id == except) continue;
    const Field& field = scan.citations[i];
    if (!force && string_at(field.code->data["properties"], "formattedCitation") == text->second) continue;
    // Asking the office for a text takes it a few milliseconds, so that is left to the step.
    work.steps.emplace_back([this, field, id, rtf = text->second, overwrite_edits](CitationWork& running) {
      const auto there = fields_.find(field.kind, field.section, field.name);
      if (!there) return;  // taken away meanwhile
      const DocumentCitation now = describe(*there, id);
      if (now.kept || (now.edited && !overwrite_edits)) {
        if (now.edited) ++running.outcome.edited;
        return;
      }
      const Json& properties = field.code->data["properties"];
      const bool same_text =
          string_at(properties, "formattedCitation") == rtf && string_at(properties, "plainCitation") == now.text;
      const bool same_data = string_at(field.code->data, "citationID") == id &&
                             (!properties.contains("noteIndex") || properties["noteIndex"] == now.note);
      if (same_text && same_data) return;
      try {
        rewrite(*there, rtf, [&](Json& citation) { citation["citationID"] = id; });
      } catch (const CitationHoldsMore&) {  // told, and no reason to leave the others
        ++running.outcome.left;
        return;
      }
      if (!same_text) ++running.outcome.changed;
    });
  }
}

// Formats all anew, then the list.
void CitationDocument::add_refresh(const Work& work, bool force, bool overwrite_edits) {
  const auto now = std::make_shared<DocumentScan>();
  const auto texts = std::make_shared<CitationFormatter::Texts>();
  CitationStage stage;
  stage.prepare = [this, now, weak = std::weak_ptr(work)] {
    *now = scan();
    if (const auto running = weak.lock()) running->outcome.left += now->others.size();
  };
  stage.compute = [now, texts, progress = work->run.progress](CitationFormatter& formatter) {
    *texts = formatter.all(now->snapshot, progress);
  };
  stage.apply = [this, now, texts, force, overwrite_edits](CitationWork& running) {
    add_changes(running, *now, *texts, {}, force, overwrite_edits);
  };
  work->stages.push_back(std::move(stage));
  add_list_stage(work, force);
}

// --- Getting ready

void CitationDocument::warm_up() {
  guarded("citations", [&] {
    const auto now = std::make_shared<CitationSnapshot>(scan().snapshot);
    worker_->post([now](CitationFormatter& formatter) { formatter.warm_up(*now); });
  });
}

// A citation that is not in the document, and the document as it would be round it.
struct CitationDocument::Previewed {
  CitationSnapshot snapshot;
  CitationInput input;
  std::size_t at = 0;

  std::string text(CitationFormatter& formatter) const {
    const auto runs = citation::zotero::read_rtf(formatter.preview(snapshot, input, at));
    return text::to_utf8(citation::zotero::plain_text(runs));
  }
};

std::shared_ptr<CitationDocument::Previewed> CitationDocument::previewed(Json cites, bool unsorted,
                                                                         const std::string& replaced) {
  DocumentScan now = scan();
  auto made = std::make_shared<Previewed>();
  std::vector<CitationInput>& others = now.snapshot.citations;
  const std::string id = "preview" + citation::zotero::random_suffix(8);
  made->input = input_of(id, citation_of(id, std::move(cites), unsorted), now.snapshot);
  const auto old = std::find_if(others.begin(), others.end(),
                                [&](const CitationInput& one) { return !replaced.empty() && one.id == replaced; });
  if (old != others.end()) {
    made->at = static_cast<std::size_t>(old - others.begin());
    made->input.note = old->note;
    others.erase(old);
  } else {
    const Range cursor = view_cursor()->getStart();
    const Place place = fields_.place_of(cursor);
    while (made->at < now.citations.size() && fields_.before(now.citations[made->at].place, place)) ++made->at;
    made->input.note = place.note_number;
    const NoteKind notes = now.settings.notes;
    if (notes != NoteKind::none && place.ordered && !place.note.is()) {
      made->input.note = number_of_new_note(document(), cursor, notes);
      for (std::size_t i = 0; i < others.size(); ++i) {
        if (now.citations[i].place.note_kind == notes && others[i].note >= made->input.note) ++others[i].note;
      }
    }
  }
  made->snapshot = std::move(now.snapshot);
  return made;
}

void CitationDocument::preview(Json cites, bool unsorted, std::string replaced,
                               std::function<void(std::string text, std::u16string error)> done) {
  const auto number = latest_preview_;
  const int mine = ++*number;
  const Context context = context_;
  const auto failed = [context](const text::Message::Argument& what) {
    return std::u16string(to_view(text(context, texts::citation_error_failed, what)));
  };
  try {
    const auto wanted = previewed(std::move(cites), unsorted, replaced);
    worker_->post([wanted, number, mine, done, context, failed](CitationFormatter& formatter) {
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
  const auto wanted = previewed(std::move(cites), false, {});
  std::promise<std::string> made;
  worker_->post([&](CitationFormatter& formatter) {
    try {
      made.set_value(wanted->text(formatter));
    } catch (...) {
      made.set_exception(std::current_exception());
    }
  });
  return made.get_future().get();
}

// --- Insert, edit, delete

void CitationDocument::insert(Insertion insertion, CitationRun run) {
  const auto work = std::make_shared<CitationWork>();
  work->run = std::move(run);
  work->title = texts::citation_undo_insert;
  guarded_command(work, [&] {
    if (!insertion.cites.is_array() || insertion.cites.empty()) throw Error("there is no source to cite");
    const bool at_view = !insertion.place.is();
    const Range wanted = at_view ? view_cursor() : insertion.place;
    const bool replaces = !at_view || insertion.replace_selection;
    const auto now = std::make_shared<DocumentScan>(scan());
    Range spot = replaces ? wanted : wanted->getEnd();

    // Not inside another citation, nor in the list.
    const Reference<css::text::XTextRangeCompare> compare(spot->getText(), UNO_QUERY_THROW);
    const auto holds = [&](const Field& field) {
      return guarded("citation place", false, [&] {
        return field.place.text == spot->getText() && compare->compareRegionStarts(field.place.range, spot) > 0 &&
               compare->compareRegionEnds(field.place.range, spot->getEnd()) < 0;
      });
    };
    for (const Field& field : now->citations) {
      if (spot->getString().isEmpty() && holds(field)) spot = field.place.range->getEnd();
    }
    for (const Field& field : now->others) {
      if (spot->getString().isEmpty() && holds(field)) spot = field.place.range->getEnd();
    }
    for (const Field& field : now->lists) {
      if (holds(field)) {
        work->outcome.error = to_view(text(context_, texts::citation_error_in_list));
        return;
      }
    }

    for (const WordField& other : word_fields_in_text()) {
      const bool inside = guarded("citation place", false, [&] {
        return other.place.text == spot->getText() && compare->compareRegionStarts(other.place.range, spot) > 0 &&
               compare->compareRegionEnds(other.place.range, spot->getEnd()) < 0;
      });
      if (inside)
        throw CitationFault(texts::citation_error_other_program,
                            std::string(citation::zotero::name_of(other.field.program)));
    }

    const Place place = fields_.place_of(spot);
    const auto next = std::partition_point(now->citations.begin(), now->citations.end(),
                                           [&](const Field& field) { return fields_.before(field.place, place); });
    const auto at = static_cast<std::size_t>(next - now->citations.begin());
    const std::string id = citation::zotero::random_suffix(8);
    const auto citation = std::make_shared<Json>(citation_of(id, std::move(insertion.cites), insertion.unsorted));
    const auto input = std::make_shared<CitationInput>(input_of(id, *citation, now->snapshot));
    for (const Json& cite : (*citation)["citationItems"])
      newest_[engine_id(cite)] = now->snapshot.items[engine_id(cite)];
    input->note = place.note_number;
    const NoteKind notes = now->settings.notes;
    const bool makes_note = notes != NoteKind::none && place.ordered && !place.note.is();
    if (makes_note) {
      input->note = number_of_new_note(document(), spot, notes);
      for (std::size_t i = 0; i < now->snapshot.citations.size(); ++i) {
        const Place& other = now->citations[i].place;
        if (other.note_kind == notes && other.note_number >= input->note) ++now->snapshot.citations[i].note;
      }
    }
    work->outcome.id = id;

    const Cursor target = spot->getText()->createTextCursorByRange(spot);
    const auto texts = std::make_shared<CitationFormatter::Texts>();
    const auto name = std::make_shared<OUString>();
    const auto put_in = [=, this, lead = std::move(insertion.lead)](CitationWork& running) {
      running.steps.emplace_back([=, this, rtf = (*texts)[id]](CitationWork& inner) {
        require_open(fields_.place_of(Range(target, UNO_QUERY)));
        store_first(now->preferences, now->settings.fields);
        if (!target->isCollapsed()) target->setString(OUString());
        MarkRun(fields_, document(), Range(target, UNO_QUERY)).write([&](const Range& free) {
          const Cursor behind = free->getText()->createTextCursorByRange(free);
          if (!lead.empty() && !makes_note) {
            behind->setString(to_office(lead));
            behind->collapseToEnd();
          }
          const Range where = makes_note ? new_note(Range(behind, UNO_QUERY), notes) : Range(behind, UNO_QUERY);
          const Written written = put(where, now->settings.fields, *citation, rtf, input->note);
          *name = written.name;
          // The cursor has been pushed behind the note's number.
          return makes_note ? Written{Range(behind, UNO_QUERY), {}} : of_mark(written, now->settings.fields);
        });
        ++inner.outcome.changed;
        if (at_view) show_cursor_behind(inner, now->settings.fields, name);
      });
    };
    // In a long document what an insertion changes elsewhere may take a second to be worked out; its own text does not.
    const bool ahead = work->run.way == CitationWay::background && now->citations.size() > long_document;
    if (ahead) {
      CitationStage first;
      first.compute = [now, input, at, texts, id](CitationFormatter& formatter) {
        (*texts)[id] = formatter.preview(now->snapshot, *input, at);
      };
      first.apply = put_in;
      work->stages.push_back(std::move(first));
    }
    CitationStage stage;
    const auto early = std::make_shared<std::string>();
    stage.compute = [now, input, at, texts, early, id](CitationFormatter& formatter) {
      *early = (*texts)[id];
      *texts = formatter.insert(now->snapshot, *input, at);
    };
    stage.apply = [=, this](CitationWork& running) {
      if (!ahead) {
        put_in(running);
      } else if (*early != (*texts)[id]) {
        running.steps.emplace_back([this, name, kind = now->settings.fields, rtf = (*texts)[id]](CitationWork&) {
          if (const auto field = fields_.find(kind, false, *name)) rewrite(*field, rtf, {}, name.get());
        });
      }
      add_changes(running, *now, *texts, id, false, false);
    };
    work->stages.push_back(std::move(stage));
    if (!now->lists.empty()) add_list_stage(work, false);
  });
}

void CitationDocument::replace(std::string id, Json cites, bool unsorted, CitationRun run) {
  const auto work = std::make_shared<CitationWork>();
  work->run = std::move(run);
  work->title = texts::citation_undo_edit;
  guarded_command(work, [&] {
    if (!cites.is_array() || cites.empty()) throw Error("there is no source to cite");
    const auto now = std::make_shared<DocumentScan>(scan());
    std::size_t at = 0;
    while (at < now->snapshot.citations.size() && now->snapshot.citations[at].id != id) ++at;
    if (at == now->snapshot.citations.size()) {
      work->outcome.error = missing(id);
      return;
    }
    const Field field = now->citations[at];
    const auto citation = std::make_shared<Json>(citation_of(id, std::move(cites), unsorted));
    auto rest = std::make_shared<CitationSnapshot>(now->snapshot);
    const int note = rest->citations[at].note;
    rest->citations.erase(rest->citations.begin() + static_cast<std::ptrdiff_t>(at));
    const auto input = std::make_shared<CitationInput>(input_of(id, *citation, *rest));
    for (const Json& cite : (*citation)["citationItems"]) newest_[engine_id(cite)] = rest->items[engine_id(cite)];
    input->note = note;
    work->outcome.id = id;
    const auto texts = std::make_shared<CitationFormatter::Texts>();
    CitationStage stage;
    stage.compute = [rest, input, at, texts](CitationFormatter& formatter) {
      *texts = formatter.insert(*rest, *input, at);
    };
    stage.apply = [this, now, texts, id, citation, field](CitationWork& running) {
      running.steps.emplace_back([=, this](CitationWork& inner) {
        const auto there = fields_.find(field.kind, false, field.name);
        if (!there) throw CitationFault(texts::citation_error_gone);
        const auto name = std::make_shared<OUString>();
        rewrite(
            *there, (*texts)[id], [&](Json& data) { data = *citation; }, name.get());
        ++inner.outcome.changed;
        show_cursor_behind(inner, field.kind, name);
      });
      add_changes(running, *now, *texts, id, false, false);
    };
    work->stages.push_back(std::move(stage));
    if (!now->lists.empty()) add_list_stage(work, false);
  });
}

void CitationDocument::remove(std::string id, CitationRun run) {
  const auto work = std::make_shared<CitationWork>();
  work->run = std::move(run);
  work->title = texts::citation_undo_delete;
  guarded_command(work, [&] {
    const auto now = std::make_shared<DocumentScan>(scan());
    std::size_t at = 0;
    while (at < now->snapshot.citations.size() && now->snapshot.citations[at].id != id) ++at;
    if (at == now->snapshot.citations.size()) {
      work->outcome.error = missing(id);
      return;
    }
    const Field field = now->citations[at];
    const bool fills_note = field.place.note.is() && field.place.range->getString() == field.place.text->getString();
    now->citations.erase(now->citations.begin() + static_cast<std::ptrdiff_t>(at));
    now->snapshot.citations.erase(now->snapshot.citations.begin() + static_cast<std::ptrdiff_t>(at));
    if (fills_note) {
      for (std::size_t i = 0; i < now->citations.size(); ++i) {
        const Place& other = now->citations[i].place;
        if (other.note_kind == field.place.note_kind && other.note_number > field.place.note_number)
          --now->snapshot.citations[i].note;
      }
    }
    const auto texts = std::make_shared<CitationFormatter::Texts>();
    CitationStage stage;
    stage.compute = [now, texts](CitationFormatter& formatter) { *texts = formatter.removed(now->snapshot); };
    stage.apply = [this, now, texts, field, fills_note](CitationWork& running) {
      running.steps.emplace_back([=, this](CitationWork& inner) {
        const auto there = fields_.find(field.kind, false, field.name);
        if (!there) return;
        if (fills_note) {
          require_open(there->place);
          if (field.kind == FieldKind::bookmark) {
            field.content->dispose();
            drop_data(field);
          }
          Reference<css::lang::XComponent>(field.place.note, UNO_QUERY_THROW)->dispose();
        } else {
          replace_field(*there, [](const Range& place) { return Written{place, {}}; });
        }
        ++inner.outcome.changed;
      });
      add_changes(running, *now, *texts, {}, false, false);
    };
    work->stages.push_back(std::move(stage));
    if (!now->lists.empty()) add_list_stage(work, false);
  });
}

// --- The whole document

void CitationDocument::refresh(bool overwrite_edits, CitationRun run) {
  const auto work = std::make_shared<CitationWork>();
  work->run = std::move(run);
  guarded_command(work, [&] { add_refresh(work, true, overwrite_edits); });
}

void CitationDocument::keep_edit(std::string id, CitationRun run) {
  const auto work = std::make_shared<CitationWork>();
  work->run = std::move(run);
  work->title = texts::citation_undo_keep;
  guarded_command(work, [&] {
    CitationStage stage;
    stage.apply = [this, id](CitationWork& running) {
      const DocumentScan now = scan();
      for (std::size_t i = 0; i < now.citations.size(); ++i) {
        if (now.snapshot.citations[i].id != id) continue;
        Json data = now.citations[i].code->data;
        data["properties"]["dontUpdate"] = true;
        Json properties = ordered_properties(data["properties"]);
        data["properties"] = std::move(properties);
        data["citationID"] = id;
        running.steps.emplace_back([this, field = now.citations[i], data](CitationWork& inner) {
          const auto there = fields_.find(field.kind, field.section, field.name);
          if (!there) throw CitationFault(texts::citation_error_gone);
          recode(*there, field.kind, data);
          ++inner.outcome.changed;
        });
        return;
      }
      running.outcome.error = missing(id);
    };
    work->stages.push_back(std::move(stage));
  });
}

void CitationDocument::update_item(DocumentItem item, CitationRun run) {
  const auto work = std::make_shared<CitationWork>();
  work->run = std::move(run);
  work->title = texts::citation_undo_source;
  guarded_command(work, [&] {
    if (item.uris.empty() || !item.data.is_object()) throw Error("a source needs uris and data");
    const std::string wanted = engine_id({{"uris", item.uris}});
    CitationStage stage;
    stage.apply = [this, wanted, item](CitationWork& running) {
      const DocumentScan now = scan();
      for (const Field& field : now.citations) {
        Json data = field.code->data;
        bool cited = false;
        for (Json& cite : data["citationItems"]) {
          if (engine_id(cite) != wanted) continue;
          const Json id = cite["itemData"].contains("id") ? cite["itemData"]["id"] : Json(wanted);
          cite["itemData"] = item.data;
          cite["itemData"]["id"] = id;
          cited = true;
        }
        if (!cited) continue;
        running.steps.emplace_back([this, field, data](CitationWork&) {
          if (const auto there = fields_.find(field.kind, false, field.name)) recode(*there, field.kind, data);
        });
      }
    };
    work->stages.push_back(std::move(stage));
    add_refresh(work, true, false);
  });
}

void CitationDocument::unlink(CitationRun run) {
  const auto work = std::make_shared<CitationWork>();
  work->run = std::move(run);
  work->title = texts::citation_undo_unlink;
  guarded_command(work, [&] {
    CitationStage stage;
    stage.apply = [this](CitationWork& running) {
      const DocumentScan now = scan();
      for (const auto* fields : {&now.citations, &now.lists}) {
        for (const Field& field : *fields) {
          running.steps.emplace_back([this, field](CitationWork& inner) {
            const auto there = fields_.find(field.kind, field.section, field.name);
            if (!there) return;
            recode(*there, field.kind, nullptr);
            ++inner.outcome.changed;
          });
        }
      }
      running.outcome.left += now.others.size();
    };
    work->stages.push_back(std::move(stage));
  });
}

void CitationDocument::add_conversion(CitationWork& work, const DocumentScan& scan, FieldKind to) {
  for (const auto* fields : {&scan.citations, &scan.lists}) {
    for (const Field& field : *fields) {
      if (field.kind == to || !field.code->data.is_object()) continue;
      work.steps.emplace_back([this, field, to](CitationWork& inner) {
        const auto there = fields_.find(field.kind, field.section, field.name);
        if (!there) return;
        recode(*there, to, field.code->data);
        ++inner.outcome.changed;
      });
    }
  }
  work.outcome.left += scan.others.size();
}

void CitationDocument::convert(FieldKind to, CitationRun run) {
  const auto work = std::make_shared<CitationWork>();
  work->run = std::move(run);
  work->title = texts::citation_undo_convert;
  guarded_command(work, [&] {
    CitationStage stage;
    stage.apply = [this, to](CitationWork& running) {
      const DocumentScan now = scan();
      add_conversion(running, now, to);
      running.steps.emplace_back([this, to](CitationWork&) {
        Preferences changed = preferences();
        changed.set_pref("fieldType", to == FieldKind::bookmark ? "Bookmark" : "ReferenceMark");
        store(changed);
      });
    };
    work->stages.push_back(std::move(stage));
  });
}

// --- Style

namespace {

// Blanks belong before a citation in the text, but not before a note's number.
void take_blank_before(const Range& place) {
  const Cursor cursor = place->getText()->createTextCursorByRange(place->getStart());
  if (cursor->goLeft(1, true) && cursor->getString() == " ") cursor->setString(OUString());
}

bool wants_blank_before(const Range& place) {
  const Cursor cursor = place->getText()->createTextCursorByRange(place->getStart());
  if (!cursor->goLeft(1, true)) return false;
  const OUString before = cursor->getString();
  if (before.getLength() != 1) return false;
  const char16_t unit = to_view(before).front();
  return std::u16string_view(u" \t\n\r\u00a0([{\u201c\u2018\u00ab").find(unit) == std::u16string_view::npos;
}

// Kept with a citation in a note that stood in the text with no blank before it, so that it goes back as it came.
constexpr const char* joined_key = "soat-joined";

void set_joined(Json& data, bool joined) {
  Json properties = data.contains("properties") && data["properties"].is_object() ? data["properties"] : Json::object();
  properties.erase(joined_key);
  if (joined) properties[joined_key] = true;
  data["properties"] = std::move(properties);
}

bool is_joined(const Json& data) {
  const auto properties = data.find("properties");
  return properties != data.end() && properties->is_object() && properties->contains(joined_key) &&
         (*properties)[joined_key] == true;
}

// What stands in a note besides these citations.
std::u16string words_beside(const OUString& note, const std::vector<OUString>& citations) {
  std::u16string rest(to_view(note));
  for (const OUString& citation : citations) {
    const auto at = rest.find(to_view(citation));
    if (at != std::u16string::npos) rest.erase(at, static_cast<std::size_t>(citation.getLength()));
  }
  return rest;
}

bool has_words(std::u16string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (u_isalnum(static_cast<UChar32>(text::next_code_point(text, i)))) return true;
  }
  return false;
}

}  // namespace

// From the text, or from a note of the other kind, into a note of its own.
void CitationDocument::move_to_note(const Field& field, NoteKind to) {
  require_open(field.place);
  Json data = field.code->data;
  MarkRun run(fields_, document(), field);
  auto texts = run.own_text();
  if (texts.empty()) texts.push_back({"[?]", {}});
  run.write([&](const Range& place) {
    set_joined(data, wants_blank_before(place));
    take_blank_before(place);
    const Cursor at = place->getText()->createTextCursorByRange(place);
    const Range inside = new_note(Range(at, UNO_QUERY), to);
    attach(write_formatted(inside, texts), field.kind, false, data);
    return Written{Range(at, UNO_QUERY), {}};  // the cursor has been pushed behind the note's number
  });
  if (field.kind == FieldKind::bookmark) drop_data(field);
}

// All citations of a note, which holds nothing else, into the text or into notes of the other kind.
void CitationDocument::move_out_of_note(const std::vector<Field>& fields, NoteKind to) {
  const Place& note = fields.front().place;
  require_open(note);
  struct Taken {
    const Field* field;
    std::vector<FormattedText> texts;
  };
  std::vector<Taken> taken;
  for (const Field& field : fields) taken.push_back({&field, MarkRun(fields_, document(), field).own_text()});
  const Cursor before = note.in_body->getText()->createTextCursorByRange(note.in_body->getStart());
  for (const Field& field : fields) {
    if (field.kind != FieldKind::bookmark) continue;
    field.content->dispose();
    drop_data(field);
  }
  Reference<css::lang::XComponent>(note.note, UNO_QUERY_THROW)->dispose();
  Range place(before, UNO_QUERY);
  for (const Taken& one : taken) {
    const Json& data = one.field->code->data;
    const FieldKind kind = one.field->kind;
    MarkRun(fields_, document(), place->getEnd()).write([&](const Range& spot) {
      const Cursor at = spot->getText()->createTextCursorByRange(spot);
      if (to != NoteKind::none) {
        attach(write_formatted(new_note(Range(at, UNO_QUERY), to), one.texts), kind, false, data);
        place = Range(at, UNO_QUERY);
        return Written{place, {}};
      }
      if (!is_joined(data) && wants_blank_before(Range(at, UNO_QUERY))) {
        at->setString(" ");
        at->collapseToEnd();
      }
      Json moved = data;
      set_joined(moved, false);
      Written written{write_formatted(Range(at, UNO_QUERY), one.texts), {}};
      written.name = attach(written.range, kind, false, moved);
      place = written.range;
      return of_mark(written, kind);
    });
  }
}

// Steps that bring citations from the text into notes, or the other way, or into notes of the other kind. They keep
// their text; formatting anew comes after. A note with other words keeps its citations.
void CitationDocument::add_moves(CitationWork& work, const DocumentScan& scan, NoteKind to) {
  std::vector<std::vector<Field>> notes;  // by note, in document order
  std::map<const void*, std::size_t> known;
  const auto current = [this](const Field& field) { return fields_.find(field.kind, field.section, field.name); };
  for (const Field& field : scan.citations) {
    if (field.place.note_kind == to || !field.place.ordered) continue;
    if (!field.place.note.is()) {
      work.steps.emplace_back([this, field, to, current](CitationWork& inner) {
        const auto there = current(field);
        if (!there) return;
        move_to_note(*there, to);
        ++inner.outcome.changed;
      });
      continue;
    }
    const auto [at, fresh] = known.emplace(field.place.note.get(), notes.size());
    if (fresh) notes.emplace_back();
    notes[at->second].push_back(field);
  }
  for (const std::vector<Field>& fields : notes) {
    const OUString all = fields.front().place.text->getString();
    std::vector<OUString> texts;
    for (const Field& field : fields) {
      const OUString shown = field.place.range->getString();
      const std::string plain = string_at(field.code->data["properties"], "plainCitation");
      // What the office took into a mark though it was typed beside it is not the citation's.
      const bool grown = !plain.empty() && utf8(shown).find(plain) != std::string::npos;
      texts.push_back(grown ? to_office(std::string_view(plain)) : shown);
    }
    if (has_words(words_beside(all, texts))) {
      work.outcome.left += fields.size();
      continue;
    }
    work.steps.emplace_back([this, fields, to, current](CitationWork& inner) {
      std::vector<Field> there;
      for (const Field& field : fields) {
        if (auto now = current(field)) there.push_back(std::move(*now));
      }
      if (there.empty()) return;
      move_out_of_note(there, to);
      inner.outcome.changed += there.size();
    });
  }
}

void CitationDocument::set_settings(CitationSettings settings, CitationRun run) {
  const auto work = std::make_shared<CitationWork>();
  work->run = std::move(run);
  work->title = texts::citation_undo_style;
  guarded_command(work, [&] {
    if (is_zoteros_in_word()) throw CitationFault(texts::citation_error_zotero_style);
    // First of all: can the style be used? Nothing has been changed yet.
    CitationStage check;
    const auto info = std::make_shared<citation::StyleInfo>();
    check.compute = [info, setup = setup_of(settings)](CitationFormatter& formatter) { *info = formatter.open(setup); };
    check.apply = [this, settings, info](CitationWork& running) {
      const DocumentScan now = scan();
      running.steps.emplace_back([this, settings, info](CitationWork&) {
        Preferences changed = preferences();
        if (changed.style != settings.style) changed.bibliography_style_set = false;
        changed.style = settings.style;
        changed.locale = settings.locale;
        changed.has_bibliography = info->has_bibliography;
        changed.set_pref("fieldType", settings.fields == FieldKind::bookmark ? "Bookmark" : "ReferenceMark");
        changed.set_pref("noteType", settings.notes == NoteKind::none        ? ""
                                     : settings.notes == NoteKind::footnotes ? "1"
                                                                             : "2");
        changed.set_pref("soat-headings", settings.headings ? "yes" : "no");
        changed.set_pref("soat-order", settings.vietnamese_order ? "vi" : "style");
        store(changed);
      });
      add_moves(running, now, settings.notes);
    };
    work->stages.push_back(std::move(check));
    CitationStage fields;
    fields.apply = [this, to = settings.fields](CitationWork& running) { add_conversion(running, scan(), to); };
    work->stages.push_back(std::move(fields));
    add_refresh(work, true, false);
  });
}

// --- The list

void CitationDocument::set_lists(BibliographyLists lists, CitationRun run) {
  const auto work = std::make_shared<CitationWork>();
  work->run = std::move(run);
  work->title = texts::citation_undo_list;
  guarded_command(work, [&] {
    CitationStage stage;
    stage.apply = [this, lists](CitationWork& running) {
      const DocumentScan now = scan();
      if (now.lists.empty()) {
        running.outcome.error = to_view(text(context_, texts::citation_error_no_list));
        running.stages.clear();
        return;
      }
      Json data = list_data(now);
      data["uncited"] = Json::array();
      data["omitted"] = Json::array();
      Json own = Json::array();
      for (const DocumentItem& item : lists.uncited) {
        Json holder = {{"citationItems", Json::array({{{"uris", item.uris}, {"itemData", item.data}}})}};
        citation::zotero::complete_items(holder);
        const Json& cite = holder["citationItems"][0];
        data["uncited"].push_back(cite["uris"]);
        own.push_back(cite);
      }
      for (const auto& uris : lists.omitted) data["omitted"].push_back(uris);
      running.steps.emplace_back([this, data, own, field = now.lists.front()](CitationWork& inner) {
        require_open(field.place);
        change_property("SOAT_UNCITED",
                        own.empty() ? std::string() : own.dump(-1, ' ', false, Json::error_handler_t::replace));
        if (field.section) {
          // A section can be renamed.
          Reference<css::container::XNamed>(field.content, UNO_QUERY_THROW)
              ->setName(to_office(
                  std::string_view(citation::zotero::bibliography_name(data, citation::zotero::random_suffix()))));
        } else {
          recode(field, field.kind, data);
        }
        ++inner.outcome.changed;
      });
    };
    work->stages.push_back(std::move(stage));
    add_list_stage(work, false);
  });
}

void CitationDocument::forget_lost_list() {
  for (const std::string& lost : lost_lists(document())) write_property(document(), lost, {});
}

void CitationDocument::insert_bibliography(bool beside_another, CitationRun run) {
  const auto work = std::make_shared<CitationWork>();
  work->run = std::move(run);
  work->title = texts::citation_undo_list;
  guarded_command(work, [&] {
    const DocumentScan now = scan();
    if (!now.lists.empty()) {
      add_refresh(work, true, false);
      return;
    }
    if (!beside_another) {
      for (const WordField& other : word_fields()) {
        if (other.field.list)
          throw CitationFault(texts::citation_error_other_list, citation::zotero::name_of(other.field.program));
      }
    }
    const Cursor target = view_cursor()->getText()->createTextCursorByRange(view_cursor()->getEnd());
    if (!fields_.place_of(Range(target, UNO_QUERY)).ordered ||
        Reference<css::text::XFootnote>(target->getText(), UNO_QUERY).is()) {
      work->outcome.error = to_view(text(context_, texts::citation_error_list_place));
      return;
    }
    const auto info = std::make_shared<citation::StyleInfo>();
    CitationStage stage;
    stage.compute = [info, setup = now.snapshot.setup](CitationFormatter& formatter) { *info = formatter.open(setup); };
    stage.apply = [this, info, target, kind = now.settings.fields](CitationWork& running) {
      if (!info->has_bibliography) {
        running.outcome.error = to_view(text(context_, texts::citation_error_style_without_list));
        running.stages.clear();
        return;
      }
      running.steps.emplace_back([this, target, kind](CitationWork&) {
        Preferences changed = preferences();
        changed.has_bibliography = true;
        store(changed);
        for (const std::string& lost : lost_lists(document())) change_property(lost, {});
        place_list(target, kind);
      });
    };
    work->stages.push_back(std::move(stage));
    add_list_stage(work, true);
  });
}

}  // namespace soat::writer
