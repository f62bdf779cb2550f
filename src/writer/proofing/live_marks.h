#pragma once

#include <com/sun/star/frame/XModel.hpp>
#include <cstdint>
#include <functional>
#include <string_view>

#include "writer/border/configuration.h"

namespace soat::writer {

// What is to be judged again in a paragraph: nothing, its wording by the proofreader, or that and its spelling by the
// spell checkers, which Writer does on its main thread.
enum class Again : std::uint8_t { nothing, wording, everything };

// Has Writer judge again the paragraphs of a document that are wanted by their text (as Writer shows it, fields and
// all). In slices, on the main thread. The office's own event for that makes
// it go through every document at once, which holds up the window of a long one for seconds.
void mark_again(const Context& context, const css::uno::Reference<css::frame::XModel>& document,
                std::function<Again(std::u16string_view)> wanted);

// The same in every open text document.
void mark_everywhere_again(const Context& context, const std::function<Again(std::u16string_view)>& wanted);

// Writer checks the spelling of text whose language has changed, but does not have it proofread. To be called when the
// spell checker has been asked for words: some time later, paragraphs in Vietnamese that count as proofread and never
// were are proofread. For any thread.
void look_for_new_vietnamese(const Context& context);

}  // namespace soat::writer
