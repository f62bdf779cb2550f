#include "writer/services/document_event.h"

namespace soat::writer {

DocumentEvent event_of(const css::uno::Sequence<css::beans::NamedValue>& arguments) {
  DocumentEvent event;
  for (const css::beans::NamedValue& argument : arguments) {
    css::uno::Sequence<css::beans::NamedValue> environment;
    if (argument.Name != "Environment" || !(argument.Value >>= environment)) continue;
    for (const css::beans::NamedValue& value : environment) {
      if (value.Name == "Model") value.Value >>= event.model;
      if (value.Name == "EventName") value.Value >>= event.name;
    }
  }
  return event;
}

}  // namespace soat::writer
