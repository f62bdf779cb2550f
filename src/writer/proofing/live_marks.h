#pragma once

#include <com/sun/star/frame/XModel.hpp>
#include <functional>
#include <string_view>

#include "writer/border/configuration.h"

namespace soat::writer {

// Has Writer proofread again those of the given paragraphs of a document whose marks it holds for out of date, as after
// a change of language; marks that it holds for good stay (Broadcaster::post_marked).
//   wanted: called with the text of each paragraph, as Writer shows it, fields and all; in slices, on the main thread
void proofread_again(const Context& context, const css::uno::Reference<css::frame::XModel>& document,
                     std::function<bool(std::u16string_view)> wanted);

// Writer checks the spelling of text whose language has changed, but does not have it proofread. To be called when the
// spell checker has been asked for words: some time later, paragraphs in Vietnamese that count as proofread and never
// were are proofread. For any thread.
void look_for_new_vietnamese(const Context& context);

}  // namespace soat::writer
