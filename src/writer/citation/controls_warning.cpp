#include "writer/citation/controls_warning.h"

#include <com/sun/star/beans/StringPair.hpp>
#include <com/sun/star/frame/InfobarType.hpp>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/frame/XInfobarProvider.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <cppuhelper/weakref.hxx>
#include <memory>
#include <string>

#include "text/utf.h"
#include "writer/border/properties.h"
#include "writer/border/sequence.h"
#include "writer/border/slices.h"
#include "writer/border/texts.h"
#include "writer/citation/document_citations.h"
#include "writer/citation/word_fields.h"

namespace soat::writer {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

constexpr const char* bar_name = "org.soat.controls";

// Whether this office keeps what a content control is tagged with.
bool keeps_tags(const Reference<css::frame::XModel>& document) {
  const Reference<css::lang::XMultiServiceFactory> factory(document, UNO_QUERY_THROW);
  const Properties control(factory->createInstance("com.sun.star.text.ContentControl"), UNO_QUERY);
  return control.is() && has_property(control, "Tag");
}

void show(const Context& context, const Reference<css::frame::XModel>& document,
          const std::vector<citation::zotero::ForeignField>& fields) {
  std::size_t citations = 0;
  for (const auto& field : fields) citations += field.list ? 0 : 1;
  const Reference<css::frame::XInfobarProvider> bars(document.is() ? document->getCurrentController() : nullptr,
                                                     UNO_QUERY);
  const OUString name = OUString::createFromAscii(bar_name);
  if (citations == 0 || !bars.is() || bars->hasInfobar(name)) return;
  DocumentCitations::of(context, document)
      ->others();  // what the file tells is kept, so that they can be taken over later
  const css::beans::StringPair button(text(context, texts::citation_controls_take_over), "vnd.org.soat:cite-take-over");
  bars->appendInfobar(name, text(context, texts::citation_controls_title),
                      text(context, texts::citation_controls_bar, citations,
                           text::to_utf16(citation::zotero::name_of(fields.front().program))),
                      css::frame::InfobarType::WARNING, sequence_of(button), true);
}

}  // namespace

void warn_of_lost_controls(const Context& context, const Reference<css::frame::XModel>& document) {
  const Reference<css::text::XTextDocument> text(document, UNO_QUERY);
  const Reference<css::frame::XStorable> file(document, UNO_QUERY);
  if (!text.is() || !file.is() || file->isReadonly()) return;
  const OUString url = file_with_controls(text);
  if (url.isEmpty() || keeps_tags(document)) return;
  const auto found = std::make_shared<std::vector<citation::zotero::ForeignField>>();
  run_in_background(
      context, [context, url, found] { *found = read_content_controls(context, url); },
      [context, found, weak = css::uno::WeakReference<css::frame::XModel>(document)](bool done) {
        if (done) show(context, Reference<css::frame::XModel>(weak), *found);
      });
}

}  // namespace soat::writer
