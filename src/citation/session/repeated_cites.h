#pragma once

#include "citation/zotero/codec.h"

namespace soat::citation::session {

using zotero::Json;

// The cites (an array of objects with uris, as complete_items() leaves them) with each source once where one cite can
// say it all: the places in it, if of one kind, become one locator ("5, 9"), a place takes the cite without one along,
// and what says the same twice is taken once. Two cites of a source stay two where their places are of two kinds or
// words of the user's stand between. in_order: the cites keep the order that their author gave them, so that places
// come together only where nothing stands between them.
Json without_repeats(const Json& cites, bool in_order);

}  // namespace soat::citation::session
