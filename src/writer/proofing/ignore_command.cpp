#include <utility>

#include "writer/border/broadcaster.h"
#include "writer/border/texts.h"
#include "writer/commands.h"
#include "writer/proofing/ignored.h"
#include "writer/windows/notice.h"
#include "writer/windows/question.h"

namespace soat::writer {

// "Clear the ignore list": says how much is in it, asks, and has Writer mark it again.
void reset_ignored(const CommandCall& call) {
  const Context context = call.context;
  const Ignored::Counts counts = Ignored::instance().counts(context);
  if (counts.rules + counts.wordings + counts.places == 0) {
    show_notice(context, call.frame, text(context, texts::reset_title), text(context, texts::reset_none));
    return;
  }
  Question question;
  question.message = text(context, texts::reset_question, counts.rules, counts.wordings, counts.places);
  question.yes = text(context, texts::reset_yes);
  question.no = text(context, texts::reset_no);
  question.on_yes = [context] {
    Ignored::instance().reset(context);
    Broadcaster::post_all();
  };
  ask(context, call.frame, std::move(question));
}

}  // namespace soat::writer
