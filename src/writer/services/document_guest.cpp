#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/task/XJob.hpp>
#include <cppuhelper/implbase2.hxx>

#include "writer/border/border.h"
#include "writer/border/service.h"
#include "writer/border/strings.h"
#include "writer/proofing/document_ignored.h"
#include "writer/services/document_event.h"

namespace soat::writer {

namespace {

// Called by the office when a document has been loaded (registry/Jobs.xcu): what is ignored in it must be known before
// it is marked.
class DocumentGuest final : public cppu::WeakImplHelper2<css::task::XJob, css::lang::XServiceInfo> {
 public:
  static constexpr const char* implementation_name = "org.soat.DocumentGuest";
  static constexpr const char* service_name = "com.sun.star.task.Job";

  explicit DocumentGuest(const Context& context) : context_(context) {}

  SOAT_SERVICE_INFO()

  css::uno::Any SAL_CALL execute(const css::uno::Sequence<css::beans::NamedValue>& arguments) override {
    guarded("document", [&] { DocumentIgnored::of(context_, event_of(arguments).model); });
    return {};
  }

 private:
  Context context_;
};

}  // namespace

}  // namespace soat::writer

SOAT_CONSTRUCTOR(soat_create_document_guest, soat::writer::DocumentGuest)
