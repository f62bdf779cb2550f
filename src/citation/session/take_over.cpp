#include <set>
#include <utility>

#include "citation/csl/errors.h"
#include "citation/session/citation_data.h"
#include "citation/session/commands.h"
#include "citation/session/faults.h"
#include "citation/session/rounds.h"
#include "citation/session/settings.h"
#include "citation/zotero/json_access.h"

namespace soat::citation::session {
namespace {

using zotero::member;
using zotero::string_at;

// Whether all that a citation needs lies in the document.
bool is_complete(const OtherField& other) {
  const Json& cites = member(other.citation, "citationItems");
  if (!other.there || !cites.is_array() || cites.empty()) return false;
  for (const Json& cite : cites) {
    const Json& data = member(cite, "itemData");
    if (!data.is_object() || data.empty()) return false;
  }
  return true;
}

// What of "Trần Văn Út (2003)" stays in the sentence; empty where that is not to be told.
std::string lead_of(const OtherField& other) {
  if (!other.author_in_text || other.citation.at("citationItems").size() != 1) return {};
  const auto bracket = other.text.find_last_of("([");
  return bracket == std::string::npos ? std::string() : other.text.substr(0, bracket);
}

// As we keep it. A text that its program has not put in itself was edited by hand, and stays so.
Json taken(const OtherField& other, std::set<std::string>& ids) {
  std::string id = string_at(other.citation, "citationID");
  while (id.empty() || !ids.insert(id).second) id = zotero::random_suffix(8);
  const Json& old = member(other.citation, "properties");
  Json citation = citation_of(id, other.citation.at("citationItems"), zotero::flag_at(old, "unsorted"));
  Json& properties = citation["properties"];
  for (const char* key : {"dontUpdate", "custom"}) {
    if (!member(old, key).is_null()) properties[key] = old[key];
  }
  std::string plain = string_at(old, "plainCitation");
  if (plain.empty()) plain = string_at(member(other.citation, "mendeley"), "plainTextFormattedCitation");
  const std::string lead = lead_of(other);
  if (!lead.empty()) citation["citationItems"][0]["suppress-author"] = true;
  properties["plainCitation"] = plain.empty() ? other.text.substr(lead.size()) : plain;
  return citation;
}

class TakeOverRound final : public Round {
 public:
  TakeOverRound(Session& session, std::vector<OtherField> others, std::string style)
      : session_(session), others_(std::move(others)), style_(std::move(style)) {}

  void compute(const DocumentModel& model, Formatter& formatter, const Formatter::Progress&) override {
    settings_ = model.settings;
    // That of our own citations, where there are any, is the document's.
    if (!style_.empty() && !model.stored.has_preferences) {
      settings_.style = style_;
      settings_.headings = false;
    }
    try {
      info_ = formatter.open(session_.setup_of(settings_));
    } catch (const StyleMissing& missing) {
      missing_ = missing.id();
      settings_.style = default_style;
      info_ = formatter.open(session_.setup_of(settings_));
    }
    if (!model.stored.has_preferences && info_.notes) settings_.notes = NoteKind::footnotes;
  }

  FieldEdits edits(const DocumentModel& model, Tally& tally) override {
    std::set<std::string> ids;
    for (const CitationInput& citation : model.snapshot.citations) ids.insert(citation.id);
    std::set<std::string> staying;  // programs of which a citation stays
    std::size_t citations = 0;
    for (const OtherField& other : others_) {
      if (other.list) continue;
      is_complete(other) ? static_cast<void>(++citations) : static_cast<void>(staying.insert(other.program));
    }
    if (citations == 0) throw Fault(texts::citation_error_nothing_to_take);
    FieldEdits edits;
    // Bookmarks only where the file keeps no marks: what they are called in Zotero's settings for Word is neither.
    settings_.fields = model.stored.keeps_no_marks                                       ? Storage::bookmark
                       : model.stored.has_preferences && !model.stored.of_zotero_in_word ? model.settings.fields
                                                                                         : Storage::mark;
    edits.emplace_back(WriteProperty{
        "ZOTERO_PREF", zotero::write_preferences(with_settings(model.preferences, settings_, info_.has_bibliography))});
    bool listed = !model.lists.empty() || !info_.has_bibliography;
    for (std::size_t i = 0; i < others_.size(); ++i) {
      const OtherField& other = others_[i];
      if (other.list) {
        if (!other.there || staying.contains(other.program)) continue;
        edits.emplace_back(TakeOver{i, true, listed ? Json() : empty_list(), settings_.fields, {}});
        listed = true;
      } else if (is_complete(other)) {
        edits.emplace_back(TakeOver{i, false, taken(other, ids), settings_.fields, lead_of(other)});
      } else {
        ++tally.left;
      }
    }
    tally.other_style = missing_;
    return edits;
  }

 private:
  Session& session_;
  std::vector<OtherField> others_;
  std::string style_;
  Settings settings_;
  StyleInfo info_;
  std::string missing_;
};

}  // namespace

Command take_over(Session& session, std::vector<OtherField> others, std::string style) {
  Command command;
  command.title = texts::citation_undo_take_over;
  add<TakeOverRound>(command, session, std::move(others), std::move(style));
  add<RefreshRound>(command, false, false);
  add<ListRound>(command, session, true);
  return command;
}

}  // namespace soat::citation::session
