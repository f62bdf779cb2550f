#include "writer/citation/pending_bar.h"

#include <com/sun/star/beans/StringPair.hpp>
#include <com/sun/star/frame/InfobarType.hpp>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/frame/XInfobarProvider.hpp>
#include <com/sun/star/text/XTextDocument.hpp>

#include "citation/session/edits.h"
#include "writer/border/sequence.h"
#include "writer/border/texts.h"
#include "writer/citation/document_citations.h"
#include "writer/citation/document_properties.h"

namespace soat::writer {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;

constexpr const char* bar_name = "org.soat.pending";

}  // namespace

void show_pending_bar(const Context& context, const Reference<css::frame::XModel>& document, bool pending) {
  const Reference<css::frame::XInfobarProvider> bars(document->getCurrentController(), UNO_QUERY);
  const OUString name = OUString::createFromAscii(bar_name);
  if (!bars.is() || bars->hasInfobar(name) == pending) return;
  if (!pending) {
    bars->removeInfobar(name);
    return;
  }
  const css::beans::StringPair button(text(context, texts::citation_pending_refresh), "vnd.org.soat:cite-refresh");
  bars->appendInfobar(name, text(context, texts::citation_pending_title), text(context, texts::citation_pending_bar),
                      css::frame::InfobarType::INFO, sequence_of(button), false);
}

void tell_of_pending(const Context& context, const Reference<css::frame::XModel>& document) {
  if (!document.is() || !Reference<css::text::XTextDocument>(document, UNO_QUERY).is()) return;
  if (read_property(document, citation::session::pending_property).value_or("").empty()) return;
  DocumentCitations::of(context, document)->watch();
  show_pending_bar(context, document, true);
}

}  // namespace soat::writer
