// The commands that make, choose and forget lists of sources, and the settings that these and the notes go by.
#include <map>
#include <utility>

#include "citation/session/citation_data.h"
#include "citation/session/commands.h"
#include "citation/session/faults.h"
#include "citation/session/rounds.h"
#include "citation/session/settings.h"
#include "citation/zotero/codec.h"
#include "texts/texts.h"

namespace soat::citation::session {
namespace {

// Brings citations from the text into notes, or the other way, or into notes of the other kind. They keep their text;
// formatting anew comes after.
void add_moves(const DocumentModel& model, NoteKind to, FieldEdits& edits) {
  std::vector<MoveOutOfNote> notes;  // in document order
  std::map<std::pair<NoteKind, int>, std::size_t> known;
  for (const std::size_t i : model.citations) {
    const StoredField& field = model.stored.fields[i];
    if (field.note_kind == to || !field.ordered) continue;
    if (field.note_kind == NoteKind::none) {
      edits.emplace_back(MoveToNote{i, to});
      continue;
    }
    const auto [at, fresh] = known.emplace(std::pair(field.note_kind, field.note), notes.size());
    if (fresh) notes.push_back({{}, to});
    notes[at->second].fields.push_back(i);
  }
  for (MoveOutOfNote& note : notes) edits.emplace_back(std::move(note));
}

std::u16string list_title(const Settings& settings) {
  return text::Message(texts::citation_list_title)
      .in(is_vietnamese(settings.locale) ? text::Language::vi : text::Language::en);
}

// Only what has been asked for: a list keeps what stands above it.
void add_title(const DocumentModel& model, const Settings& settings, FieldEdits& edits) {
  const bool before = model.settings.list_title.value_or(false);
  const bool after = settings.list_title.value_or(false);
  if (before == after || !model.main_list() || !model.part_of(*model.main_list()).empty()) return;
  edits.emplace_back(TitleList{*model.main_list(), after ? list_title(settings) : std::u16string()});
}

}  // namespace

Command forget_lost_lists() {
  Command command;
  command.title = texts::citation_undo_list;
  add<EditRound>(command, [](const DocumentModel& model, Tally&) {
    FieldEdits edits;
    forget_lost(model, edits);
    return edits;
  });
  return command;
}

Command change_settings(Session& session, const Settings& settings) {
  Command command;
  command.title = texts::citation_undo_style;
  // First of all: can the style be used? Nothing has been changed yet.
  add<StyleRound>(command, session.setup_of(settings),
                  [settings](const DocumentModel& model, const StyleInfo& style, Tally&) {
                    if (model.stored.of_zotero_in_word) throw Fault(texts::citation_error_zotero_style);
                    FieldEdits edits;
                    write_preferences(model, with_settings(model.preferences, settings, style.has_bibliography), edits);
                    add_title(model, settings, edits);
                    add_moves(model, settings.notes, edits);
                    return edits;
                  });
  add<ConvertRound>(command, settings.fields);
  add_refresh(command, session, true, false);
  return command;
}

Command insert_list(Session& session, ListTitle title, bool of_part) {
  Command command;
  command.title = texts::citation_undo_list;
  add<StyleRound>(command, std::nullopt, [title, of_part](const DocumentModel& model, const StyleInfo& style, Tally&) {
    if (!style.has_bibliography) throw Fault(texts::citation_error_style_without_list);
    FieldEdits edits;
    zotero::Preferences changed = model.preferences;
    changed.has_bibliography = true;
    const bool titled = !of_part && title == ListTitle::usual &&
                        model.settings.list_title.value_or(is_vietnamese(model.settings.locale));
    if (!of_part && title == ListTitle::usual) set_list_title(changed, titled);
    write_preferences(model, changed, edits);
    forget_lost(model, edits);
    edits.emplace_back(PutList{model.settings.fields, of_part ? part_list(zotero::random_suffix(8)) : empty_list(),
                               titled ? list_title(model.settings) : std::u16string()});
    return edits;
  });
  add<RefreshRound>(command, false, false, true);
  add<ListRound>(command, session, true);
  return command;
}

Command choose_listed(Session& session, const ListChoice& choice) {
  Command command;
  command.title = texts::citation_undo_list;
  add<EditRound>(command, [choice](const DocumentModel& model, Tally&) {
    if (model.lists.empty()) throw Fault(texts::citation_error_no_list);
    Json data = model.list_data().is_object() ? model.list_data() : empty_list();
    data["uncited"] = Json::array();
    data["omitted"] = Json::array();
    Json own = Json::array();
    for (const Source& source : choice.uncited) {
      Json holder = {{"citationItems", Json::array({{{"uris", source.uris}, {"itemData", source.data}}})}};
      zotero::complete_items(holder);
      const Json& cite = holder["citationItems"][0];
      data["uncited"].push_back(cite["uris"]);
      own.push_back(cite);
    }
    for (const auto& uris : choice.omitted) data["omitted"].push_back(uris);
    const std::size_t list = *model.main_list();
    FieldEdits edits;
    edits.emplace_back(WriteProperty{
        "SOAT_UNCITED", own.empty() ? std::string() : own.dump(-1, ' ', false, Json::error_handler_t::replace)});
    edits.emplace_back(RecodeField{list, model.stored.fields[list].storage, std::move(data)});
    return edits;
  });
  add_refresh(command, session, false, false);  // numbers go by the place in the list in some styles
  return command;
}

}  // namespace soat::citation::session
