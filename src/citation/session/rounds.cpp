#include "citation/session/rounds.h"

#include <algorithm>
#include <set>
#include <utility>

#include "citation/session/citation_data.h"
#include "citation/session/list.h"
#include "citation/zotero/json_access.h"
#include "text/utf.h"

namespace soat::citation::session {

using zotero::member;
using zotero::string_at;

CitationText linked(const DocumentModel& model, const std::string& text, std::size_t lists_before) {
  return link_cites(text, [&](const std::string& source) { return model.entry_of(source, lists_before); });
}

FieldEdits changed_texts(const DocumentModel& model, const Formatter::Texts& texts, const std::string& except,
                         bool force, bool overwrite_edits) {
  FieldEdits edits;
  for (std::size_t i = 0; i < model.citations.size(); ++i) {
    const std::string& id = model.snapshot.citations[i].id;
    const auto text = texts.find(id);
    if (text == texts.end() || id == except) continue;
    const Json& data = model.citation(i).code->data;
    CitationText made = linked(model, text->second, model.lists_before(i));
    if (!force && string_at(member(data, "properties"), "formattedCitation") == made.rtf &&
        links_of(data) == links_record(made.links))
      continue;
    edits.emplace_back(RewriteCitation{model.citations[i], id, std::move(made.rtf), std::nullopt, overwrite_edits,
                                       std::move(made.links)});
  }
  return edits;
}

void write_preferences(const DocumentModel& model, const zotero::Preferences& preferences, FieldEdits& edits) {
  if (model.stored.of_zotero_in_word) return;
  edits.emplace_back(WriteProperty{"ZOTERO_PREF", zotero::write_preferences(preferences)});
}

void RefreshRound::compute(const DocumentModel& model, Formatter& formatter, const Formatter::Progress& progress) {
  if (if_needed_ && !model.settings.cite_links && !model.stored.pending) return;
  texts_ = formatter.all(model.snapshot, progress);
  is_done_ = true;
}

FieldEdits RefreshRound::edits(const DocumentModel& model, Tally& tally) {
  if (force_) tally.left += model.others.size();  // when all is asked for
  FieldEdits edits = changed_texts(model, texts_, {}, force_, overwrite_edits_);
  if (is_done_ && model.stored.pending) edits.emplace_back(WriteProperty{pending_property, {}});
  return edits;
}

namespace {

// The works cited in the part that ends with the list, one of the model's.
std::set<std::string> works_of_part(const DocumentModel& model, std::size_t list) {
  std::size_t first = list;  // of the lists that end no part before
  while (first > 0 && model.part_of(model.lists[first - 1]).empty()) --first;
  std::set<std::string> works;
  for (std::size_t i = 0; i < model.citations.size(); ++i) {
    const std::size_t before = model.lists_before(i);
    if (before < first || before > list) continue;
    for (const auto& cite : *model.snapshot.citations[i].cites) works.insert(cite.at("id").get<std::string>());
  }
  return works;
}

}  // namespace

bool is_waited_for(Session& session, const DocumentModel& model, const Formatter::Texts& texts, Bibliography list) {
  if (!changed_texts(model, texts, {}, false, false).empty()) return true;
  if (model.lists.empty()) return false;
  // A citation that has come to stand in another part says the same there.
  if (std::ranges::any_of(model.lists, [&](std::size_t one) { return !model.part_of(one).empty(); })) return true;
  keep_own_entries(
      model.list_data(), [&](const Json& cite) { return session.engine_id(cite); }, list);
  return list_record(lines_of(list, model.settings.links)) != model.stored.list_record;
}

void ListRound::compute(const DocumentModel& model, Formatter& formatter, const Formatter::Progress&) {
  if (!model.lists.empty()) list_ = formatter.list(model.snapshot, model.settings.headings);
}

FieldEdits ListRound::edits(const DocumentModel& model, Tally& tally) {
  FieldEdits edits;
  tally.list_lost = model.list_lost();
  if (model.lists.empty()) return edits;
  keep_own_entries(
      model.list_data(), [this](const Json& cite) { return session_.engine_id(cite); }, list_);
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
  const std::string record = list_record(lines_of(list_, model.settings.links));
  for (std::size_t i = 0; i < model.lists.size(); ++i) {
    const std::size_t list = model.lists[i];
    if (!model.stored.fields[list].code->data.is_object()) continue;
    const std::string part = model.part_of(list);
    std::vector<ListLine> lines =
        lines_of(part.empty() ? list_ : only(list_, works_of_part(model, i)), model.settings.links);
    if (model.settings.cite_links) {
      for (ListLine& line : lines) {
        if (!line.item.empty()) line.name = entry_name(line.item, part);
      }
    }
    edits.emplace_back(WriteList{list, std::move(lines), force_, memory, record, part});
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

void forget_lost(const DocumentModel& model, FieldEdits& edits) {
  for (const std::string& lost : model.stored.lost_lists) edits.emplace_back(WriteProperty{lost, {}});
  for (const std::size_t i : model.emptied) {
    RecodeField edit{i, model.stored.fields[i].storage, nullptr};
    edit.counted = false;
    edits.emplace_back(std::move(edit));
  }
}

}  // namespace soat::citation::session
