#pragma once

#include <set>
#include <string>

#include "citation/session/commands.h"

// Citations that come with a file which is put into a document, such as an earlier state of the same document.
namespace soat::citation::session {

// Has a command begin with what makes them the document's own: copies of citations that are there get ids and data of
// their own, marks that share a name get others, and a document that had a list keeps that one alone. Lists of parts
// stay, each for the part in which it stands now. `brought`: names of fields that came with the file; only those of
// lists count.
void take_from_file(Command& command, std::set<std::string> brought);

}  // namespace soat::citation::session
