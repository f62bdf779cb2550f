#include "citation/session/document_model.h"

#include <algorithm>
#include <set>
#include <utility>

#include "citation/session/citation_data.h"
#include "citation/session/cite_links.h"
#include "citation/session/settings.h"
#include "citation/session/sound_item.h"
#include "citation/zotero/json_access.h"
#include "text/error.h"
#include "texts/texts.h"

namespace soat::citation::session {
namespace {

using zotero::flag_at;
using zotero::member;
using zotero::string_at;
using zotero::uris_of;

Json list_of(const Json& uris) {
  return uris.is_array() ? uris : Json::array({uris});
}

std::vector<Json> own_cites(const std::string& property) {
  std::vector<Json> own;
  const Json items = Json::parse(property, nullptr, false);
  if (!items.is_array()) return own;
  for (const Json& cite : items) {
    if (member(cite, "itemData").is_object()) own.push_back(cite);
  }
  return own;
}

}  // namespace

std::string DocumentModel::part_of(std::size_t list) const {
  return part_of_list(stored.fields[list].code->data);
}

std::optional<std::size_t> DocumentModel::main_list() const {
  if (lists.empty()) return std::nullopt;
  const auto whole = std::ranges::find_if(lists, [&](std::size_t list) { return part_of(list).empty(); });
  return whole == lists.end() ? lists.front() : *whole;
}

const Json& DocumentModel::list_data() const {
  static const Json nothing;
  const auto list = main_list();
  if (!list) return nothing;
  const Json& data = stored.fields[*list].code->data;
  return data.is_object() ? data : nothing;
}

std::size_t DocumentModel::lists_before(std::size_t i) const {
  return static_cast<std::size_t>(std::ranges::lower_bound(lists, citations[i]) - lists.begin());
}

std::string DocumentModel::entry_of(const std::string& source, std::size_t before) const {
  if (!settings.cite_links || lists.empty() || std::ranges::find(snapshot.omitted, source) != snapshot.omitted.end())
    return {};
  for (std::size_t i = before; i < lists.size(); ++i) {
    if (const std::string part = part_of(lists[i]); !part.empty()) return entry_name(source, part);
  }
  return part_of(*main_list()).empty() ? entry_name(source, {}) : std::string();
}

bool DocumentModel::list_lost() const {
  if (lists.empty() && !stored.lost_lists.empty()) return true;
  return std::ranges::any_of(emptied, [&](std::size_t list) { return lists.empty() || part_of(list).empty(); });
}

std::vector<std::string> DocumentModel::ids() const {
  std::vector<std::string> ids;
  for (const CitationInput& citation : snapshot.citations) ids.push_back(citation.id);
  return ids;
}

std::optional<std::size_t> DocumentModel::find(const std::string& id) const {
  for (std::size_t i = 0; i < snapshot.citations.size(); ++i) {
    if (snapshot.citations[i].id == id) return i;
  }
  return std::nullopt;
}

FormatterSetup Session::setup_of(const Settings& settings) const {
  return {settings.style, settings.locale, settings.vietnamese_order, settings.full_names, settings.cite_links,
          style_folders_, locale_folders_};
}

std::string Session::engine_id(const Json& cite) {
  const std::vector<std::string> uris = uris_of(member(cite, "uris"));
  if (uris.empty()) {
    const Json& id = member(cite, "id");
    return "id:" + (id.is_string() ? id.get<std::string>() : id.dump());
  }
  std::string id = uris.front();
  for (const std::string& uri : uris) {
    if (const auto known = uri_ids_.find(uri); known != uri_ids_.end()) {
      id = known->second;
      break;
    }
  }
  for (const std::string& uri : uris) uri_ids_.emplace(uri, id);
  return id;
}

Session::Prepared Session::make(const std::shared_ptr<const FieldCode>& code) {
  Prepared made;
  made.code = code;
  made.usable = code->data.is_object();
  auto cites = std::make_shared<nlohmann::json>(nlohmann::json::array());
  for (const Json& cite : member(code->data, "citationItems")) {
    const Json& data = member(cite, "itemData");
    if (!data.is_object() || data.empty()) {
      made.usable = false;
      continue;
    }
    const std::string id = engine_id(cite);
    nlohmann::json one = {{"id", id}};
    for (const char* key : {"locator", "label", "prefix", "suffix"}) {
      const Json& value = member(cite, key);
      if (value.is_string() && !value.get_ref<const std::string&>().empty()) one[key] = value.get<std::string>();
      if (value.is_number()) one[key] = value.dump();
    }
    for (const char* key : {"suppress-author", "author-only"}) {
      if (flag_at(cite, key)) one[key] = true;
    }
    cites->push_back(std::move(one));
    made.items.emplace_back(id, std::make_shared<const nlohmann::json>(sound_item(data, id)));
  }
  if (cites->empty()) made.usable = false;
  made.cites = std::move(cites);
  made.unsorted = flag_at(member(code->data, "properties"), "unsorted");
  return made;
}

const Session::Prepared& Session::prepare(const std::shared_ptr<const FieldCode>& code) {
  const auto known = prepared_.find(code.get());
  return known != prepared_.end() ? known->second : prepared_.emplace(code.get(), make(code)).first->second;
}

void Session::read_citations(DocumentModel& model, Versions& versions) {
  std::set<std::string> ids;
  std::set<const FieldCode*> seen;
  for (std::size_t i = 0; i < model.stored.fields.size(); ++i) {
    const StoredField& field = model.stored.fields[i];
    if (field.code->kind == zotero::CodeKind::bibliography) {
      // Another program may leave a list empty, to be filled.
      const bool deleted = field.emptied && !model.stored.list_record.empty();
      (deleted ? model.emptied : model.lists).push_back(i);
      continue;
    }
    const Prepared& prepared = prepare(field.code);
    seen.insert(field.code.get());
    if (!prepared.usable) {
      model.others.push_back(i);
      continue;
    }
    CitationInput input{string_at(field.code->data, "citationID"), prepared.cites, prepared.unsorted, field.note};
    // A copy carries the id of its original. The first keeps it, others get one of their own, the same at each reading.
    if (input.id.empty() || !ids.insert(input.id).second) {
      std::string& other = other_ids_[field.name];
      while (other.empty() || ids.contains(other)) other = zotero::random_suffix(8);
      input.id = other;
      ids.insert(other);
    }
    for (const auto& [id, data] : prepared.items) versions[id].push_back(data);
    model.snapshot.citations.push_back(std::move(input));
    model.citations.push_back(i);
  }
  std::erase_if(prepared_, [&](const auto& entry) { return !seen.contains(entry.first); });
}

// The engine's ids of the sources that lists of URIs name.
std::vector<std::string> Session::ids_of(const Json& uri_lists) {
  std::vector<std::string> ids;
  for (const Json& uris : uri_lists) {
    const Json cite = {{"uris", list_of(uris)}};
    if (!uris_of(cite["uris"]).empty()) ids.push_back(engine_id(cite));
  }
  return ids;
}

// Only the first list's data counts.
void Session::read_list(DocumentModel& model) {
  if (model.lists.empty()) return;
  const Json& data = model.list_data();
  model.snapshot.uncited = ids_of(member(data, "uncited"));
  std::erase_if(model.snapshot.uncited, [&](const std::string& id) { return !model.snapshot.items.contains(id); });
  model.snapshot.omitted = ids_of(member(data, "omitted"));
}

DocumentModel Session::read(StoredDocument stored) {
  DocumentModel model;
  model.stored = std::move(stored);
  const bool words = model.stored.keeps_no_marks;
  model.preferences = model.stored.preferences ? *model.stored.preferences
                                               : fresh_preferences(words ? Storage::bookmark : Storage::mark);
  model.settings = settings_of(model.preferences, words && !model.stored.has_marks);
  model.snapshot.setup = setup_of(model.settings);
  Versions versions;
  read_citations(model, versions);
  model.own = own_cites(model.stored.uncited);
  for (const Json& cite : model.own) {
    const std::string id = engine_id(cite);
    versions[id].push_back(std::make_shared<const nlohmann::json>(sound_item(cite["itemData"], id)));
  }
  for (const auto& [id, data] : versions) {
    ItemData chosen = data.front();
    if (const auto wanted = preferred_.find(id); wanted != preferred_.end()) {
      const bool there =
          std::any_of(data.begin(), data.end(), [&](const ItemData& one) { return *one == *wanted->second; });
      if (there) chosen = wanted->second;
    }
    model.snapshot.items[id] = chosen;
    seen_.emplace(id, chosen);
  }
  read_list(model);
  return model;
}

CitationInput Session::input_of(const std::string& id, const Json& citation, Snapshot& snapshot) {
  const auto code = std::make_shared<FieldCode>();
  code->kind = zotero::CodeKind::item;
  code->data = citation;
  const Prepared prepared = make(code);
  if (!prepared.usable) throw Error(texts::error_macro_no_data);
  for (const auto& [item, data] : prepared.items) snapshot.items[item] = data;
  return {id, prepared.cites, prepared.unsorted, 0};
}

void Session::prefer(const Json& citation, const Snapshot& snapshot) {
  for (const Json& cite : citation.at("citationItems")) {
    const std::string id = engine_id(cite);
    preferred_[id] = snapshot.items.at(id);
  }
}

std::vector<Source> Session::sources(const DocumentModel& model) {
  std::map<std::string, std::size_t> index;
  std::vector<Source> sources;
  const auto add = [&](const Json& cite) -> Source& {
    const auto [at, fresh] = index.emplace(engine_id(cite), sources.size());
    if (fresh) sources.push_back({uris_of(member(cite, "uris")), member(cite, "itemData"), 0});
    return sources[at->second];
  };
  for (const std::size_t citation : model.citations) {
    for (const Json& cite : member(model.stored.fields[citation].code->data, "citationItems")) ++add(cite).cited;
  }
  for (const Json& own : model.own) add(own);
  return sources;
}

ListChoice Session::choice(const DocumentModel& model) {
  ListChoice choice;
  if (model.lists.empty()) return choice;
  const Json& data = model.list_data();
  std::map<std::string, Source> known;
  for (const Source& source : sources(model)) {
    for (const std::string& uri : source.uris) known.emplace(uri, source);
  }
  for (const Json& uris : member(data, "uncited")) {
    Source source;
    source.uris = uris_of(list_of(uris));
    if (source.uris.empty()) continue;
    if (const auto found = known.find(source.uris.front()); found != known.end()) source.data = found->second.data;
    choice.uncited.push_back(std::move(source));
  }
  for (const Json& uris : member(data, "omitted")) {
    if (auto list = uris_of(list_of(uris)); !list.empty()) choice.omitted.push_back(std::move(list));
  }
  return choice;
}

}  // namespace soat::citation::session
