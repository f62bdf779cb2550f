#include "citation/session/from_file.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <memory>
#include <utility>

#include "citation/session/citation_data.h"
#include "citation/zotero/codec.h"
#include "citation/zotero/json_access.h"

namespace soat::citation::session {
namespace {

void add_recoding(const StoredField& field, std::size_t i, Json data, FieldEdits& edits) {
  RecodeField edit{i, field.storage, std::move(data)};
  edit.counted = false;
  edits.emplace_back(std::move(edit));
}

void part_copies(const DocumentModel& model, FieldEdits& edits) {
  std::map<std::string, std::size_t> first;  // of the fields, by name
  std::set<std::string> parted;
  for (std::size_t i = 0; i < model.citations.size(); ++i) {
    const StoredField& field = model.citation(i);
    const std::size_t twin = first.emplace(field.name, model.citations[i]).first->second;
    const std::string& id = model.snapshot.citations[i].id;
    if (zotero::string_at(field.code->data, "citationID") == id) continue;
    // While the first of them has the name, an office finds no other.
    if (twin != model.citations[i] && parted.insert(field.name).second)
      add_recoding(field, twin, model.stored.fields[twin].code->data, edits);
    Json data = field.code->data;
    data["citationID"] = id;
    add_recoding(field, model.citations[i], std::move(data), edits);
  }
}

void join_lists(const DocumentModel& model, const std::set<std::string>& brought, FieldEdits& edits) {
  const auto is_old = [&](std::size_t list) { return !brought.contains(model.stored.fields[list].name); };
  std::set<std::string> parts;  // "": that the document has a list of all
  for (const std::size_t list : model.lists) {
    if (is_old(list)) parts.insert(model.part_of(list));
  }
  for (const std::size_t list : model.lists) {
    const StoredField& field = model.stored.fields[list];
    if (is_old(list) || !field.code->data.is_object()) continue;
    const std::string part = model.part_of(list);
    if (parts.insert(part).second) continue;
    if (part.empty()) {
      edits.emplace_back(RemoveList{list});
    } else {
      add_recoding(field, list, part_list(zotero::random_suffix(8)), edits);
    }
  }
}

class FileRound final : public Round {
 public:
  explicit FileRound(std::set<std::string> brought) : brought_(std::move(brought)) {}
  bool computes() const override { return false; }
  FieldEdits edits(const DocumentModel& model, Tally&) override {
    FieldEdits edits;
    part_copies(model, edits);
    join_lists(model, brought_, edits);
    return edits;
  }

 private:
  std::set<std::string> brought_;
};

}  // namespace

void take_from_file(Command& command, std::set<std::string> brought) {
  command.rounds.push_front(std::make_unique<FileRound>(std::move(brought)));
}

}  // namespace soat::citation::session
