#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/text/XTextDocument.hpp>

#include "writer/border/texts.h"
#include "writer/citation/citation_runs.h"
#include "writer/citation/document_properties.h"
#include "writer/citation/field_reader.h"
#include "writer/citation/word_fields.h"
#include "writer/services/document_job.h"
#include "writer/windows/notice.h"
#include "writer/windows/question.h"

namespace soat::writer {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;

// Called by the office when a document has been loaded, is to be saved and has been saved (registry/Jobs.xcu). Word's
// formats keep no reference marks, so the file that was just written has lost its citations, while the open document
// still has them: offers to keep them as bookmarks and to save again.
class SaveGuard final : public DocumentJob {
 public:
  static constexpr const char* implementation_name = "org.soat.SaveGuard";

  explicit SaveGuard(const Context& context) : DocumentJob(context, "saving") {}

  SOAT_SERVICE_INFO()

 private:
  void handle(const DocumentEvent& event) override {
    if (event.name == "OnLoad") {
      watch(event.model);
    } else if (event.name == "OnSave" || event.name == "OnSaveAs" || event.name == "OnCopyTo") {
      watch(event.model);  // a macro may save before the office has told that the document is loaded
      if (const auto citations = DocumentCitations::known(event.model)) citations->settle();
    } else {
      look(event.model);
    }
  }

  // A document whose citations are ours (another program looks after its own): its list must not lie after a note has
  // been deleted.
  void watch(const Reference<css::frame::XModel>& model) {
    const Reference<css::text::XTextDocument> document(model, UNO_QUERY);
    if (!document.is()) return;
    const auto preferences = read_property(document, "ZOTERO_PREF");
    if (preferences && citation::zotero::read_preferences(*preferences).zotero_version.starts_with("Soat"))
      DocumentCitations::of(context(), model)->watch();
  }

  // The conversion stays in the open document where the file cannot be written.
  static void save_again(const Context& context, const Reference<css::frame::XFrame>& frame,
                         const Reference<css::frame::XModel>& model) {
    try {
      Reference<css::frame::XStorable>(model, css::uno::UNO_QUERY_THROW)->store();
    } catch (const css::uno::Exception& failure) {
      show_notice(context, frame, text(context, texts::cite_title),
                  text(context, texts::citation_word_not_saved, to_view(failure.Message)));
    }
  }

  void look(const Reference<css::frame::XModel>& model) {
    const Reference<css::text::XTextDocument> document(model, UNO_QUERY);
    if (!document.is() || !model->getCurrentController().is()) return;
    if (!is_word_document(document)) return;
    std::size_t cited = 0;
    std::size_t lists = 0;
    for (const Field& field : FieldReader(document).read()) {
      if (field.kind == FieldKind::mark) ++(field.is_list() ? lists : cited);
    }
    if (cited + lists == 0) return;
    const Reference<css::frame::XFrame> frame = model->getCurrentController()->getFrame();
    Question question;
    question.message = cited == 0 ? text(context(), texts::word_list) : text(context(), texts::citation_word, cited);
    question.yes = text(context(), texts::citation_word_yes);
    question.no = text(context(), texts::citation_word_no);
    question.on_yes = [context = context(), frame, model] {
      const auto citations = DocumentCitations::of(context, model);
      citations->convert(FieldKind::bookmark,
                         told_run(context, frame, citations, [context, frame, model](const CitationOutcome&) {
                           save_again(context, frame, model);
                         }));
    };
    ask(context(), frame, std::move(question));
  }
};

}  // namespace

}  // namespace soat::writer

SOAT_CONSTRUCTOR(soat_create_save_guard, soat::writer::SaveGuard)
