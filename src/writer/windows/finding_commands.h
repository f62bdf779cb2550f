#pragma once

#include <string>

#include "writer/commands.h"
#include "writer/proofing/finding_at_cursor.h"

namespace soat::writer {

// For what the menu of a mark shows; for the main thread. What cannot be done is told to the user.

// Puts a suggestion in the place of a finding, one undo step.
void fix_finding_with(const CommandCall& call, const FindingAtCursor& found, const std::u16string& suggestion);

// Ignores the one place in this document, or the wording in all.
void ignore_place_of(const CommandCall& call, const FindingAtCursor& found);
void ignore_wording_of(const CommandCall& call, const FindingAtCursor& found);

// Adds what stands there to the user's dictionary.
void add_finding_to_dictionary(const CommandCall& call, const FindingAtCursor& found);

// Opens the panel, which shows this finding if the document has been checked, and checks it if it has not.
void show_finding_in_panel(const CommandCall& call, const FindingAtCursor& found);

}  // namespace soat::writer
