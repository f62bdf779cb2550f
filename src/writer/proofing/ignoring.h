#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

#include "writer/border/configuration.h"

namespace soat::writer {

// Ignores a wording in all documents from now on, or a rule (as Ignored::add_rule takes it), and has Writer mark
// again. For any thread.
void ignore_everywhere(const Context& context, std::u16string_view rule);

// The same for what the office's own "Ignore all" and "Ignore rule" ask for: where the user has set it so, in the
// document at hand only.
void ignore_as_set(const Context& context, std::u16string_view rule);
bool ignores_in_document_only(const Context& context);
void set_ignores_in_document_only(const Context& context, bool only);

// What becomes of findings when what is wanted of them is another now: some go, some come back, or other ones are
// found, as with another house list.
enum class Wanted : std::uint8_t { fewer, more, others };

// Calls action on the main thread, later, whenever something is ignored, or is ignored no longer, as tell_ignored()
// says. One at a time.
void set_ignored_listener(std::function<void(Wanted)> action);

// For whoever has changed what is ignored, or the house list. For any thread.
void tell_ignored(const Context& context, Wanted wanted = Wanted::fewer);

}  // namespace soat::writer
