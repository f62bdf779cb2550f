#pragma once

#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <string_view>

#include "writer/border/configuration.h"

// Citations in comments: a comment holds no fields, only text.
namespace soat::writer {

// Whether the cursor stands in a comment's text. Main thread.
bool is_in_comment(const css::uno::Reference<css::frame::XModel>& document);

// Types a text at the cursor in a comment of a window. Main thread.
void write_in_comment(const Context& context, const css::uno::Reference<css::frame::XFrame>& frame,
                      std::u16string_view text);

}  // namespace soat::writer
