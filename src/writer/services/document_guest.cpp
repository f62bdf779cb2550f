#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/task/XJob.hpp>
#include <cppuhelper/implbase2.hxx>
#include <cppuhelper/weakref.hxx>

#include "writer/border/border.h"
#include "writer/border/broadcaster.h"
#include "writer/border/service.h"
#include "writer/border/strings.h"
#include "writer/proofing/document_ignored.h"
#include "writer/services/document_event.h"
#include "writer/windows/mark_menu.h"

namespace soat::writer {

namespace {

// Called by the office when a document has been loaded (registry/Jobs.xcu): what is ignored in it must be known before
// it is marked. And when it has got a window, where marks have a menu.
class DocumentGuest final : public cppu::WeakImplHelper2<css::task::XJob, css::lang::XServiceInfo> {
 public:
  static constexpr const char* implementation_name = "org.soat.DocumentGuest";
  static constexpr const char* service_name = "com.sun.star.task.Job";

  explicit DocumentGuest(const Context& context) : context_(context) {}

  SOAT_SERVICE_INFO()

  css::uno::Any SAL_CALL execute(const css::uno::Sequence<css::beans::NamedValue>& arguments) override {
    guarded("document", [&] {
      const DocumentEvent event = event_of(arguments);
      if (event.name == "OnViewCreated") {
        run_on_main_thread(context_, [context = context_,
                                      document = css::uno::WeakReference<css::frame::XModel>(event.model)] {
          guarded("context menu", [&] { serve_mark_menu(context, css::uno::Reference<css::frame::XModel>(document)); });
        });
      } else {
        DocumentIgnored::of(context_, event.model);
      }
    });
    return {};
  }

 private:
  Context context_;
};

}  // namespace

}  // namespace soat::writer

SOAT_CONSTRUCTOR(soat_create_document_guest, soat::writer::DocumentGuest)
