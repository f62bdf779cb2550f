#pragma once

#include <atomic>
#include <com/sun/star/text/XTextDocument.hpp>
#include <cppuhelper/weakref.hxx>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <rtl/ref.hxx>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "citation/session/commands.h"
#include "citation/session/document_model.h"
#include "writer/citation/command_runner.h"
#include "writer/citation/document_citations.h"
#include "writer/citation/field_order.h"
#include "writer/citation/field_reader.h"
#include "writer/citation/field_writer.h"
#include "writer/citation/word_fields.h"
#include "writer/proofing/document_watch.h"

namespace soat::writer {

// Reads what stands in a document for the session, and has the runner do what the session says.
class CitationDocument final : public DocumentCitations {
 public:
  CitationDocument(const Context& context, const css::uno::Reference<css::text::XTextDocument>& document);
  ~CitationDocument() override;

  void watch() override;
  void settle() override;

  CitationSettings settings() override;
  bool has_settings() override;
  std::vector<DocumentCitation> citations() override;
  std::vector<DocumentItem> items() override;
  std::optional<DocumentCitation> at_cursor() override;
  std::optional<BesideCursor> beside_cursor() override;
  std::optional<BesideCursor> beside(const Range& place) override;
  bool has_bibliography() override;
  bool pending() override;
  bool in_comment() override;
  BibliographyLists lists() override;
  std::vector<CitationProblem> problems() override;
  std::vector<OtherCitation> others() override;
  std::u16string first_word_on_others() override;
  void note_told_of_others() override { told_of_others_ = true; }

  CopiedCitations selected() override;
  void copy_done() override;
  void take_copies(const CopiedCitations& copied) override;
  void pasted(const CopiedCitations& copied) override;

  void expect_file(bool comes) override;

  void warm_up() override;
  void preview(Json cites, bool unsorted, std::string replaced,
               std::function<void(std::string text, std::u16string error)> done) override;
  std::string preview_now(Json cites) override;
  void entry(Json item, std::function<void(std::string rtf, std::u16string error)> done) override;

  void insert(Insertion insertion, CitationRun run) override;
  void replace(std::string id, Json cites, bool unsorted, Range takes, CitationRun run) override;
  void remove(std::string id, CitationRun run) override;
  void insert_bibliography(bool beside_another, ListTitle title, CitationRun run) override;
  void insert_part_list(CitationRun run) override;
  void forget_lost_list() override;
  void set_lists(BibliographyLists lists, CitationRun run) override;
  void set_settings(CitationSettings settings, CitationRun run) override;
  void refresh(bool overwrite_edits, CitationRun run) override;
  void keep_edit(std::string id, CitationRun run) override;
  void update_item(DocumentItem item, CitationRun run) override;
  void unlink(CitationRun run) override;
  void convert(FieldKind to, CitationRun run) override;
  void take_over(CitationRun run) override;

  bool busy() const override { return runner_.busy(); }
  void cancel() override { runner_.cancel(); }

  // The document is closed: nothing of it is touched any more.
  void close();
  // The office ends: no thread of this is left.
  void end() { runner_.end(); }

 private:
  using Document = css::uno::Reference<css::text::XTextDocument>;
  using Scan = std::shared_ptr<const DocumentScan>;
  using Prepare = std::function<CommandRunner::Prepared()>;

  Document document() const;  // throws when it is closed

  // Reading
  std::optional<citation::zotero::Preferences> stored_preferences();
  std::optional<citation::zotero::Preferences> readable_preferences();
  Scan scan();
  DocumentCitation describe(const DocumentScan& all, std::size_t citation) const;
  Range view_cursor() const;  // throws a Fault where it stands in a comment
  // The first citation of which that is true; what the question throws is logged, and no answer.
  std::optional<DocumentCitation> first_citation(const std::function<bool(const Field&)>& is_wanted);
  std::vector<std::pair<std::string, std::size_t>> lost_copies(const DocumentScan& scan);

