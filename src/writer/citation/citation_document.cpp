#include "writer/citation/citation_document.h"

#include <algorithm>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/text/XBookmarksSupplier.hpp>
#include <com/sun/star/text/XEndnotesSupplier.hpp>
#include <com/sun/star/text/XFootnotesSupplier.hpp>
#include <com/sun/star/text/XTextRangeCompare.hpp>
#include <com/sun/star/text/XTextViewCursorSupplier.hpp>
#include <cppuhelper/implbase1.hxx>
#include <mutex>
#include <string_view>

#include "citation/session/edits.h"
#include "citation/session/faults.h"
#include "citation/session/settings.h"
#include "citation/zotero/field_review.h"
#include "citation/zotero/json_access.h"
#include "citation/zotero/lost_copies.h"
#include "text/error.h"
#include "text/utf.h"
#include "writer/border/border.h"
#include "writer/border/ending.h"
#include "writer/border/strings.h"
#include "writer/border/texts.h"
#include "writer/border/waiting_views.h"
#include "writer/citation/citation_styles.h"
#include "writer/citation/comment_citation.h"
#include "writer/citation/document_properties.h"
#include "writer/windows/notice.h"

namespace soat::writer {

namespace {

using citation::zotero::member;
using citation::zotero::Preferences;
using citation::zotero::string_at;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

// As much of a text as a message shows, cut between characters.
std::string beginning_of(const OUString& text) {
  constexpr std::size_t most = 60;  // code points
  const std::u16string_view whole = to_view(text);
  std::size_t end = 0;
  for (std::size_t count = 0; count < most && end < whole.size(); ++count) text::next_code_point(whole, end);
  return text::to_utf8(whole.substr(0, end)) + (end < whole.size() ? "…" : "");
}

// Tells the document's citations when the document goes.
class Closing final : public cppu::WeakImplHelper1<css::lang::XEventListener> {
 public:
  explicit Closing(std::function<void(const Reference<css::uno::XInterface>&)> action) : action_(std::move(action)) {}
  void SAL_CALL disposing(const css::lang::EventObject& event) override {
    guarded("closing", [&] { action_(event.Source); });
  }

