#include "citation/session/commands.h"

#include <utility>

#include "citation/session/citation_data.h"
#include "citation/session/faults.h"
#include "citation/session/rounds.h"
#include "citation/session/settings.h"
#include "citation/zotero/json_access.h"
#include "citation/zotero/rich_text.h"
#include "text/error.h"
#include "text/utf.h"
#include "texts/texts.h"

namespace soat::citation::session {
namespace {

using zotero::member;
using Progress = Formatter::Progress;

// Numbers of the citations in notes of a kind when one note comes (1) or goes (-1).
void shift_notes(const DocumentModel& model, NoteKind kind, int from, int by, std::vector<CitationInput>& citations) {
  for (std::size_t i = 0; i < citations.size(); ++i) {
    if (model.citation(i).note_kind == kind && citations[i].note >= from) citations[i].note += by;
  }
}

Preview at_point(const DocumentModel& model, const InsertionPoint& point) {
  Preview made;
  made.snapshot = model.snapshot;
  made.at = point.at;
  return made;
}

bool makes_note(const DocumentModel& model, const InsertionPoint& point) {
  return model.settings.notes != NoteKind::none && point.ordered && point.note_kind == NoteKind::none;
}

// The document with a new citation at a point: notes behind it count on.
Preview place(Session& session, const DocumentModel& model, const InsertionPoint& point, const std::string& id,
              const Json& citation) {
  Preview made = at_point(model, point);
  made.input = session.input_of(id, citation, made.snapshot);
  made.input.note = point.note;
  if (makes_note(model, point)) {
    made.input.note = point.next_note;
    shift_notes(model, model.settings.notes, point.next_note, 1, made.snapshot.citations);
  }
  return made;
}

// The document with a citation taken out and another in its place.
Preview replace(Session& session, const DocumentModel& model, std::size_t at, const std::string& id,
                const Json& citation) {
  Preview made;
  made.snapshot = model.snapshot;
  made.at = at;
  std::vector<CitationInput>& others = made.snapshot.citations;
  const int note = others[at].note;
  others.erase(others.begin() + static_cast<std::ptrdiff_t>(at));
  made.input = session.input_of(id, citation, made.snapshot);
  made.input.note = note;
  return made;
}

// What is written before the first citation of a document.
void write_first_preferences(const DocumentModel& model, FieldEdits& edits) {
  const bool stored = model.stored.preferences.has_value();
  if (model.stored.has_preferences && !stored) return;  // they cannot be read, and are left
  zotero::Preferences wanted = model.preferences;
  // A document that has become one of Word's keeps new citations in another way than before.
  const bool changed = model.settings.fields == Storage::bookmark && wanted.pref("fieldType") == "ReferenceMark";
  if (changed) set_storage(wanted, Storage::bookmark);
  if (!stored || changed) write_preferences(model, wanted, edits);
}

// What the rounds of an insertion share.
struct Inserted {
  Preview with;
  PutCitation put;
  std::string id;
  std::size_t lists_before = 0;
  bool there = false;  // already in the document
};

FieldEdits put_in(const DocumentModel& model, Inserted& inserted, CitationText text) {
  FieldEdits edits;
  write_first_preferences(model, edits);
  inserted.put.rtf = std::move(text.rtf);
  inserted.put.links = std::move(text.links);
  inserted.there = true;
  edits.emplace_back(inserted.put);
  return edits;
}

void note_delay(const DocumentModel& model, FieldEdits& edits) {
  if (model.settings.delayed && !model.stored.pending) edits.emplace_back(WriteProperty{pending_property, "yes"});
}

// What a command has changed may have others read otherwise, where there are any; `own`: so many of the model's are
// its.
void note_delay_of_others(const DocumentModel& model, std::size_t own, FieldEdits& edits) {
  if (model.citations.size() > own || !model.lists.empty()) note_delay(model, edits);
}

// Only the citation's own text.
class AheadRound final : public Round {
 public:
  explicit AheadRound(std::shared_ptr<Inserted> inserted) : inserted_(std::move(inserted)) {}
  bool keeps_model() const override { return true; }
  void compute(const DocumentModel&, Formatter& formatter, const Progress&) override {
    rtf_ = formatter.preview(inserted_->with.snapshot, inserted_->with.input, inserted_->with.at);
  }
  FieldEdits edits(const DocumentModel& model, Tally&) override {
    FieldEdits edits = put_in(model, *inserted_, linked(model, rtf_, inserted_->lists_before));
    note_delay_of_others(model, 0, edits);
    return edits;
  }

