#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "citation/session/formatter.h"
#include "citation/session/types.h"
#include "citation/zotero/codec.h"

namespace soat::citation::session {

// What a field's name or property says, read once.
struct FieldCode {
  zotero::CodeKind kind = zotero::CodeKind::temporary;
  Json data;  // a citation in today's form, or the data of a list; null where it is damaged
};

// A citation or a list as it stands in a document.
struct StoredField {
  Storage storage = Storage::mark;
  std::string name;  // of the mark, bookmark or section; only marks that a file has brought share one (from_file.h)
  std::shared_ptr<const FieldCode> code;
  NoteKind note_kind = NoteKind::none;
  int note = 0;          // number of the note that it stands in, from 1; 0 in no note
  bool ordered = true;   // in the body, its tables or its notes; not in a frame or a header
  bool emptied = false;  // a list without text
};

// All that a surface tells of a document.
struct StoredDocument {
  std::optional<zotero::Preferences> preferences;  // none where there are none or they cannot be read
  bool has_preferences = false;                    // also such as cannot be read
  bool keeps_no_marks = false;                     // its format is one of Word's
  bool has_marks = false;                          // reference marks of citations
  bool of_zotero_in_word = false;                  // the preferences are those of Zotero for Word: never written
  std::vector<StoredField> fields;                 // in document order
  std::string uncited;                             // what SOAT_UNCITED says
  bool pending = false;                            // numbers and the list wait for a refresh (SOAT_PENDING)
  std::string list_record;                         // what SOAT_LIST says
  std::vector<std::string> lost_lists;             // properties with the data of lists whose place is gone
};

// A document's citations as they are at one moment. Fields are named by their place in `stored.fields`.
struct DocumentModel {
  StoredDocument stored;
  zotero::Preferences preferences;  // those stored, or fresh ones
  Settings settings;
  std::vector<std::size_t> citations;  // those that the engine can format; as snapshot.citations
  std::vector<std::size_t> others;     // damaged, or without data
  std::vector<std::size_t> lists;
  std::vector<std::size_t> emptied;  // lists whose lines the user has deleted: they stay away
  Snapshot snapshot;
  std::vector<Json> own;  // cites of works that are listed though not cited

  const StoredField& citation(std::size_t i) const { return stored.fields[citations[i]]; }
  // Which part of the document a list holds the works of; empty: it holds all.
  std::string part_of(std::size_t list) const;
  // The list of all works; where there is none the first one; nothing where there is no list.
  std::optional<std::size_t> main_list() const;
  // Whether the list that the document had is gone, as far as there is anything that tells of it.
  bool list_lost() const;
  const Json& list_data() const;  // of that list; null where there is none or it is damaged
  // So many of the lists stand before the citation.
  std::size_t lists_before(std::size_t i) const;
  // The name (cite_links.h) of the entry to which a citation of the source leads behind so many lists; empty where it
  // leads nowhere. In a part with a list of its own that is the one there.
  std::string entry_of(const std::string& source, std::size_t before) const;
  std::vector<std::string> ids() const;  // of the citations
  // The place in `citations` of the one with this id; nothing where there is none.
  std::optional<std::size_t> find(const std::string& id) const;
};

// What is known of one document from one reading to the next: which URIs name one source, ids of copies, what the
// engine is given of a citation, made once. One thread.
class Session {
 public:
  // Folders of styles and CSL locales, in the order in which they are searched.
  Session(std::vector<std::filesystem::path> styles, std::vector<std::filesystem::path> locales)
      : style_folders_(std::move(styles)), locale_folders_(std::move(locales)) {}

  DocumentModel read(StoredDocument stored);

  FormatterSetup setup_of(const Settings& settings) const;

  // The engine's id of a cite's source. Two cites are of one source when they share a URI; without any, when their ids
  // are the same.
  std::string engine_id(const Json& cite);

  // The engine's form of a citation that is not in the document yet; its sources join the snapshot's. Throws
  // soat::Error when one has no data.
  CitationInput input_of(const std::string& id, const Json& citation, Snapshot& snapshot);

  // Every source that was in the document at a reading, by the engine's id, as it was first: what was written of it may
  // still stand in the list.
  const std::map<std::string, ItemData>& seen() const { return seen_; }

  // From now on these data of the citation's sources count, where citations of one source hold several.
  void prefer(const Json& citation, const Snapshot& snapshot);

  std::vector<Source> sources(const DocumentModel& model);
  ListChoice choice(const DocumentModel& model);

 private:
  // What the engine needs of one citation, made once from its code.
  struct Prepared {
    std::shared_ptr<const FieldCode> code;  // keeps its address from being used again
    std::shared_ptr<const nlohmann::json> cites;
    std::vector<std::pair<std::string, ItemData>> items;  // by the engine's id
    bool usable = false;                                  // all its sources have data
    bool unsorted = false;
  };
  using Versions = std::map<std::string, std::vector<ItemData>>;

  Prepared make(const std::shared_ptr<const FieldCode>& code);
  const Prepared& prepare(const std::shared_ptr<const FieldCode>& code);
  void read_citations(DocumentModel& model, Versions& versions);
  void read_list(DocumentModel& model);
  std::vector<std::string> ids_of(const Json& uri_lists);

  std::vector<std::filesystem::path> style_folders_;
  std::vector<std::filesystem::path> locale_folders_;
  std::map<const FieldCode*, Prepared> prepared_;
  std::map<std::string, std::string> uri_ids_;  // the engine's id of a source by each of its URIs
  std::map<std::string, ItemData> preferred_;   // sources whose data was put in or changed here
  std::map<std::string, ItemData> seen_;
  std::map<std::string, std::string> other_ids_;  // of fields, by name, that carry the id of another one
};

}  // namespace soat::citation::session
