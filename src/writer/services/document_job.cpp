#include "writer/services/document_job.h"

namespace soat::writer {

namespace {

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

}  // namespace

css::uno::Any DocumentJob::execute(const css::uno::Sequence<css::beans::NamedValue>& arguments) {
  guarded(place_, [&] { handle(event_of(arguments)); });
  return {};
}

}  // namespace soat::writer