 private:
  std::shared_ptr<Inserted> inserted_;
  std::string rtf_;
};

class InsertRound final : public Round {
 public:
  explicit InsertRound(std::shared_ptr<Inserted> inserted) : inserted_(std::move(inserted)) {}
  bool keeps_model() const override { return true; }
  void compute(const DocumentModel&, Formatter& formatter, const Progress&) override {
    texts_ = formatter.insert(inserted_->with.snapshot, inserted_->with.input, inserted_->with.at);
  }
  FieldEdits edits(const DocumentModel& model, Tally&) override {
    CitationText text = linked(model, texts_[inserted_->id], inserted_->lists_before);
    FieldEdits edits;
    if (!inserted_->there) {
      edits = put_in(model, *inserted_, std::move(text));
    } else if (text.rtf != inserted_->put.rtf || text.links != inserted_->put.links) {
      edits.emplace_back(RewritePut{std::move(text)});
    }
    for (FieldEdit& change : changed_texts(model, texts_, inserted_->id, false, false))
      edits.push_back(std::move(change));
    return edits;
  }

 private:
  std::shared_ptr<Inserted> inserted_;
  Formatter::Texts texts_;
};

class ReplaceRound final : public Round {
 public:
  ReplaceRound(Preview with, Json citation, std::size_t field, bool clears_place)
      : with_(std::move(with)), citation_(std::move(citation)), field_(field), clears_place_(clears_place) {}
  bool keeps_model() const override { return true; }
  void compute(const DocumentModel& model, Formatter& formatter, const Progress&) override {
    if (model.settings.delayed) {
      texts_[with_.input.id] = formatter.preview(with_.snapshot, with_.input, with_.at);
    } else {
      texts_ = formatter.insert(with_.snapshot, with_.input, with_.at);
    }
  }
  FieldEdits edits(const DocumentModel& model, Tally&) override {
    const std::string& id = with_.input.id;
    FieldEdits edits;
    if (clears_place_) edits.emplace_back(ClearPlace{});
    CitationText text = linked(model, texts_[id], model.lists_before(with_.at));
    edits.emplace_back(RewriteCitation{field_, id, std::move(text.rtf), citation_, true, std::move(text.links)});
    for (FieldEdit& change : changed_texts(model, texts_, id, false, false)) edits.push_back(std::move(change));
    note_delay_of_others(model, 1, edits);
    return edits;
  }

 private:
  Preview with_;
  Json citation_;
  std::size_t field_;
  bool clears_place_;
  Formatter::Texts texts_;
};

// Takes back the note that updates wait where they would change nothing.
class PendingRound final : public Round {
 public:
  explicit PendingRound(Session& session) : session_(session) {}
  void compute(const DocumentModel& model, Formatter& formatter, const Progress& progress) override {
    texts_ = formatter.all(model.snapshot, progress);
    if (!model.lists.empty()) list_ = formatter.list(model.snapshot, model.settings.headings);
  }
  FieldEdits edits(const DocumentModel& model, Tally&) override {
    FieldEdits edits;
    if (model.stored.pending && !is_waited_for(session_, model, texts_, std::move(list_)))
      edits.emplace_back(WriteProperty{pending_property, {}});
    return edits;
  }

 private:
  Session& session_;
  Formatter::Texts texts_;
  Bibliography list_;
};

class RemoveRound final : public Round {
 public:
  RemoveRound(Snapshot rest, std::string id, RemoveCitation edit)
      : rest_(std::move(rest)), id_(std::move(id)), edit_(edit) {}
  bool keeps_model() const override { return true; }
  void compute(const DocumentModel& model, Formatter& formatter, const Progress&) override {
    if (!model.settings.delayed) texts_ = formatter.removed(rest_);
  }
  FieldEdits edits(const DocumentModel& model, Tally&) override {
    FieldEdits edits{edit_};
    note_delay_of_others(model, 1, edits);
    for (FieldEdit& change : changed_texts(model, texts_, id_, false, false)) edits.push_back(std::move(change));
    return edits;
  }

