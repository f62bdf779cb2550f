#include "writer/citation/comment_citation.h"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/frame/DispatchHelper.hpp>
#include <com/sun/star/frame/XDispatchProvider.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>

#include "writer/border/sequence.h"
#include "writer/border/strings.h"

namespace soat::writer {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

// The office tells of everything that can be selected, but for what is in comments.
bool is_in_comment(const Reference<css::frame::XModel>& document) {
  const Reference<css::view::XSelectionSupplier> view(document->getCurrentController(), UNO_QUERY);
  return view.is() && !Reference<css::uno::XInterface>(view->getSelection(), UNO_QUERY).is();
}

// There is no interface to a comment that is being written; a symbol may be any text.
void write_in_comment(const Context& context, const Reference<css::frame::XFrame>& frame, std::u16string_view text) {
  css::beans::PropertyValue symbols;
  symbols.Name = "Symbols";
  symbols.Value <<= to_office(text);
  css::frame::DispatchHelper::create(context)->executeDispatch(
      Reference<css::frame::XDispatchProvider>(frame, UNO_QUERY_THROW), ".uno:InsertSymbol", "_self", 0,
      sequence_of(symbols));
}

}  // namespace soat::writer
