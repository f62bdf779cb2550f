#pragma once

#include <com/sun/star/frame/XFrame.hpp>

#include "writer/border/configuration.h"

namespace soat::writer {

// Turns what is selected, or stands where the cursor is, into a citation. A web address, with the "Nguồn:" that is
// selected with it, is fetched (this command is the user's consent), kept in the user's library and replaced by the
// citation in one undo step; behind a legal document named in words the citation is put, since the sentence needs its
// words. Returns at once; the status line tells that a page is awaited, and giving the command again stops waiting.
// Whatever goes wrong is told to the user, and the text stays as it was.
void cite_line(const Context& context, const css::uno::Reference<css::frame::XFrame>& frame);

}  // namespace soat::writer
