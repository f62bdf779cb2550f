#pragma once

#include <exception>
#include <string_view>
#include <utility>

#include "check/finding.h"
#include "text/message.h"
#include "texts/texts.h"
#include "writer/border/configuration.h"

namespace soat::writer {

inline constexpr const char* extension_id = "org.soat.writer";
inline constexpr const char* dialogs_url = "vnd.sun.star.extension://org.soat.writer/dialogs";

// A text of the interface, from texts/vi.txt and texts/en.txt, in the interface's language.
OUString text(const Context& context, const text::Message& message);

// The same: text(context, texts::some_key, arguments…).
template <std::size_t Arguments, class... Given>
OUString text(const Context& context, text::MessageId<Arguments> id, Given&&... arguments) {
  return text(context, text::Message(id, std::forward<Given>(arguments)...));
}

// What an exception says, in the interface's language where it is soat::Error.
OUString text(const Context& context, const std::exception& error);

}  // namespace soat::writer
