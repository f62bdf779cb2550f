// Citations that come and go by other ways than commands: numbers and the list follow them.
#include <com/sun/star/frame/XModel.hpp>
#include <utility>

#include "writer/border/border.h"
#include "writer/citation/citation_document.h"

namespace soat::writer {

using css::uno::Reference;
using css::uno::UNO_QUERY;

void CitationDocument::watch() {
  if (watch_.is()) return;
  known_ = fields_.names();
  // An undo step takes along what followed the edit that it undoes.
  watch_ = new DocumentWatch(
      context_, [this] { guarded("citations", [&] { look_for_changes(CitationWay::background); }); },
      [this] { guarded("citations", [&] { known_ = fields_.names(); }); });
  watch_->start(Reference<css::frame::XModel>(document(), UNO_QUERY));
}

void CitationDocument::settle() {
  if (!watch_.is()) return;
  if (!runner_.busy()) runner_.drop_silent();
  look_for_changes(CitationWay::wait);
}

void CitationDocument::command_ended(bool silent) {
  if (closed_) return;
  watch();
  std::vector<OUString> names = fields_.names();
  // What made way for the command may not have been done by it, nor what the user edited while it worked. A silent
  // command takes no citation and adds none: other names are the user's doing.
  bool again = std::exchange(looked_while_working_, false) && (!silent || names != known_);
  again = runner_.take_left_silent() || again;
  known_ = std::move(names);
  if (again) {
    known_.clear();
    watch_->modified({});
  }
}

void CitationDocument::look_for_changes(CitationWay way) {
  if (closed_) return;
  if (runner_.works()) {
    looked_while_working_ = true;
    return;
  }
  std::vector<OUString> names = fields_.names();
  if (names == known_ && !runner_.take_left_silent()) return;
  known_ = std::move(names);
  CitationRun run;
  run.way = way;
  start(std::move(run), Prepare([&] {
          CommandRunner::Prepared prepared;
          prepared.command = citation::session::follow(session_);
          prepared.silent = true;
          return prepared;
        }));
}

}  // namespace soat::writer