  // Citations that come and go (citation_watch.cpp)
  void command_ended(bool silent);
  void tell_of_broken_style(const text::Message::Argument& reason);
  void show_pending();  // or that nothing waits any more
  void check_pending();
  void look_for_changes(CitationWay way);
  void know(std::vector<OUString> names, unsigned steps);
  bool may_have_moved();
  void know_ids();
  void get_ready();
  void await_pause();
  void look_for_moves();
  void follow_moves();

  // Copies (pasted_citations.cpp)
  void drop_copies();
  void take_left_copies();
  void note_bookmarks(const std::vector<Field>& inside, CopiedCitations& copied);
  void in_paste_step(const std::function<void(const OUString& title)>& action);
  FieldKind kind_of_new() { return is_of_word_without_marks() ? FieldKind::bookmark : settings().fields; }
  bool is_of_word_without_marks();
  void take_lists_along(const CopiedCitations& copied, const css::uno::Reference<css::text::XTextCursor>& pasted,
                        const std::vector<Field>& fields);

  // Files that are put in (inserted_files.cpp)
  void expect_nothing();
  void note_file(const std::vector<OUString>& names);
  void name_dead_lists(const std::vector<OUString>& sections);

  // Other programs (citation_others.cpp)
  std::vector<WordField> word_fields();
  std::vector<WordField> word_marks();
  std::vector<WordField> fields_with_text();  // of which text could become part
  std::vector<WordField> supplied_fields();   // word_fields, with what the user's library knows of their sources
  bool is_zoteros_in_word();                  // the preferences are those of Zotero for Word
  std::vector<std::u16string> other_programs();

  // Commands (citation_commands.cpp)
  void start(CitationRun run, const Prepare& prepare);
  // A command on the whole document.
  void start(CitationRun run, const std::function<citation::session::Command()>& make);
  citation::session::InsertionPoint point_at(const DocumentScan& all, const Range& spot);
  Range free_place(const DocumentScan& all, Range spot);
  void require_citation(const DocumentScan& all, const std::string& id);
  void require_list_place(const DocumentScan& all, const css::uno::Reference<css::text::XTextCursor>& place);
  citation::session::Preview previewed(Json cites, bool unsorted, const std::string& replaced);

  Context context_;
  css::uno::WeakReference<css::text::XTextDocument> document_;
  bool closed_ = false;
  FieldReader fields_;
  citation::session::Session session_;
  std::optional<std::vector<WordField>> controls_;  // read from the file once
  bool took_over_ = false;
  bool told_of_others_ = false;
  std::optional<bool> has_word_fields_;  // when they were first looked for: they come with the file
  std::shared_ptr<std::atomic<int>> latest_preview_ = std::make_shared<std::atomic<int>>(0);
  rtl::Reference<DocumentWatch> watch_;  // null until watching begins
  std::vector<OUString> known_;          // names of the fields when a command or an undo step last ended
  std::vector<std::string> ids_;         // of the citations, likewise, where updates are delayed
  std::set<OUString> list_places_;       // FieldReader's, as they were before anything came that has not been looked at
  bool file_expected_ = false;           // the office was asked to put one in
  // What a file brought that has not been dealt with yet: names of its fields that may be lists.
  std::optional<std::set<std::string>> from_file_;
  bool looked_while_working_ = false;  // for changes, while a command worked
  unsigned steps_ = 0;                 // the watch's, when all was last as it should be
  unsigned follows_since_ = 0;         // the same, when a silent command began
  int follows_ = 0;                    // for moves that there may have been, one after another
  unsigned edits_ = 0;                 // that the watch has told of
  bool awaits_pause_ = false;          // between them
  bool is_ready_ = false;              // the engine knows the citations, or is learning them
  bool waits_ = false;                 // what is pending would change something, as far as is known
  std::vector<css::uno::Reference<css::text::XTextContent>> copy_marks_;  // bookmarks there while something is copied
  std::atomic<bool> is_copying_ = false;                                  // bookmarks of a copy may be there
  FieldOrder order_;  // when the user last paused after a command or an undo step; unknown until then
  FieldWriter writer_;
  CommandRunner runner_;  // last: its thread ends first
};

}  // namespace soat::writer
