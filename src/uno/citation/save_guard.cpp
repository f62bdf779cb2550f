#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/task/XJob.hpp>
#include <com/sun/star/text/XTextDocument.hpp>
#include <cppuhelper/implbase2.hxx>

#include "uno/border.h"
#include "uno/citation/citation_runs.h"
#include "uno/citation/document_fields.h"
#include "uno/question.h"
#include "uno/service.h"
#include "uno/strings.h"
#include "uno/texts.h"

namespace soat::uno {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;

bool is_word_format(const OUString& filter) {
  return filter.indexOf("Word") >= 0 || filter.indexOf("DOCX") >= 0 || filter.indexOf("Rich Text") >= 0;
}

// Called by the office when a document has been saved (registry/Jobs.xcu). Word's formats keep no reference marks, so
// the file that was just written has lost its citations, while the open document still has them: offers to keep them as
// bookmarks and to save again.
class SaveGuard final : public cppu::WeakImplHelper2<css::task::XJob, css::lang::XServiceInfo> {
 public:
  static constexpr const char* implementation_name = "org.soat.SaveGuard";
  static constexpr const char* service_name = "com.sun.star.task.Job";

  explicit SaveGuard(const Context& context) : context_(context) {}

  SOAT_SERVICE_INFO()

  css::uno::Any SAL_CALL execute(const css::uno::Sequence<css::beans::NamedValue>& arguments) override {
    guarded("saving", [&] { look(model_of(arguments)); });
    return {};
  }

 private:
  static Reference<css::frame::XModel> model_of(const css::uno::Sequence<css::beans::NamedValue>& arguments) {
    Reference<css::frame::XModel> model;
    for (const css::beans::NamedValue& argument : arguments) {
      css::uno::Sequence<css::beans::NamedValue> environment;
      if (argument.Name != "Environment" || !(argument.Value >>= environment)) continue;
      for (const css::beans::NamedValue& value : environment) {
        if (value.Name == "Model") value.Value >>= model;
      }
    }
    return model;
  }

  void look(const Reference<css::frame::XModel>& model) {
    const Reference<css::text::XTextDocument> document(model, UNO_QUERY);
    if (!document.is() || !model->getCurrentController().is()) return;
    OUString filter;
    for (const css::beans::PropertyValue& argument : model->getArgs()) {
      if (argument.Name == "FilterName") argument.Value >>= filter;
    }
    if (!is_word_format(filter)) return;
    std::size_t marks = 0;
    for (const Field& field : DocumentFields(document).read()) marks += field.kind == FieldKind::mark ? 1 : 0;
    if (marks == 0) return;
    const Reference<css::frame::XFrame> frame = model->getCurrentController()->getFrame();
    const std::string number = std::to_string(marks);
    Question question;
    question.message = text(context_, "citation.word", std::u16string(number.begin(), number.end()));
    question.yes = text(context_, "citation.word.yes");
    question.no = text(context_, "citation.word.no");
    question.on_yes = [context = context_, frame, model] {
      const auto citations = DocumentCitations::of(context, model);
      citations->convert(FieldKind::bookmark, told_run(context, frame, citations, [model](const CitationOutcome&) {
                           Reference<css::frame::XStorable>(model, css::uno::UNO_QUERY_THROW)->store();
                         }));
    };
    ask(context_, frame, std::move(question));
  }

  Context context_;
};

}  // namespace

}  // namespace soat::uno

SOAT_CONSTRUCTOR(soat_create_save_guard, soat::uno::SaveGuard)
