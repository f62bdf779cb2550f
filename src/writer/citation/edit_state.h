#pragma once

#include <com/sun/star/text/XTextCursor.hpp>
#include <deque>
#include <functional>
#include <optional>
#include <vector>

#include "citation/session/edits.h"
#include "writer/border/texts.h"
#include "writer/citation/field_reader.h"
#include "writer/citation/word_fields.h"
#include "writer/text/recorded_changes.h"

namespace soat::writer {

// What the edits of one command share while they are carried out.
struct EditState {
  using Step = std::function<void(EditState&)>;

  text::MessageId<0> title = texts::citation_undo_refresh;  // of the undo step
  css::uno::Reference<css::text::XTextCursor> place;        // where something is put; null for most commands
  bool cursor_follows = false;                              // the view's cursor comes to stand behind the citation
  OUString put;                                             // name of the field that has been put in
  FieldKind put_kind = FieldKind::mark;
  std::vector<WordField> others;              // citations of other programs, which TakeOver names
  bool codes_kept = false;                    // of those, for undoing
  bool recorded = false;                      // the user's own changes of the document, when the command began
  std::optional<RecordedChanges> deletions;   // as they are when they are first asked for
  std::optional<RecordedChanges> insertions;  // likewise, in each round
  citation::session::Tally tally;
  std::deque<Step> steps;                         // small pieces of work on the document
  std::vector<std::function<void()>> afterwards;  // when the view may be touched again
};

}  // namespace soat::writer
