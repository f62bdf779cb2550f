#include "writer/border/texts.h"

#include "text/error.h"
#include "writer/border/strings.h"

namespace soat::writer {

OUString text(const Context& context, const text::Message& message) {
  return to_office(message.in(interface_language(context)));
}

namespace {

text::Message named(std::string prefix, std::string_view id) {
  const auto found = text::find_message(prefix.append(id));
  return found ? *found : text::Message(texts::text_itself, id);
}

}  // namespace

text::Message name_of_rule(std::string_view id) {
  return named("rule.", id);
}

text::Message name_of(check::Category category) {
  return named("category.", check::name(category));
}

OUString text(const Context& context, const std::exception& error) {
  return to_office(std::string_view(told(error, interface_language(context))));
}

}  // namespace soat::writer
