#pragma once

#include <atomic>
#include <com/sun/star/text/XTextCursor.hpp>
#include <com/sun/star/text/XTextDocument.hpp>
#include <cppuhelper/weakref.hxx>
#include <deque>
#include <exception>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "writer/border/texts.h"
#include "writer/citation/citation_worker.h"
#include "writer/citation/document_citations.h"
#include "writer/citation/document_fields.h"
#include "writer/citation/mark_run.h"
#include "writer/citation/word_fields.h"

namespace soat::writer {

// What the engine needs of one citation, made once from its code.
struct PreparedCitation {
  std::shared_ptr<const FieldCode> code;  // keeps its address from being used again
  std::shared_ptr<const nlohmann::json> cites;
  std::vector<std::pair<std::string, ItemData>> items;  // by the engine's id
  bool usable = false;                                  // all its sources have data
  bool unsorted = false;
};

// A document's citations as they are at one moment.
struct DocumentScan {
  citation::zotero::Preferences preferences;
  CitationSettings settings;
  std::vector<Field> citations;  // those the engine can format; as snapshot.citations
  std::vector<Field> others;     // damaged, or without data
  std::vector<Field> lists;
  CitationSnapshot snapshot;
};

// A command under way.
struct CitationWork;

struct CitationStage {
  std::function<void()> prepare;                    // main thread; may be empty
  std::function<void(CitationFormatter&)> compute;  // worker's thread; may be empty
  std::function<void(CitationWork&)> apply;         // main thread: adds steps; may be empty
};

struct CitationWork {
  CitationRun run;
  text::MessageId<0> title = texts::citation_undo_refresh;  // of the undo step
  std::deque<CitationStage> stages;
  std::deque<std::function<void(CitationWork&)>> steps;  // small pieces of work on the document
  std::vector<std::function<void()>> afterwards;         // when the view may be touched again
  CitationOutcome outcome;
  bool opened = false;         // the undo context
  bool touched = false;        // the document
  std::exception_ptr failure;  // of the first step that failed
};

class CitationDocument final : public DocumentCitations {
 public:
  CitationDocument(const Context& context, const css::uno::Reference<css::text::XTextDocument>& document);
  ~CitationDocument() override;

  CitationSettings settings() override;
  bool has_settings() override;
  std::vector<DocumentCitation> citations() override;
  std::vector<DocumentItem> items() override;
  std::optional<DocumentCitation> at_cursor() override;
  bool has_bibliography() override;
  BibliographyLists lists() override;
  std::vector<CitationProblem> problems() override;
  std::vector<OtherCitation> others() override;
  std::u16string first_word_on_others() override;

  void warm_up() override;
  void preview(Json cites, bool unsorted, std::string replaced,
               std::function<void(std::string text, std::u16string error)> done) override;
  std::string preview_now(Json cites) override;

  void insert(Insertion insertion, CitationRun run) override;
  void replace(std::string id, Json cites, bool unsorted, CitationRun run) override;
  void remove(std::string id, CitationRun run) override;
  void insert_bibliography(bool beside_another, CitationRun run) override;
  void forget_lost_list() override;
  void set_lists(BibliographyLists lists, CitationRun run) override;
  void set_settings(CitationSettings settings, CitationRun run) override;
  void refresh(bool overwrite_edits, CitationRun run) override;
  void keep_edit(std::string id, CitationRun run) override;
  void update_item(DocumentItem item, CitationRun run) override;
  void unlink(CitationRun run) override;
  void convert(FieldKind to, CitationRun run) override;

  bool busy() const override { return work_ != nullptr; }
  void cancel() override;

  // The document is closed: nothing of it is touched any more.
  void close();

 private:
  using Work = std::shared_ptr<CitationWork>;
  using Document = css::uno::Reference<css::text::XTextDocument>;

