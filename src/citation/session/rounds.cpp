#include "citation/session/rounds.h"

#include <utility>

#include "citation/session/list.h"
#include "citation/zotero/json_access.h"
#include "text/utf.h"

namespace soat::citation::session {

using zotero::member;
using zotero::string_at;

FieldEdits changed_texts(const DocumentModel& model, const Formatter::Texts& texts, const std::string& except,
                         bool force, bool overwrite_edits) {
  FieldEdits edits;
  for (std::size_t i = 0; i < model.citations.size(); ++i) {
    const std::string& id = model.snapshot.citations[i].id;
    const auto text = texts.find(id);
    if (text == texts.end() || id == except) continue;
    const Json& data = model.citation(i).code->data;
    if (!force && string_at(member(data, "properties"), "formattedCitation") == text->second) continue;
    edits.emplace_back(RewriteCitation{model.citations[i], id, text->second, std::nullopt, overwrite_edits});
  }
  return edits;
}

void write_preferences(const DocumentModel& model, const zotero::Preferences& preferences, FieldEdits& edits) {
  if (model.stored.of_zotero_in_word) return;
  edits.emplace_back(WriteProperty{"ZOTERO_PREF", zotero::write_preferences(preferences)});
}

void RefreshRound::compute(const DocumentModel& model, Formatter& formatter, const Formatter::Progress& progress) {
  texts_ = formatter.all(model.snapshot, progress);
}

FieldEdits RefreshRound::edits(const DocumentModel& model, Tally& tally) {
  if (force_) tally.left += model.others.size();  // when all is asked for
  return changed_texts(model, texts_, {}, force_, overwrite_edits_);
}

void ListRound::compute(const DocumentModel& model, Formatter& formatter, const Formatter::Progress&) {
  if (!model.lists.empty()) list_ = formatter.list(model.snapshot, model.settings.headings);
}

FieldEdits ListRound::edits(const DocumentModel& model, Tally& tally) {
  FieldEdits edits;
  if (model.lists.empty()) {
    tally.list_lost = !model.stored.lost_lists.empty();
    return edits;
  }
  keep_own_entries(
      model.stored.fields[model.lists.front()].code->data,
      [this](const Json& cite) { return session_.engine_id(cite); }, list_);
  if (!model.preferences.bibliography_style_set) {
    edits.emplace_back(FormatList{format_of(list_)});
    zotero::Preferences changed = model.preferences;
    changed.bibliography_style_set = true;
    write_preferences(model, changed, edits);
  }
  ListMemory memory;
  for (const auto& [id, data] : works_) memory.works.push_back(data);
  for (const auto& [id, data] : model.snapshot.items) {
    const auto before = works_.find(id);
    if (before == works_.end() || before->second != data) memory.works.push_back(data);
  }
  for (const std::string& heading : list_.all_headings) memory.texts.push_back(text::to_utf16(heading));
  for (const std::size_t list : model.lists) {
    if (model.stored.fields[list].code->data.is_object())
      edits.emplace_back(WriteList{list, lines_of(list_, model.settings.links), force_, memory});
  }
  return edits;
}

FieldEdits ConvertRound::edits(const DocumentModel& model, Tally&) {
  FieldEdits edits;
  for (const auto* fields : {&model.citations, &model.lists}) {
    for (const std::size_t i : *fields) {
      const StoredField& field = model.stored.fields[i];
      if (field.storage != to_ && field.code->data.is_object())
        edits.emplace_back(RecodeField{i, to_, field.code->data});
    }
  }
  return edits;
}

}  // namespace soat::citation::session