 private:
  std::function<void(const Reference<css::uno::XInterface>&)> action_;
};

struct OpenDocument {
  css::uno::WeakReference<css::frame::XModel> model;
  std::shared_ptr<CitationDocument> citations;
};

struct OpenDocuments {
  std::mutex mutex;
  std::vector<OpenDocument> all;
};

OpenDocuments& open_documents() {
  // Never destroyed: threads may be at work until the office has left.
  static auto& documents = []() -> OpenDocuments& {
    auto& made = *new OpenDocuments;
    Ending::instance().add([&made] {
      std::vector<std::shared_ptr<CitationDocument>> all;
      {
        const std::lock_guard lock(made.mutex);
        for (const OpenDocument& one : made.all) all.push_back(one.citations);
      }
      for (const auto& one : all) one->end();
    });
    return made;
  }();
  return documents;
}

}  // namespace

// --- Life

std::shared_ptr<DocumentCitations> DocumentCitations::known(const Reference<css::frame::XModel>& document) {
  OpenDocuments& open = open_documents();
  const std::lock_guard lock(open.mutex);
  for (const OpenDocument& one : open.all) {
    if (Reference<css::frame::XModel>(one.model) == document) return one.citations;
  }
  return nullptr;
}

std::shared_ptr<DocumentCitations> DocumentCitations::of(const Context& context,
                                                         const Reference<css::frame::XModel>& document) {
  const Reference<css::text::XTextDocument> text(document, UNO_QUERY);
  if (!text.is()) throw Error(texts::error_document_no_text);
  if (auto there = known(document)) return there;
  OpenDocuments& open = open_documents();
  Ending::instance().watch(context);
  const auto made = std::make_shared<CitationDocument>(context, text);
  {
    const std::lock_guard lock(open.mutex);
    open.all.push_back({document, made});
  }
  const std::weak_ptr<CitationDocument> weak = made;
  document->addEventListener(new Closing([weak](const Reference<css::uno::XInterface>&) {
    const auto closed = weak.lock();
    if (!closed) return;
    closed->close();
    std::vector<OpenDocument> gone;  // ended without the lock: it waits for a thread
    OpenDocuments& all = open_documents();
    const std::lock_guard lock(all.mutex);
    for (auto at = all.all.begin(); at != all.all.end();) {
      if (at->citations == closed) {
        gone.push_back(std::move(*at));
        at = all.all.erase(at);
      } else {
        ++at;
      }
    }
  }));
  return made;
}

CitationDocument::CitationDocument(const Context& context, const Reference<css::text::XTextDocument>& document)
    : context_(context),
      document_(document),
      fields_(document),
      session_(style_folders(context), locale_folders(context)),
      order_(fields_),
      writer_(context, document, fields_),
      runner_(
          context, document, [this] { return scan(); }, writer_, [this](bool silent) { command_ended(silent); },
          [this](const text::Message::Argument& reason) { tell_of_broken_style(reason); }) {}

CitationDocument::~CitationDocument() = default;

void CitationDocument::close() {
  closed_ = true;
  if (watch_.is()) watch_->stop();
  runner_.close();
}

void CitationDocument::tell_of_broken_style(const text::Message::Argument& reason) {
  const Reference<css::frame::XModel> model(document(), UNO_QUERY_THROW);
  const Reference<css::frame::XController> view = model->getCurrentController();
  if (view.is())
    show_notice(context_, view->getFrame(), text(context_, texts::cite_title),
                text(context_, texts::cite_style_broken, reason));
}

CitationDocument::Document CitationDocument::document() const {
  Document document(document_);
  if (closed_ || !document.is()) throw Error(texts::error_document_closed);
  return document;
}

// --- Reading

std::optional<Preferences> CitationDocument::stored_preferences() {
  for (const char* stem : {"ZOTERO_PREF", "CSL_PREF"}) {
    const auto text = read_property(document(), stem);
    if (text && !text->empty()) return citation::zotero::read_preferences(*text);
  }
  return std::nullopt;
}

std::optional<Preferences> CitationDocument::readable_preferences() {
  try {
    return stored_preferences();
  } catch (const Error&) {  // told by problems(); the citations can be read all the same
    return std::nullopt;
  }
}

CitationDocument::Scan CitationDocument::scan() {
  const auto made = std::make_shared<DocumentScan>();
  citation::session::StoredDocument stored;
  stored.preferences = readable_preferences();
  stored.has_preferences = has_settings();
  stored.keeps_no_marks = is_word_document(document());
  stored.has_marks = fields_.has_marks();
  stored.of_zotero_in_word = is_zoteros_in_word();
  stored.uncited = read_property(document(), "SOAT_UNCITED").value_or("");
  stored.pending = pending();
  stored.list_record = read_property(document(), list_record_property).value_or("");
  made->fields = fields_.read();
  for (const Field& field : made->fields) stored.fields.push_back(field.stored());
  // All properties are looked through.
  const bool listed =
      std::any_of(made->fields.begin(), made->fields.end(), [](const Field& one) { return one.is_list(); });
  if (!listed) stored.lost_lists = lost_lists(document());
  made->model = session_.read(std::move(stored));
  return made;
}

CitationSettings CitationDocument::settings() {
  const bool words = is_word_document(document());
  return citation::session::settings_of(readable_preferences().value_or(citation::session::fresh_preferences(
                                            words ? FieldKind::bookmark : FieldKind::mark)),
                                        words && !fields_.has_marks());
}

bool CitationDocument::has_settings() {
  const auto has = [this](const char* stem) { return !read_property(document(), stem).value_or("").empty(); };
  return has("ZOTERO_PREF") || has("CSL_PREF");
}

DocumentCitation CitationDocument::describe(const DocumentScan& all, std::size_t i) const {
  const Field& field = all.citation(i);
  DocumentCitation citation;
  citation.id = all.model.snapshot.citations[i].id;
  citation.data = field.code->data;
  citation.text = utf8(field.place.range->getString());
  citation.note = field.place.note_number;
  citation.field = field.kind;
  citation.anchor = field.place.range;
  const citation::zotero::CitationState state = citation::zotero::state_of(citation.data, citation.text);
  citation.kept = state.kept;
  citation.edited = state.edited;
  return citation;
}

std::vector<DocumentCitation> CitationDocument::citations() {
  const Scan all = scan();
  std::vector<DocumentCitation> citations;
  for (std::size_t i = 0; i < all->model.citations.size(); ++i) citations.push_back(describe(*all, i));
  return citations;
}

std::vector<DocumentItem> CitationDocument::items() {
  return session_.sources(scan()->model);
}

bool CitationDocument::has_bibliography() {
  return !scan()->model.lists.empty();
}

bool CitationDocument::pending() {
  return !read_property(document(), citation::session::pending_property).value_or("").empty();
}

bool CitationDocument::in_comment() {
  return is_in_comment(Reference<css::frame::XModel>(document(), UNO_QUERY_THROW));
}

BibliographyLists CitationDocument::lists() {
  return session_.choice(scan()->model);
}

Range CitationDocument::view_cursor() const {
  const Reference<css::frame::XModel> model(document(), UNO_QUERY_THROW);
  const Reference<css::text::XTextViewCursorSupplier> view(model->getCurrentController(), UNO_QUERY);
  if (!view.is()) throw Error(texts::error_document_no_window);
  if (is_in_comment(model)) throw citation::session::Fault(texts::citation_error_in_comment);
  return Range(view->getViewCursor(), UNO_QUERY_THROW);
}

std::optional<DocumentCitation> CitationDocument::at_cursor() {
  if (in_comment()) return std::nullopt;
  const Range cursor = view_cursor();
  const Range cursor_start = cursor->getStart();
  const Range cursor_end = cursor->getEnd();
  const Text text = cursor->getText();
  const Reference<css::text::XTextRangeCompare> compare(text, UNO_QUERY_THROW);
  const bool collapsed = cursor->getString().isEmpty();
  const auto touches = [&](const Range& range) {
    // 1: the first is before, -1: behind.
    if (!collapsed) {
      return compare->compareRegionStarts(range, cursor_end) > 0 && compare->compareRegionEnds(range, cursor_start) < 0;
    }
    const sal_Int16 start = compare->compareRegionStarts(range, cursor_start);
    return (start > 0 || (start == 0 && range->getString().getLength() == 1)) &&
           compare->compareRegionEnds(range, cursor_end) < 0;
  };
  return first_citation([&](const Field& field) {
    const Place& place = field.place;
    if (place.text == text) return touches(place.range);
    if (!place.note.is() || place.in_body->getText() != text) return false;
    if (!collapsed) return touches(place.in_body);
    return compare->compareRegionStarts(place.in_body, cursor_start) == 0;
  });
}

std::optional<DocumentCitation> CitationDocument::first_citation(const std::function<bool(const Field&)>& is_wanted) {
  const auto is_it = [&](const Field& field) {
    return field.is_citation() && guarded("citation at the cursor", false, [&] { return is_wanted(field); });
  };
  // Mostly there is none, and then the order of all the others, which their ids can hang on, need not be known.
  const std::vector<Field> fields = fields_.read_unordered();
  if (std::none_of(fields.begin(), fields.end(), is_it)) return std::nullopt;
  const Scan all = scan();
  for (std::size_t i = 0; i < all->model.citations.size(); ++i) {
    if (is_it(all->citation(i))) return describe(*all, i);
  }
  return std::nullopt;
}

std::optional<BesideCursor> CitationDocument::beside_cursor() {
  if (in_comment()) return std::nullopt;
  const Range cursor = view_cursor();
  return cursor->getString().isEmpty() ? beside(cursor) : std::nullopt;
}

std::optional<BesideCursor> CitationDocument::beside(const Range& place) {
  const Text text = place->getText();
  const Reference<css::text::XTextRangeCompare> compare(text, UNO_QUERY_THROW);
  const bool in_notes = settings().notes != NoteKind::none;
  // Where it is to stand to touch the place: its number in the text, where citations go into notes.
  const auto edge = [&](const Field& field) -> Range {
    const Place& its = field.place;
    if (its.text == text) return in_notes && !its.note.is() ? nullptr : its.range;
    const bool alone = its.note.is() && its.range->getString() == its.text->getString();
    return in_notes && alone && its.in_body->getText() == text ? its.in_body : nullptr;
  };
  // The one before the place is the first in the document; it is asked about last.
  bool before = false;
  auto found = first_citation([&](const Field& field) {
    const Range range = edge(field);
    before = range.is() && compare->compareRegionEnds(range, place->getStart()) == 0;
    return before || (range.is() && compare->compareRegionStarts(range, place->getEnd()) == 0);
  });
  if (!found || found->edited || found->kept) return std::nullopt;
  return BesideCursor{std::move(*found), before};
}

// Texts that stand in the document more often than citations and lists with that text do: copies, of which the office
// leaves nothing but the text.
std::vector<std::pair<std::string, std::size_t>> CitationDocument::lost_copies(const DocumentScan& scan) {
  constexpr std::size_t shortest = 3;  // a number alone says nothing
  std::map<std::u16string, std::size_t> fields;
  for (const std::size_t i : scan.model.citations) {
    // What was put in; asking the office for each text takes long.
    const Json& data = scan.fields[i].code->data;
    const std::u16string text = text::to_utf16(string_at(member(data, "properties"), "plainCitation"));
    if (text.size() >= shortest) ++fields[text];
  }
  std::vector<std::u16string> texts;
  for (const auto& [text, count] : fields) texts.push_back(text);
  if (texts.empty()) return {};
  std::vector<std::size_t> found = citation::zotero::count_texts(to_view(document()->getText()->getString()), texts);
  const auto each_note = [&](const Reference<css::container::XIndexAccess>& notes) {
    for (sal_Int32 i = 0; notes.is() && i < notes->getCount(); ++i) {
      const Text note(notes->getByIndex(i), UNO_QUERY_THROW);
      const auto more = citation::zotero::count_texts(to_view(note->getString()), texts);
      for (std::size_t k = 0; k < more.size(); ++k) found[k] += more[k];
    }
  };
  each_note(Reference<css::text::XFootnotesSupplier>(document(), UNO_QUERY_THROW)->getFootnotes());
  each_note(Reference<css::text::XEndnotesSupplier>(document(), UNO_QUERY_THROW)->getEndnotes());
  for (const std::size_t list : scan.model.lists) {
    const auto listed = citation::zotero::count_texts(to_view(scan.fields[list].place.range->getString()), texts);
    for (std::size_t k = 0; k < listed.size(); ++k) found[k] -= std::min(found[k], listed[k]);
  }
  std::vector<std::pair<std::string, std::size_t>> lost;
  for (std::size_t k = 0; k < texts.size(); ++k) {
    const std::size_t known = fields[texts[k]];
    if (found[k] > known) lost.emplace_back(text::to_utf8(texts[k]), found[k] - known);
  }
  return lost;
}

std::vector<CitationProblem> CitationDocument::problems() {
  const WaitingViews waiting(Reference<css::frame::XModel>(document(), UNO_QUERY));
  std::vector<CitationProblem> problems;
  const auto add = [&](CitationProblem::Kind kind, const std::string& id, const std::string& shown,
                       const text::Message& about) {
    problems.push_back({kind, id, shown, std::u16string(to_view(text(context_, about)))});
  };
  try {
    stored_preferences();
  } catch (const Error&) {
    add(CitationProblem::Kind::preferences, {}, {}, texts::citation_problem_preferences);
  }
  const Scan all = scan();
  for (const std::size_t other : all->model.others) {
    const Field& field = all->fields[other];
    const std::string shown = utf8(field.place.range->getString());
    const bool damaged = !citation::zotero::state_of(field.code->data, shown).no_data;
    add(damaged ? CitationProblem::Kind::damaged : CitationProblem::Kind::no_data,
        string_at(field.code->data, "citationID"), shown,
        {texts::citation_problem_of, shown,
         damaged ? texts::citation_problem_broken_field : texts::citation_problem_no_data});
  }
  for (std::size_t i = 0; i < all->model.citations.size(); ++i) {
    const DocumentCitation citation = describe(*all, i);
    if (citation.edited)
      add(CitationProblem::Kind::edited, citation.id, citation.text,
          {texts::citation_problem_of, citation.text, texts::citation_problem_edited_field});
  }
  for (const std::size_t i : all->model.lists) {
    const Field& list = all->fields[i];
    if (list.code->data.is_object()) continue;
    const std::string shown = beginning_of(list.place.range->getString());
    add(CitationProblem::Kind::damaged, {}, shown,
        {texts::citation_problem_of, shown, texts::citation_problem_broken_field});
  }
  for (const auto& source : session_.choice(all->model).uncited) {
    if (!source.data.is_object())
      add(CitationProblem::Kind::no_data, {}, source.uris.front(),
          {texts::citation_problem_of, source.uris.front(), texts::citation_problem_uncited_no_data});
  }
  // Bookmarks whose data is gone.
  const auto bookmarks = Reference<css::text::XBookmarksSupplier>(document(), UNO_QUERY_THROW)->getBookmarks();
  for (const OUString& name : bookmarks->getElementNames()) {
    if (!name.startsWith(citation::zotero::bookmark_stem) || fields_.find(FieldKind::bookmark, false, name)) continue;
    const Reference<css::text::XTextContent> bookmark(bookmarks->getByName(name), UNO_QUERY_THROW);
    const std::string shown = utf8(bookmark->getAnchor()->getString());
    add(CitationProblem::Kind::damaged, {}, shown,
        {texts::citation_problem_of, shown, texts::citation_problem_broken_field});
  }
  for (const auto& [copy, count] : lost_copies(*all))
    add(CitationProblem::Kind::lost_copy, {}, copy, {texts::citation_problem_lost_copy, copy});
  if (!all->model.emptied.empty())
    add(CitationProblem::Kind::list_lost, {}, {}, texts::citation_problem_list_deleted);
  else if (all->model.list_lost())
    add(CitationProblem::Kind::list_lost, {}, {}, texts::citation_problem_list_lost);
  for (const std::u16string& line : other_programs())
    problems.push_back({CitationProblem::Kind::other_program, {}, {}, line});
  return problems;
}

}  // namespace soat::writer