  // Reading
  Document document() const;  // throws when it is closed
  std::optional<citation::zotero::Preferences> stored_preferences();
  std::optional<citation::zotero::Preferences> readable_preferences();
  citation::zotero::Preferences preferences();
  CitationSettings settings_of(const citation::zotero::Preferences& preferences) const;
  FormatterSetup setup_of(const CitationSettings& settings) const;
  const PreparedCitation& prepare(const std::shared_ptr<const FieldCode>& code);
  std::string engine_id(const Json& cite);
  DocumentScan scan();
  DocumentCitation describe(const Field& field, const std::string& id) const;
  std::vector<WordField> word_fields();
  std::vector<WordField> word_fields_in_text();
  bool is_zoteros_in_word();  // the preferences are those of Zotero for Word
  std::vector<std::u16string> other_programs();
  std::vector<std::pair<std::string, std::size_t>> lost_copies(const DocumentScan& scan);
  std::u16string missing(const std::string& id);
  Json own_items();  // data of sources that are listed though not cited
  Range view_cursor() const;

  // Running (citation_work.cpp)
  void start(const Work& work);
  void next_stage(const Work& work);
  void computed(const Work& work);
  void slice(const Work& work);
  void run_steps(const Work& work, bool all);
  void open(const Work& work);
  void finish(const Work& work);
  void finish_context(const Work& work);
  void fail(const Work& work, std::exception_ptr error);
  void take_back(const Work& work);
  void guarded_command(const Work& work, const std::function<void()>& action);
  void refuse(const CitationRun& run, const text::Message& reason);

  // Commands (citation_commands.cpp, citation_list.cpp)
  struct Previewed;
  std::shared_ptr<Previewed> previewed(Json cites, bool unsorted, const std::string& replaced);
  CitationInput input_of(const std::string& id, const Json& citation, CitationSnapshot& snapshot);
  void add_changes(CitationWork& work, const DocumentScan& scan, const CitationFormatter::Texts& texts,
                   const std::string& except, bool force, bool overwrite_edits);
  void add_refresh(const Work& work, bool force, bool overwrite_edits);
  void add_list_stage(const Work& work, bool force);
  void add_conversion(CitationWork& work, const DocumentScan& scan, FieldKind to);
  void add_moves(CitationWork& work, const DocumentScan& scan, NoteKind to);
  void place_list(const css::uno::Reference<css::text::XTextCursor>& target, FieldKind kind);
  void write_list(CitationWork& work, const Field& field, const citation::Bibliography& list, bool force);
  void keep_own_entries(const Json& data, citation::Bibliography& list);
  void style_list(const citation::Bibliography& list);
  Written put(const Range& place, FieldKind kind, Json citation, const std::string& rtf, int note);
  void replace_field(const Field& field, const MarkRun::Write& write);
  void rewrite(const Field& field, const std::string& rtf, const std::function<void(Json&)>& change,
               OUString* name = nullptr);
  void recode(const Field& field, FieldKind kind, const Json& data);
  Range new_note(const Range& place, NoteKind kind);
  void move_to_note(const Field& field, NoteKind to);
  void move_out_of_note(const std::vector<Field>& fields, NoteKind to);
  void show_cursor_behind(CitationWork& work, FieldKind kind, const std::shared_ptr<OUString>& name);
  static void require_open(const Place& place);
  OUString attach(const Range& range, FieldKind kind, bool list, const Json& data);
  void change_property(const std::string& stem, const std::string& value);
  void drop_data(const Field& field);
  void store_first(const citation::zotero::Preferences& known, FieldKind kind);
  void store(const citation::zotero::Preferences& preferences);

  Context context_;
  css::uno::WeakReference<css::text::XTextDocument> document_;
  DocumentFields fields_;
  std::map<const FieldCode*, PreparedCitation> prepared_;
  std::map<std::string, std::string> uri_ids_;      // the engine's id of a source by each of its URIs
  std::map<std::string, ItemData> newest_;          // sources whose data was put in or changed here
  std::optional<std::vector<WordField>> controls_;  // read from the file once
  bool told_of_others_ = false;
  std::optional<bool> has_word_fields_;        // when they were first looked for: they come with the file
  std::map<OUString, std::string> other_ids_;  // of fields that carry the id of another one
  std::vector<std::filesystem::path> style_folders_;
  std::vector<std::filesystem::path> locale_folders_;
  Work work_;
  bool closed_ = false;
  std::shared_ptr<std::atomic<int>> latest_preview_ = std::make_shared<std::atomic<int>>(0);
  std::unique_ptr<CitationWorker> worker_;  // last: its thread ends first
};

}  // namespace soat::writer
