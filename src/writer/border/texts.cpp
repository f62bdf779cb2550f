#include "writer/border/texts.h"

#include "text/error.h"
#include "writer/border/strings.h"

namespace soat::writer {

OUString text(const Context& context, const text::Message& message) {
  return to_office(message.in(interface_language(context)));
}

OUString text(const Context& context, const std::exception& error) {
  return to_office(std::string_view(told(error, interface_language(context))));
}

}  // namespace soat::writer