 private:
  Snapshot rest_;
  std::string id_;
  RemoveCitation edit_;
  Formatter::Texts texts_;
};

// The list follows, where there is one and updates are not delayed.
void add_list(Command& command, Session& session, const DocumentModel& model) {
  if (!model.lists.empty() && !model.settings.delayed) add<ListRound>(command, session, false);
}

std::size_t required(const DocumentModel& model, const std::string& id) {
  const auto at = model.find(id);
  if (!at) throw Fault(texts::citation_error_gone);
  return *at;
}

}  // namespace

Command insert(Session& session, const DocumentModel& model, const InsertionPoint& point, NewCitation wanted,
               bool ahead) {
  Command command;
  command.title = texts::citation_undo_insert;
  command.id = zotero::random_suffix(8);
  const auto inserted = std::make_shared<Inserted>();
  inserted->id = command.id;
  inserted->lists_before = point.lists;
  PutCitation& put = inserted->put;
  put.citation = citation_of(command.id, std::move(wanted.cites), wanted.unsorted);
  inserted->with = place(session, model, point, command.id, put.citation);
  session.prefer(put.citation, inserted->with.snapshot);
  put.storage = model.settings.fields;
  put.note = inserted->with.input.note;
  put.new_note = makes_note(model, point) ? model.settings.notes : NoteKind::none;
  put.lead = std::move(wanted.lead);
  const bool delayed = model.settings.delayed;
  if (ahead || delayed) add<AheadRound>(command, inserted);
  if (!delayed) add<InsertRound>(command, inserted);
  add_list(command, session, model);
  return command;
}

Command edit(Session& session, const DocumentModel& model, const std::string& id, NewCitation wanted) {
  Command command;
  command.title = texts::citation_undo_edit;
  command.id = id;
  const std::size_t at = required(model, id);
  Json citation = citation_of(id, std::move(wanted.cites), wanted.unsorted);
  Preview with = replace(session, model, at, id, citation);
  session.prefer(citation, with.snapshot);
  add<ReplaceRound>(command, std::move(with), std::move(citation), model.citations[at], wanted.takes_place);
  add_list(command, session, model);
  return command;
}

Command remove(Session& session, const DocumentModel& model, const std::string& id, bool with_note) {
  Command command;
  command.title = texts::citation_undo_delete;
  const std::size_t at = required(model, id);
  const StoredField& field = model.citation(at);
  Snapshot rest = model.snapshot;
  if (with_note) shift_notes(model, field.note_kind, field.note + 1, -1, rest.citations);
  rest.citations.erase(rest.citations.begin() + static_cast<std::ptrdiff_t>(at));
  add<RemoveRound>(command, std::move(rest), id, RemoveCitation{model.citations[at], with_note});
  add_list(command, session, model);
  return command;
}

Command refresh(Session& session, bool overwrite_edits) {
  Command command;
  add_refresh(command, session, true, overwrite_edits);
  return command;
}

Command follow(Session& session) {
  Command command;
  add_refresh(command, session, false, false);
  return command;
}

Command put_off(std::vector<std::string> known) {
  Command command;
  add<EditRound>(command, [known = std::move(known)](const DocumentModel& model, Tally&) {
    FieldEdits edits;
    if (model.ids() != known && (!model.citations.empty() || !model.lists.empty())) note_delay(model, edits);
    return edits;
  });
  return command;
}

Command check_pending(Session& session) {
  Command command;
  add<PendingRound>(command, session);
  return command;
}

Command keep_edit(const std::string& id) {
  Command command;
  command.title = texts::citation_undo_keep;
  add<EditRound>(command, [id](const DocumentModel& model, Tally&) {
    const std::size_t at = required(model, id);
    const StoredField& field = model.citation(at);
    RecodeField edit{model.citations[at], field.storage, kept_citation(field.code->data, id)};
    edit.must = true;
    return FieldEdits{std::move(edit)};
  });
  return command;
}

Command update_source(Session& session, const Source& source) {
  if (source.uris.empty() || !source.data.is_object()) throw Error(texts::error_macro_no_uris);
  Command command;
  command.title = texts::citation_undo_source;
  const std::string wanted = session.engine_id({{"uris", source.uris}});
  add<EditRound>(command, [&session, wanted, data = source.data](const DocumentModel& model, Tally&) {
    FieldEdits edits;
    for (const std::size_t i : model.citations) {
      const StoredField& field = model.stored.fields[i];
      Json changed =
          with_source(field.code->data, data, [&](const Json& cite) { return session.engine_id(cite) == wanted; });
      if (changed.is_null()) continue;
      RecodeField edit{i, field.storage, std::move(changed)};
      edit.counted = false;  // formatting anew counts it if its text is another one
      edits.emplace_back(std::move(edit));
    }
    return edits;
  });
  add_refresh(command, session, true, false);
  return command;
}

Command unlink() {
  Command command;
  command.title = texts::citation_undo_unlink;
  add<EditRound>(command, [](const DocumentModel& model, Tally& tally) {
    FieldEdits edits;
    for (const auto* fields : {&model.citations, &model.lists}) {
      for (const std::size_t i : *fields) edits.emplace_back(RecodeField{i, model.stored.fields[i].storage, nullptr});
    }
    forget_lost(model, edits);
    tally.left += model.others.size();
    return edits;
  });
  return command;
}

Command convert(Storage to) {
  Command command;
  command.title = texts::citation_undo_convert;
  add<EditRound>(command, [to](const DocumentModel& model, Tally& tally) {
    FieldEdits edits = ConvertRound(to).edits(model, tally);
    tally.left += model.others.size();
    zotero::Preferences changed = model.preferences;
    set_storage(changed, to);
    write_preferences(model, changed, edits);
    return edits;
  });
  return command;
}

std::string Preview::text(Formatter& formatter) const {
  return text::to_utf8(zotero::plain_text(zotero::read_rtf(formatter.preview(snapshot, input, at))));
}

Preview preview_at(Session& session, const DocumentModel& model, const InsertionPoint& point, NewCitation wanted) {
  const std::string id = "preview" + zotero::random_suffix(8);
  return place(session, model, point, id, citation_of(id, std::move(wanted.cites), wanted.unsorted));
}

std::optional<Preview> preview_of(Session& session, const DocumentModel& model, const std::string& replaced,
                                  NewCitation wanted) {
  const auto at = model.find(replaced);
  if (!at) return std::nullopt;
  const std::string id = "preview" + zotero::random_suffix(8);
  return replace(session, model, *at, id, citation_of(id, std::move(wanted.cites), wanted.unsorted));
}

}  // namespace soat::citation::session
