#include "writer/proofing/document_ignored.h"
#include "writer/services/document_job.h"

namespace soat::writer {

namespace {

// Called by the office when a document has been loaded (registry/Jobs.xcu): what is ignored in it must be known before
// it is marked.
class DocumentGuest final : public DocumentJob {
 public:
  static constexpr const char* implementation_name = "org.soat.DocumentGuest";

  explicit DocumentGuest(const Context& context) : DocumentJob(context, "document") {}

  SOAT_SERVICE_INFO()

 private:
  void handle(const DocumentEvent& event) override { DocumentIgnored::of(context(), event.model); }
};

}  // namespace

}  // namespace soat::writer

SOAT_CONSTRUCTOR(soat_create_document_guest, soat::writer::DocumentGuest)
