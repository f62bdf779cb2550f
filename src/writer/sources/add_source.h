#pragma once

#include <com/sun/star/frame/XFrame.hpp>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>

#include "citation/library/intake.h"
#include "writer/border/configuration.h"

namespace soat::writer {

using SourceAdded = std::function<void(citation::LibraryItem)>;

// Asks what is to become of sources that the library has already. `answered` is called on the main thread; not at all
// when the question is closed.
void ask_about_known(const Context& context, const css::uno::Reference<css::frame::XFrame>& frame,
                     const OUString& question, std::function<void(citation::OnDuplicate)> answered);

// Puts an item into the user's library; asks when the same work is there already. `done` (may be empty) gets what the
// library has now for it: the new item, or the one that was there; on the main thread, and only if all went well.
void add_source(const Context& context, const css::uno::Reference<css::frame::XFrame>& frame,
                const nlohmann::json& item, SourceAdded done);

// A window for a reference in words or the address of a page; what it means is shown in the form of a source, and
// added to the library when that is saved. Nothing is fetched before the user asks for it there.
void open_add_by_text(const Context& context, const css::uno::Reference<css::frame::XFrame>& frame,
                      const OUString& reference, SourceAdded done);

}  // namespace soat::writer
