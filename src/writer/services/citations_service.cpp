#include <com/sun/star/lang/IllegalArgumentException.hpp>
#include <com/sun/star/uno/RuntimeException.hpp>
#include <condition_variable>
#include <cppuhelper/implbase2.hxx>
#include <future>
#include <org/soat/XCitations.hpp>

#include "citation/session/settings.h"
#include "text/error.h"
#include "text/utf.h"
#include "writer/border/answer.h"
#include "writer/border/border.h"
#include "writer/border/main_thread.h"
#include "writer/border/service.h"
#include "writer/border/strings.h"
#include "writer/border/texts.h"
#include "writer/citation/document_citations.h"

namespace soat::writer {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using Document = Reference<css::text::XTextDocument>;

OUString office(const Json& json) {
  return to_office(std::string_view(json.dump(-1, ' ', false, Json::error_handler_t::replace)));
}

class Citations final : public cppu::WeakImplHelper2<org::soat::XCitations, css::lang::XServiceInfo> {
 private:
  Reference<css::uno::XInterface> self() { return static_cast<cppu::OWeakObject*>(this); }

  // Runs on the main thread, as everything that touches a document's citations does; calls may come over a bridge, on
  // any thread.
  template <class Action>
  auto answer(Action&& action) {
    return writer::answer(context_, self(), [&] { return call_on_main_thread(context_, action); });
  }

  std::shared_ptr<DocumentCitations> citations(const Document& document) {
    const Reference<css::frame::XModel> model(document, UNO_QUERY);
    if (!model.is()) throw css::lang::IllegalArgumentException("not a text document", self(), 0);
    return DocumentCitations::of(context_, model);
  }

  template <class Action, class Result>
  auto run(const Document& document, Action&& action, Result&& result) {
    return answer([&] {
      CitationOutcome outcome;
      CitationRun command;
      command.way = CitationWay::wait;
      command.done = [&](const CitationOutcome& made) { outcome = made; };
      action(*citations(document), std::move(command));
      if (!outcome.done) throw css::uno::RuntimeException(to_office(outcome.error), self());
      return result(outcome);
    });
  }

  template <class Action>
  void run(const Document& document, Action&& action) {
    run(document, std::forward<Action>(action), [](const CitationOutcome&) { return 0; });
  }

  Json parse(const OUString& text, sal_Int16 position) {
    Json json = Json::parse(text::to_utf8(to_view(text)), nullptr, false);
    if (json.is_discarded()) throw css::lang::IllegalArgumentException("not JSON", self(), position);
    return json;
  }

  Json array(const OUString& text, sal_Int16 position) {
    Json json = parse(text, position);
    if (!json.is_array()) throw css::lang::IllegalArgumentException("not a JSON array", self(), position);
    return json;
  }

  static std::vector<std::string> strings(const Json& list) {
    std::vector<std::string> out;
    for (const Json& one : list) {
      if (one.is_string()) out.push_back(one);
    }
    return out;
  }

  DocumentItem item(const Json& cite, sal_Int16 position) {
    if (!cite.is_object() || !cite.contains("itemData") || !cite["itemData"].is_object())
      throw css::lang::IllegalArgumentException("a source needs itemData", self(), position);
    DocumentItem made;
    if (cite.contains("uris") && cite["uris"].is_array()) made.uris = strings(cite["uris"]);
    made.data = cite["itemData"];
    return made;
  }

 public:
  static constexpr const char* implementation_name = "org.soat.implementation.Citations";
  static constexpr const char* service_name = "org.soat.Citations";

  explicit Citations(const Context& context) : context_(context) {}

  SOAT_SERVICE_INFO()

  OUString SAL_CALL insert(const Document& document, const OUString& cites) override {
    return run(
        document,
        [&](DocumentCitations& all, CitationRun command) {
          DocumentCitations::Insertion insertion;
          insertion.cites = array(cites, 1);
          all.insert(std::move(insertion), std::move(command));
        },
        [](const CitationOutcome& outcome) { return to_office(std::string_view(outcome.id)); });
  }

  OUString SAL_CALL insertAt(const Document& document, const Reference<css::text::XTextRange>& place,
                             const OUString& cites) override {
    if (!place.is()) throw css::lang::IllegalArgumentException("no place", self(), 1);
    return run(
        document,
        [&](DocumentCitations& all, CitationRun command) {
          DocumentCitations::Insertion insertion;
          insertion.cites = array(cites, 2);
          insertion.place = place;
          all.insert(std::move(insertion), std::move(command));
        },
        [](const CitationOutcome& outcome) { return to_office(std::string_view(outcome.id)); });
  }

  void SAL_CALL beginInsert(const Document& document, const Reference<css::text::XTextRange>& place,
                            const OUString& cites) override {
    if (!place.is()) throw css::lang::IllegalArgumentException("no place", self(), 1);
    answer([&] {
      DocumentCitations::Insertion insertion;
      insertion.cites = array(cites, 2);
      insertion.place = place;
      citations(document)->insert(std::move(insertion), {});
    });
  }

  void SAL_CALL edit(const Document& document, const OUString& id, const OUString& cites) override {
    run(document, [&](DocumentCitations& all, CitationRun command) {
      all.replace(text::to_utf8(to_view(id)), array(cites, 2), false, {}, std::move(command));
    });
  }

  void SAL_CALL remove(const Document& document, const OUString& id) override {
    run(document, [&](DocumentCitations& all, CitationRun command) {
      all.remove(text::to_utf8(to_view(id)), std::move(command));
    });
  }

  OUString SAL_CALL preview(const Document& document, const OUString& cites) override {
    return answer([&] {
      // The dialogs' way answers on the main thread, which may be waiting here.
      return to_office(std::string_view(citations(document)->preview_now(array(cites, 1))));
    });
  }

