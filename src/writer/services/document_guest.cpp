#include <cppuhelper/weakref.hxx>

#include "writer/border/broadcaster.h"
#include "writer/citation/controls_warning.h"
#include "writer/citation/copied_citations.h"
#include "writer/citation/pending_bar.h"
#include "writer/proofing/document_ignored.h"
#include "writer/services/document_job.h"
#include "writer/windows/mark_menu.h"
#include "writer/windows/welcome.h"

namespace soat::writer {

namespace {

// Called by the office when a document has been loaded (registry/Jobs.xcu): what is ignored in it must be known before
// it is marked. And when it has got a window, where marks have a menu, citations are copied, what saving would lose is
// told and a new user is welcomed.
class DocumentGuest final : public DocumentJob {
 public:
  static constexpr const char* implementation_name = "org.soat.DocumentGuest";

  explicit DocumentGuest(const Context& context) : DocumentJob(context, "document") {}

  SOAT_SERVICE_INFO()

 private:
  void handle(const DocumentEvent& event) override {
    if (event.name != "OnViewCreated") {
      DocumentIgnored::of(context(), event.model);
      return;
    }
    run_on_main_thread(context(),
                       [context = context(), document = css::uno::WeakReference<css::frame::XModel>(event.model)] {
                         const css::uno::Reference<css::frame::XModel> opened(document);
                         guarded("context menu", [&] { serve_mark_menu(context, opened); });
                         guarded("copies", [&] { serve_copies(context, opened); });
                         guarded("content controls", [&] { warn_of_lost_controls(context, opened); });
                         guarded("citations", [&] { tell_of_pending(context, opened); });
                         guarded("welcome", [&] { welcome(context, opened); });
                       });
  }
};

}  // namespace

}  // namespace soat::writer

SOAT_CONSTRUCTOR(soat_create_document_guest, soat::writer::DocumentGuest)
