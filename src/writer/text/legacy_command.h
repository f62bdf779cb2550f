#pragma once

#include <com/sun/star/frame/XModel.hpp>
#include <functional>

#include "writer/border/configuration.h"

namespace soat::writer {

// What converting did.
struct ConvertedFonts {
  sal_Int32 paragraphs = 0;  // whose text was converted
  sal_Int32 fonts = 0;       // styles and paragraphs whose font was replaced
  sal_Int32 left = 0;        // paragraphs in an old encoding that are protected
  bool failed = false;       // it ended with an error, which has been logged
};

// Turns text in encodings from before Unicode (TCVN3, VNI) into Unicode, and the fonts made for them into those that
// stand for them: in a whole document (with notes, tables, frames, headers, shapes, comments and styles) or in what is
// selected. Such text is told by its font or by itself. One undo step; formatting, fields and bookmarks stay; nothing
// is recorded as a change, because nothing that is read changes. What is protected stays. For the main thread; at_once:
// all of it before this returns, else in slices.
void convert_fonts(const Context& context, const css::uno::Reference<css::frame::XModel>& document, bool selected_only,
                   bool at_once, std::function<void(const ConvertedFonts&)> done);

}  // namespace soat::writer