  void SAL_CALL insertBibliography(const Document& document) override {
    run(document, [](DocumentCitations& all, CitationRun command) {
      all.insert_bibliography(false, ListTitle::none, std::move(command));
    });
  }

  void SAL_CALL setLists(const Document& document, const OUString& uncited, const OUString& omitted) override {
    run(document, [&](DocumentCitations& all, CitationRun command) {
      BibliographyLists lists;
      for (const Json& cite : array(uncited, 1)) lists.uncited.push_back(item(cite, 1));
      for (const Json& uris : array(omitted, 2)) {
        if (uris.is_array()) lists.omitted.push_back(strings(uris));
      }
      all.set_lists(std::move(lists), std::move(command));
    });
  }

  void SAL_CALL setStyle(const Document& document, const OUString& style, const OUString& locale,
                         const OUString& notes) override {
    run(document, [&](DocumentCitations& all, CitationRun command) {
      CitationSettings settings = all.settings();
      settings.style = text::to_utf8(to_view(style));
      settings.locale = text::to_utf8(to_view(locale));
      const bool vietnamese = citation::session::is_vietnamese(settings.locale);
      if (vietnamese != settings.vietnamese_order) {
        settings.full_names = vietnamese ? citation::FullNames::usual : citation::FullNames::never;
      }
      settings.vietnamese_order = vietnamese;
      if (notes == "text") {
        settings.notes = NoteKind::none;
      } else if (notes == "footnotes") {
        settings.notes = NoteKind::footnotes;
      } else if (notes == "endnotes") {
        settings.notes = NoteKind::endnotes;
      } else {
        throw css::lang::IllegalArgumentException("notes must be \"text\", \"footnotes\" or \"endnotes\"", self(), 3);
      }
      all.set_settings(std::move(settings), std::move(command));
    });
  }

  sal_Int32 SAL_CALL refresh(const Document& document, sal_Bool overwrite_edits) override {
    return run(
        document,
        [&](DocumentCitations& all, CitationRun command) { all.refresh(overwrite_edits, std::move(command)); },
        [](const CitationOutcome& outcome) { return static_cast<sal_Int32>(outcome.changed); });
  }

  void SAL_CALL keepEdit(const Document& document, const OUString& id) override {
    run(document, [&](DocumentCitations& all, CitationRun command) {
      all.keep_edit(text::to_utf8(to_view(id)), std::move(command));
    });
  }

  void SAL_CALL updateItem(const Document& document, const OUString& source) override {
    run(document, [&](DocumentCitations& all, CitationRun command) {
      all.update_item(item(parse(source, 1), 1), std::move(command));
    });
  }

  void SAL_CALL unlink(const Document& document) override {
    run(document, [](DocumentCitations& all, CitationRun command) { all.unlink(std::move(command)); });
  }

  void SAL_CALL toBookmarks(const Document& document) override {
    run(document,
        [](DocumentCitations& all, CitationRun command) { all.convert(FieldKind::bookmark, std::move(command)); });
  }

  void SAL_CALL toMarks(const Document& document) override {
    run(document,
        [](DocumentCitations& all, CitationRun command) { all.convert(FieldKind::mark, std::move(command)); });
  }

  sal_Int32 SAL_CALL takeOver(const Document& document) override {
    return run(
        document, [](DocumentCitations& all, CitationRun command) { all.take_over(std::move(command)); },
        [](const CitationOutcome& outcome) { return static_cast<sal_Int32>(outcome.left); });
  }

  sal_Bool SAL_CALL isBusy(const Document& document) override {
    return answer([&] { return citations(document)->busy(); });
  }

  OUString SAL_CALL list(const Document& document) override {
    return answer([&] {
      const auto all = citations(document);
      const CitationSettings settings = all->settings();
      static constexpr const char* places[] = {"text", "footnotes", "endnotes"};
      Json result = {{"settings",
                      {{"style", settings.style},
                       {"locale", settings.locale},
                       {"notes", places[static_cast<int>(settings.notes)]},
                       {"fields", settings.fields == FieldKind::mark ? "marks" : "bookmarks"}}},
                     {"citations", Json::array()},
                     {"sources", Json::array()},
                     {"bibliography", all->has_bibliography()}};
      for (const DocumentCitation& one : all->citations()) {
        result["citations"].push_back({{"id", one.id},
                                       {"text", one.text},
                                       {"note", one.note},
                                       {"edited", one.edited},
                                       {"kept", one.kept},
                                       {"cites", one.data["citationItems"]}});
      }
      for (const OtherCitation& one : all->others()) {
        if (one.list) {
          result["bibliography"] = true;
          continue;
        }
        result["citations"].push_back({{"id", one.id},
                                       {"text", one.text},
                                       {"note", one.note},
                                       {"edited", false},
                                       {"kept", false},
                                       {"cites", one.data.is_object() ? one.data["citationItems"] : Json::array()},
                                       {"program", one.program}});
      }
      for (const DocumentItem& one : all->items()) {
        result["sources"].push_back({{"uris", one.uris}, {"itemData", one.data}, {"cited", one.cited}});
      }
      return office(result);
    });
  }

  css::uno::Sequence<OUString> SAL_CALL problems(const Document& document) override {
    return answer([&] {
      const auto found = citations(document)->problems();
      css::uno::Sequence<OUString> lines(static_cast<sal_Int32>(found.size()));
      OUString* out = lines.getArray();
      for (const CitationProblem& problem : found) *out++ = to_office(problem.about);
      return lines;
    });
  }

 private:
  Context context_;
};

}  // namespace

}  // namespace soat::writer

SOAT_CONSTRUCTOR(soat_create_citations, soat::writer::Citations)
